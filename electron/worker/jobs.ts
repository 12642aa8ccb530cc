import type { EventPayload } from '#core/contract';
import { AppError } from '#core/errors';
import { type Control, makeControl, type Progress } from './job-control';

/** Long work that can be watched and cancelled. */
export type Job = {
  readonly id: string;
  readonly control: Control;
  /** Resolves once it is cancelled, for work that only waits. */
  readonly cancelled: Promise<void>;
  readonly onProgress: (progress: Progress) => void;
};

/** The long work that is going on, by the id that the window gave it. */
export const jobRegistry = (onProgress: (event: EventPayload<'job.progress'>) => void) => {
  const atWork = new Map<string, { readonly cancel: () => void; readonly ended: Promise<unknown> }>();

  /** Runs `work` under an id; fails as it fails, or with INVALID_INPUT when that id is at work already. */
  const run = <T>(id: string, work: (job: Job) => Promise<T>): Promise<T> => {
    if (atWork.has(id)) return Promise.reject(new AppError('INVALID_INPUT'));
    const control = makeControl();
    let tell = (): void => undefined;
    const cancelled = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const job: Job = { id, control, cancelled, onProgress: (progress) => onProgress({ job: id, ...progress }) };
    const running = work(job).finally(() => atWork.delete(id));
    const cancel = (): void => {
      control.cancel();
      tell();
    };
    atWork.set(id, { cancel, ended: running.catch(() => undefined) });
    return running;
  };

  /** Cancels a job; when this resolves it has cleaned up behind itself. Does nothing when there is no such job. */
  const cancel = async (id: string): Promise<void> => {
    const found = atWork.get(id);
    found?.cancel();
    await found?.ended;
  };

  return {
    run,
    cancel,
    isAtWork: (id: string): boolean => atWork.has(id),
    cancelAll: async (): Promise<void> => {
      await Promise.all([...atWork.keys()].map(cancel));
    },
  };
};

export type JobRegistry = ReturnType<typeof jobRegistry>;
