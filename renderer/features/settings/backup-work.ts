import { useEffect } from 'react';
import type { ErrorCode } from '#core/errors';
import type { SnapshotName } from '#core/snapshot';
import { announce } from '#lib/announce';
import { i18n } from '#lib/i18n';
import { createJob } from '#lib/job';
import { useLongWhile } from '#lib/long-while';
import { command, refresh } from '#lib/query-client';
import { createStore, useStore } from '#lib/store';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';

// Goes on when the page is left: whoever asked for a backup wants it made.
const job = createJob();
/** What the job is about: a new backup, or the one that is read again. */
const subject = createStore<'new' | SnapshotName>('new');
const watchers = new Set<object>();

/** Says how it ended where no error can stand beside it; the person's own stop is only said aloud. */
const tell = (code: ErrorCode): void => {
  job.reset();
  if (code === 'CANCELLED') announce(i18n.t('errors.CANCELLED.happened'));
  else tellFailure(code, 'backups');
};

const take = async (): Promise<void> => {
  if (job.state.read().isRunning) return;
  subject.write('new');
  const taken = await job.run((id) => command('snapshots.take', { job: id }));
  const { error } = job.state.read();
  if (taken !== null) showToast({ about: 'backup', text: i18n.t('settings.backups.taken') });
  else if (error !== null && (error.code === 'CANCELLED' || watchers.size === 0)) tell(error.code);
};

/** `when` is how the person tells it from the others. */
const check = async (name: SnapshotName, when: string): Promise<void> => {
  if (job.state.read().isRunning) return;
  subject.write(name);
  await job.run((id) => command('snapshots.verify', { job: id, name }));
  const { error } = job.state.read();
  if (error === null) return showToast({ about: 'backup', text: i18n.t('settings.backups.foundWhole', { when }) });
  // What it found is noted by the worker and stands in the list.
  refresh(['snapshots']);
  if (error.code !== 'SNAPSHOT_DAMAGED') return tell(error.code);
  job.reset();
  showToast({ about: 'backup', text: i18n.t('settings.backups.foundDamaged', { when }) });
};

/** The one thing that is being done about backups now, and what can be begun. */
export const useBackupWork = () => {
  const state = useStore(job.state);
  const about = useStore(subject);
  const isLong = useLongWhile(state.isRunning);
  useEffect(() => {
    const watcher = {};
    watchers.add(watcher);
    return () => {
      watchers.delete(watcher);
      job.reset();
    };
  }, []);
  return { ...state, about, isLong, cancel: job.cancel, take, check };
};

export type BackupWork = ReturnType<typeof useBackupWork>;
