import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VaultProblem } from '#core/vault-status';
import { call } from '#lib/client';
import { showToast } from '#lib/toasts';
import { Button } from '#ui/button';
import { IconButton } from '#ui/icon-button';
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
  const copy = async (): Promise<void> => {
    const copied = await call('shell.copy', { text: folder });
    if (copied.ok) showToast({ text: t('ui.copied') });
  };
  return (
    <QuietScreen title={t(`lock.problem.${problem}`)} note={note}>
      <div className={css.facts}>
        <p>{t(`errors.${problem}.happened`)}</p>
        <p>{t(`errors.${problem}.safe`)}</p>
        <p className={css.next}>{t(`errors.${problem}.next`)}</p>
      </div>
      <div className={css.folder}>
        <div className={css.path}>
          <div className={css.label}>{t('lock.folder')}</div>
          {folder}
        </div>
        <IconButton name={t('lock.copyFolder')} icon={Copy} onPress={() => void copy()} />
      </div>
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
