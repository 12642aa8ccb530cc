import { useTranslation } from 'react-i18next';
import type { VaultProblem } from '#core/vault-status';
import { Button } from '#ui/button';
import { FolderPath } from '#ui/folder-path';
import { QuietScreen } from '#ui/quiet-screen';
import { ChooseJournal } from './choose-journal';
import { type Locked, successorOf } from './journals';
import { JournalsBefore } from './journals-before';
import css from './lock-screen.module.css';
import { WaitingWords } from './waiting-words';

type Props = {
  readonly problem: VaultProblem;
  readonly status: Locked;
  readonly note: string;
  readonly onRetry: () => void;
  readonly onRecover: () => void;
  readonly onRestore: () => void;
  readonly onElsewhere: () => void;
};

/** Where the journal is whole and only cannot be opened now, a backup would be the wrong way on. */
const wholeJournal: readonly VaultProblem[] = ['VAULT_NEWER', 'VAULT_IN_USE', 'READ_ONLY'];

/** Where its backups lie beside what is damaged. */
const mendable: readonly VaultProblem[] = ['HEADER_MISSING', 'HEADER_DAMAGED', 'DATABASE_MISSING', 'DATABASE_DAMAGED'];

/** What stands in the way of opening the journal, what is safe, and ways on. Never offers to delete anything. */
export const ProblemScreen = ({ problem, status, note, onRetry, onRecover, onRestore, onElsewhere }: Props) => {
  const { t } = useTranslation();
  const isMendable = mendable.includes(problem);
  // The way back to the journal that has taken its place comes before all others.
  const first = successorOf(status) === null ? 'primary' : 'soft';
  return (
    <QuietScreen title={t(`lock.problem.${problem}`)} note={note}>
      <ChooseJournal status={status} />
      <div className={css.facts}>
        <p>{t(`errors.${problem}.happened`)}</p>
        <p>{t(`errors.${problem}.safe`)}</p>
        <p className={css.next}>{t(`errors.${problem}.next`)}</p>
      </div>
      <WaitingWords isOpenable={false} />
      <div className={css.actions}>
        {isMendable && (
          <Button variant={first} wide onPress={onRecover}>
            {t('recovery.see')}
          </Button>
        )}
        <Button variant={isMendable ? 'soft' : first} wide onPress={onRetry}>
          {t('lock.tryAgain')}
        </Button>
        {!wholeJournal.includes(problem) && (
          <>
            <Button variant={isMendable ? 'quiet' : 'soft'} wide onPress={onElsewhere}>
              {t('elsewhere.begin')}
            </Button>
            <Button variant="quiet" wide onPress={onRestore}>
              {t('lock.restoreExport')}
            </Button>
          </>
        )}
      </div>
      <FolderPath folder={status.folder} />
      <JournalsBefore status={status} />
    </QuietScreen>
  );
};
