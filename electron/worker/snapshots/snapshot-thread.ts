import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { SnapshotManifest, SnapshotName } from '#core/snapshot';
import { toAppError } from '../db/database-error';
import { followControl, type Progress } from '../job-control';
import { progressTeller, type ThreadMessage } from '../run-thread';
import { databaseKey } from '../vault/keys';
import { checkDatabase, type Tick } from './check-database';
import { copySnapshot } from './copy-snapshot';
import { restoreSnapshot } from './restore-snapshot';
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

const fileOf = ({ folder, name }: { readonly folder: string; readonly name: SnapshotName }): string =>
  filesOf(join(folder, name)).database;

const whole = (manifest: SnapshotManifest): SnapshotMessage => ({ type: 'whole', manifest });

const work = async (): Promise<SnapshotMessage> => {
  switch (task.task) {
    case 'take':
      return whole(takeSnapshot(task, ticker('writing', sizeOf(task.database))));
    case 'verify':
      return whole(verifySnapshot(task, ticker('verifying', sizeOf(fileOf(task)))));
    case 'copy':
      return whole(copySnapshot(task, task.into, ticker('writing', 2 * sizeOf(fileOf(task)))));
    case 'restore':
      return whole(await restoreSnapshot(task, ticker('writing', 3 * sizeOf(fileOf(task)))));
    case 'check': {
      const { database, vaultKey } = task;
      const contents = checkDatabase(database, databaseKey(vaultKey), ticker('verifying', sizeOf(database)));
      return { type: 'sound', contents };
    }
  }
};

try {
  say(await work());
} catch (error) {
  say({ type: 'failed', code: toAppError(error).code });
} finally {
  task.vaultKey.fill(0);
}
