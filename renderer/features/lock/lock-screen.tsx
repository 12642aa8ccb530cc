import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultProblem, VaultStatus } from '#core/vault-status';
import { formatMomentInSentence } from '#lib/format';
import { refresh, useCallQuery } from '#lib/query-client';
import { systemZone, useToday } from '#lib/today';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import { QuietScreen } from '#ui/quiet-screen';
import { ChooseJournal } from './choose-journal';
import css from './lock-screen.module.css';
import { ProblemScreen } from './problem-screen';
import { UnlockForm, type UnlockMeans } from './unlock-form';

type Props = {
  readonly status: Extract<VaultStatus, { state: 'locked' }>;
  readonly onCreate: () => void;
  readonly onRestore: () => void;
};

/** The closed door: how to open it, how to get a backup back, and help. Says nothing about what is inside. */
export const LockScreen = ({ status, onCreate, onRestore }: Props) => {
  const { t } = useTranslation();
  const [means, setMeans] = useState<UnlockMeans>('passphrase');
  // What only showed when the key was tried.
  const [found, setFound] = useState<VaultProblem | null>(null);
  const today = useToday();
  const { data: isWaiting = false } = useCallQuery('unsaved.waiting', {});
  const verified = status.backupVerifiedAt;
  const when = verified === null ? '' : formatMomentInSentence({ at: verified, zone: systemZone() }, today);
  const backup = verified === null ? t('lock.noBackup') : t('lock.backupVerified', { when });
  const note = `${backup} · ${t('lock.staysHere')}`;
  const problem = status.problem ?? found;
  if (problem !== null) {
    const retry = (): void => {
      setFound(null);
      refresh(['status']);
    };
    return <ProblemScreen problem={problem} folder={status.folder} note={note} onRetry={retry} onRestore={onRestore} />;
  }
  const other = means === 'passphrase' ? 'recovery-key' : 'passphrase';
  return (
    <QuietScreen title={t('lock.title')} lead={t('lock.lead')} note={note}>
      {isWaiting && <Notice tone="dawn">{t('unsaved.locked')}</Notice>}
      <ChooseJournal journals={status.journals} />
      <UnlockForm key={means} means={means} onProblem={setFound} />
      <div className={css.ways}>
        <Button variant="quiet" onPress={() => setMeans(other)}>
          {t(other === 'passphrase' ? 'lock.usePassphrase' : 'lock.useRecoveryKey')}
        </Button>
        <Button variant="quiet" onPress={onRestore}>
          {t('lock.restore')}
        </Button>
        <Button variant="quiet" onPress={onCreate}>
          {t('lock.create')}
        </Button>
      </div>
    </QuietScreen>
  );
};
