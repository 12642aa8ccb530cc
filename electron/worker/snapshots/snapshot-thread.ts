import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { SnapshotManifest } from '#core/snapshot';
import { toAppError } from '../db/database-error';
import { followControl, type Progress } from '../job-control';
import { progressTeller, type ThreadMessage } from '../run-thread';
import type { Tick } from './check-database';
import { copySnapshot } from './copy-snapshot';
import { filesOf } from './snapshot-files';
import { takeSnapshot } from './take-snapshot';
import type { SnapshotMessage, SnapshotTask } from './thread-messages';
import { verifySnapshot } from './verify-snapshot';

// A thread of its own, so that writing in the journal never waits for a backup.

const task = workerData as SnapshotTask & { readonly control: SharedArrayBuffer };
const control = followControl(task.control);
const say = (message: SnapshotMessage | ThreadMessage): void => parentPort?.postMessage(message);
const tell = progressTeller(say);

/** Reads and writes are counted against the bytes there are to look at, which is a guess good enough for a bar. */
const ticker = (phase: Progress['phase'], total: number): Tick => {
  let done = 0;
  return (more) => {
    control.check();
    done += more;
    tell({ phase, done: Math.min(done, total), total });
  };
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 1;

const work = (): SnapshotManifest => {
  switch (task.task) {
    case 'take':
      return takeSnapshot(task, ticker('writing', sizeOf(task.database)));
    case 'verify':
      return verifySnapshot(task, ticker('verifying', sizeOf(filesOf(join(task.folder, task.name)).database)));
    case 'copy':
      return copySnapshot(
        task,
        task.into,
        ticker('writing', 2 * sizeOf(filesOf(join(task.folder, task.name)).database)),
      );
  }
};

try {
  say({ type: 'whole', manifest: work() });
} catch (error) {
  say({ type: 'failed', code: toAppError(error).code });
} finally {
  task.vaultKey.fill(0);
}
