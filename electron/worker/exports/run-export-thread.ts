import { Worker } from 'node:worker_threads';
import { AppError } from '#core/errors';
import type { ExportManifest } from '#core/export-manifest';
import type { Job } from '../jobs';
import type { ExportMessage, ExportRecord, ExportTask } from './thread-messages';

type LastWord<T extends ExportTask['task']> = Extract<ExportMessage, { type: T extends 'write' ? 'written' : 'read' }>;

type Receiver = {
  readonly onOpened?: (manifest: ExportManifest) => void;
  /** Takes in a batch; the thread goes on reading meanwhile, but not further than a batch ahead. */
  readonly onRecords?: (records: readonly ExportRecord[]) => void | Promise<void>;
};

// Distributes over the union, so that each kind of task keeps its own fields.
type WithoutControl<T> = T extends unknown ? Omit<T, 'control'> : never;

/**
 * Runs the export thread (`thread` is its file) on a task and resolves with its last word once it has ended and every
 * batch was taken in. Fails with the thread's code, with what the receiver throws, or with INTERNAL when the thread dies.
 */
export const runExportThread = async <T extends ExportTask['task']>(
  thread: string | URL,
  task: Extract<WithoutControl<ExportTask>, { task: T }>,
  { job, onOpened, onRecords }: Receiver & { readonly job: Job },
): Promise<LastWord<T>> => {
  const { control } = job;
  const worker = new Worker(thread, { workerData: { ...task, control: control.shared } });
  const words: ExportMessage[] = [];
  let failure: unknown = null;
  let takenIn: Promise<void> = Promise.resolve();

  const fail = (cause: unknown): void => {
    failure ??= cause;
    // Nobody wants the rest.
    control.cancel();
  };

  worker.on('message', (message: ExportMessage) => {
    if (message.type === 'progress') job.onProgress(message.progress);
    else if (message.type === 'opened') onOpened?.(message.manifest);
    else if (message.type === 'records') {
      takenIn = takenIn
        .then(() => (failure === null && !control.isCancelled() ? onRecords?.(message.records) : undefined))
        .then(control.taken, fail);
    } else words.push(message);
  });
  worker.on('error', fail);
  await new Promise((resolve) => worker.once('exit', resolve));
  await takenIn;

  const word = words.at(-1);
  if (failure !== null) throw failure;
  if (word === undefined) throw new AppError('INTERNAL');
  if (word.type === 'failed') throw new AppError(word.code);
  return word as LastWord<T>;
};
