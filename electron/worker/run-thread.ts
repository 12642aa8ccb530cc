import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '#core/errors';
import type { Progress } from './job-control';
import type { Job } from './jobs';

/** What every thread may say besides words of its own. Its last word is one of its own, or `failed`. */
export type ThreadMessage =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'failed'; readonly code: ErrorCode };

type Receiver<Word> = {
  readonly job: { readonly control: Pick<Job['control'], 'shared'>; readonly onProgress: Job['onProgress'] };
  /** Takes in what the thread says on its way; answers whether it did. What nobody takes in is a last word. */
  readonly take?: (word: Word) => boolean;
};

/**
 * Runs a thread (`thread` is its file) on a task and resolves with its last word once it has ended. Fails with the
 * thread's code, or with INTERNAL when it ends without a word.
 */
export const runThread = async <Word extends { readonly type: string }>(
  thread: string | URL,
  task: object,
  { job, take }: Receiver<Word>,
): Promise<Word> => {
  const worker = new Worker(thread, { workerData: { ...task, control: job.control.shared } });
  let last: Word | undefined;
  let failure: unknown = null;
  worker.on('message', (message: Word | ThreadMessage) => {
    if (message.type === 'progress') job.onProgress((message as Extract<ThreadMessage, { type: 'progress' }>).progress);
    else if (message.type === 'failed') failure ??= new AppError((message as { code: ErrorCode }).code);
    else if (take?.(message as Word) !== true) last = message as Word;
  });
  worker.on('error', (cause) => {
    failure ??= cause;
  });
  await new Promise((resolve) => worker.once('exit', resolve));
  if (failure !== null) throw failure;
  if (last === undefined) throw new AppError('INTERNAL');
  return last;
};

/** Progress is told ten times a second at most. */
const PROGRESS_MS = 100;

/** For a thread: tells how far it is, now and then, at the beginning and at the end of each phase. */
export const progressTeller = (say: (message: ThreadMessage) => void) => {
  let toldAt = Number.NEGATIVE_INFINITY;
  let toldPhase: Progress['phase'] | null = null;
  return (progress: Progress): void => {
    const now = performance.now();
    if (progress.phase === toldPhase && now - toldAt < PROGRESS_MS && progress.done < progress.total) return;
    toldAt = now;
    toldPhase = progress.phase;
    say({ type: 'progress', progress });
  };
};
