import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { SnapshotManifest, SnapshotName } from '#core/snapshot';
import { toAppError } from '../db/database-error';
import { followControl, type Progress } from '../job-control';
import { progressTeller, runThread, type ThreadMessage } from '../run-thread';
import { databaseKey } from '../vault/keys';
import { databaseFile } from '../vault/vault-files';
import { checkDatabase } from './check-database';
import { copyDurably, copySnapshot } from './copy-snapshot';
import type { Tick } from './read-pages';
import { restoreSnapshot } from './restore-snapshot';
import { filesOf } from './snapshot-files';
import { takeSnapshot } from './take-snapshot';
import type { PagesMessage, PagesTask, SnapshotMessage, SnapshotTask } from './thread-messages';
import { proveBytes, verifySnapshot } from './verify-snapshot';

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

const prove = (order: Extract<SnapshotTask, { task: 'prove' }>): SnapshotManifest => {
  const tick = ticker('verifying', (order.into === null ? 1 : 2) * sizeOf(fileOf(order)));
  const manifest = proveBytes(order, tick);
  if (order.into !== null) copyDurably(fileOf(order), order.into, tick);
  return manifest;
};

const whole = (manifest: SnapshotManifest): SnapshotMessage => ({ type: 'whole', manifest });

/** On a thread beside this one: with the tables it is half of the work. */
const readPages = async (database: string): Promise<void> => {
  const beside: PagesTask = { database, vaultKey: task.vaultKey };
  const job = { control: { shared: task.control }, onProgress: () => undefined };
  await runThread<PagesMessage>(new URL('./pages-thread.js', import.meta.url), beside, { job });
};

const work = async (): Promise<SnapshotMessage> => {
  switch (task.task) {
    case 'take': {
      const tick = ticker('writing', sizeOf(task.database));
      return whole(await takeSnapshot(task, { tick, onCopied: () => say({ type: 'copied' }), readPages }));
    }
    case 'verify':
      return whole(verifySnapshot(task, ticker('verifying', sizeOf(fileOf(task)))));
    case 'prove':
      return whole(prove(task));
    case 'copy':
      return whole(copySnapshot(task, task.into, ticker('writing', 2 * sizeOf(fileOf(task)))));
    case 'restore':
      return whole(await restoreSnapshot(task, ticker('writing', 3 * sizeOf(fileOf(task)))));
    case 'rekey': {
      const total = 5 * sizeOf(databaseFile(task.folder));
      // Loaded for this alone: a snapshot needs none of it.
      const [{ rekeyJournal }, { loadSodium }] = await Promise.all([
        import('./rekey-journal'),
        import('../vault/sodium'),
      ]);
      await rekeyJournal(await loadSodium(), task, ticker('writing', total));
      return { type: 'rekeyed' };
    }
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
  if (task.task === 'rekey') task.next.vaultKey.fill(0);
  if (task.task === 'restore') task.present?.vaultKey.fill(0);
}
