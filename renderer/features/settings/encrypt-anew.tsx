import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#lib/client';
import { useJob } from '#lib/job';
import { emptyWindow } from '#lib/lock-journal';
import { useOneAtATime } from '#lib/one-at-a-time';
import { refresh, useSingleCommand } from '#lib/query-client';
import { flushAll } from '#lib/unsaved-work';
import { Confirm } from '#ui/confirm';
import { ErrorState } from '#ui/error-state';
import { JobProgress } from '#ui/job-progress';
import { UnwrittenWords } from './unwritten-words';

const useEncrypting = () => {
  const job = useJob();
  const going = useOneAtATime();
  const [isUnwritten, setUnwritten] = useState(false);
  const [isDone, setDone] = useState(false);
  const encrypt = async (): Promise<void> => {
    job.reset();
    const left = await flushAll();
    setUnwritten(left.length > 0);
    if (left.length > 0) return;
    // Not by `command`: nothing may be asked of the closed journal before the window is empty.
    await job.run((id) => call('vault.changeKey', { job: id }));
    const { error } = job.state.read();
    setDone(error === null);
    if (error === null) return emptyWindow('encrypted');
    // The backup of the journal as it is now may be there.
    refresh(['snapshots', 'status']);
  };
  return { ...job, isUnwritten, isDone, isBusy: going.isRunning || isDone, run: () => void going.run(encrypt) };
};

const Before = () => {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('settings.security.key.runLead')}</p>
      <p>{t('settings.security.key.runTime')}</p>
    </>
  );
};

type Props = {
  /** The person would rather not; the key that was prepared is forgotten. */
  readonly onLeave: () => void;
};

/** The last step of changing the key: does it, shows how far it is, and can be stopped. It stays above the page meanwhile. */
export const EncryptAnew = ({ onLeave }: Props) => {
  const { t } = useTranslation();
  const { progress, isCancelling, isRunning, cancel, error, ...going } = useEncrypting();
  const settle = useSingleCommand('vault.settleRecoveryKey');
  const close = (): void => {
    if (isRunning) cancel();
    // Where it is forgotten already there is nothing to forget.
    else if (!going.isBusy) settle.mutate({ keep: false }, { onSettled: onLeave });
  };
  return (
    <Confirm
      title={t('settings.security.key.runTitle')}
      confirmLabel={t('settings.security.key.run')}
      cancelLabel={isRunning ? t('ui.cancel') : t('settings.security.key.leave')}
      isOpen
      isPending={going.isBusy}
      onConfirm={going.run}
      onCancel={close}
    >
      {/* In a small window, what stands last would be out of sight. */}
      {going.isUnwritten && !going.isBusy && <UnwrittenWords>{t('settings.security.key.unwritten')}</UnwrittenWords>}
      {error?.code === 'CANCELLED' && <p role="status">{t('settings.security.key.stopped')}</p>}
      {error !== null && error.code !== 'CANCELLED' && <ErrorState code={error.code} place="changeKey" />}
      {going.isDone ? <p role="status">{t('settings.security.key.done')}</p> : <Before />}
      {isRunning && <JobProgress job={{ progress, isCancelling }} />}
    </Confirm>
  );
};
