import type { ExportManifest } from '#core/export-manifest';
import type { Job } from '../jobs';
import { runThread } from '../run-thread';
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
  let failure: unknown = null;
  let takenIn: Promise<void> = Promise.resolve();

  const fail = (cause: unknown): void => {
    failure ??= cause;
    // Nobody wants the rest.
    control.cancel();
  };

  const take = (message: ExportMessage): boolean => {
    if (message.type === 'opened') onOpened?.(message.manifest);
    else if (message.type === 'records') {
      takenIn = takenIn
        .then(() => (failure === null && !control.isCancelled() ? onRecords?.(message.records) : undefined))
        .then(control.taken, fail);
    }
    return message.type === 'opened' || message.type === 'records';
  };

  const word = await runThread<ExportMessage>(thread, task, { job, take }).catch((error: unknown) => {
    fail(error);
    return null;
  });
  await takenIn;
  // What the receiver threw stopped the thread, and comes before what the thread says of that.
  if (failure !== null) throw failure;
  return word as LastWord<T>;
};
