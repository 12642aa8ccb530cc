import { useTranslation } from 'react-i18next';
import type { VaultProblem } from '#core/vault-status';
import { Button } from '#ui/button';
import { FolderPath } from '#ui/folder-path';
import { QuietScreen } from '#ui/quiet-screen';
import css from './lock-screen.module.css';

type Props = {
  readonly problem: VaultProblem;
  readonly folder: string;
  readonly note: string;
  readonly onRetry: () => void;
  readonly onRestore: () => void;
};

/** Where the journal is whole and only cannot be opened now, a backup would be the wrong way on. */
const wholeJournal: readonly VaultProblem[] = ['VAULT_NEWER', 'VAULT_IN_USE', 'READ_ONLY'];

/** What stands in the way of opening the journal, what is safe, and a way on. Never offers to delete anything. */
export const ProblemScreen = ({ problem, folder, note, onRetry, onRestore }: Props) => {
  const { t } = useTranslation();
  return (
    <QuietScreen title={t(`lock.problem.${problem}`)} note={note}>
      <div className={css.facts}>
        <p>{t(`errors.${problem}.happened`)}</p>
        <p>{t(`errors.${problem}.safe`)}</p>
        <p className={css.next}>{t(`errors.${problem}.next`)}</p>
      </div>
      <FolderPath folder={folder} />
      <div className={css.actions}>
        <Button wide onPress={onRetry}>
          {t('lock.tryAgain')}
        </Button>
        {!wholeJournal.includes(problem) && (
          <Button variant="soft" wide onPress={onRestore}>
            {t('lock.restoreExport')}
          </Button>
        )}
      </div>
    </QuietScreen>
  );
};
