import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotName } from '#core/snapshot';
import { announce } from '#lib/announce';
import { call } from '#lib/client';
import { useJob } from '#lib/job';
import { emptyWindow } from '#lib/lock-journal';
import { useOneAtATime } from '#lib/one-at-a-time';
import { refresh } from '#lib/query-client';
import { flushAll } from '#lib/unsaved-work';
import { Confirm } from '#ui/confirm';
import { ErrorState } from '#ui/error-state';
import { JobProgress } from '#ui/job-progress';
import css from './backups.module.css';
import { UnwrittenWords } from './unwritten-words';

const useGoBack = (name: SnapshotName, onStopped: () => void) => {
  const { t } = useTranslation();
  const job = useJob();
  const going = useOneAtATime();
  const [isUnwritten, setUnwritten] = useState(false);
  const [isDone, setDone] = useState(false);
  const goBack = async (): Promise<void> => {
    job.reset();
    const left = await flushAll();
    setUnwritten(left.length > 0);
    if (left.length > 0) return;
    // Not by `command`: nothing may be asked of the closed journal before the window is empty.
    await job.run((id) => call('snapshots.restore', { job: id, name }));
    const { error } = job.state.read();
    setDone(error === null);
    if (error === null) return emptyWindow('went-back');
    // The backup of the journal as it is now may be there, and damage be noted.
    refresh(['snapshots', 'status']);
    if (error.code !== 'CANCELLED') return;
    announce(t('errors.CANCELLED.happened'));
    onStopped();
  };
  return { ...job, isUnwritten, isDone, isBusy: going.isRunning || isDone, run: () => void going.run(goBack) };
};

/** What happens, in order, before anything does. */
const Steps = () => {
  const { t } = useTranslation();
  return (
    <ul className={css.steps}>
      <li>{t('settings.backups.goBackFirst')}</li>
      <li>{t('settings.backups.goBackThen')}</li>
      <li>{t('settings.backups.goBackStays')}</li>
    </ul>
  );
};

type Props = {
  readonly name: SnapshotName;
  /** How the person tells it from the others, within a sentence. */
  readonly when: string;
  readonly onClose: () => void;
};

/** Says what going back to a backup means, and does it. The question stays above the page meanwhile: nothing new can be written. */
export const GoBack = ({ name, when, onClose }: Props) => {
  const { t } = useTranslation();
  const { progress, isCancelling, isRunning, cancel, error, ...going } = useGoBack(name, onClose);
  const close = (): void => {
    if (isRunning) cancel();
    else if (!going.isBusy) onClose();
  };
  return (
    <Confirm
      title={t('settings.backups.goBackTitle', { when })}
      confirmLabel={t('settings.backups.goBackRun')}
      isOpen
      isPending={going.isBusy}
      onConfirm={going.run}
      onCancel={close}
    >
      {/* In a small window, what stands last would be out of sight. */}
      {going.isUnwritten && !going.isBusy && <UnwrittenWords>{t('settings.backups.unwritten')}</UnwrittenWords>}
      {error !== null && error.code !== 'CANCELLED' && (
        // The chosen one is named where it is the damaged one; else the one made first did not read back.
        <ErrorState code={error.code} place={error.fields?.name === undefined ? 'backups' : undefined} />
      )}
      {going.isDone ? (
        <p role="status">{t('settings.backups.goBackDone')}</p>
      ) : (
        <p>{t('settings.backups.goBackLead')}</p>
      )}
      {going.isBusy ? isRunning && <JobProgress job={{ progress, isCancelling }} /> : <Steps />}
    </Confirm>
  );
};
