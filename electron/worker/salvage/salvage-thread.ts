import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { toAppError } from '../db/database-error';
import { followControl, type Progress } from '../job-control';
import { progressTeller, type ThreadMessage } from '../run-thread';
import type { Tick } from '../snapshots/read-pages';
import { databaseKey } from '../vault/keys';
import { databaseFile } from '../vault/vault-files';
import { everyPageOpens, openPages } from './page-source';
import { salvage, type Ticks } from './salvage';
import { takeSalvage } from './take-salvage';
import type { SalvageMessage, SalvageTask } from './thread-messages';

// A thread of its own: reading a large journal page by page takes a while, and cancelling must be heard.

const task = workerData as SalvageTask & { readonly control: SharedArrayBuffer };
const control = followControl(task.control);
const say = (message: SalvageMessage | ThreadMessage): void => parentPort?.postMessage(message);
const tell = progressTeller(say);

/** Counted against the bytes of the database, which is a guess good enough for a bar. */
const ticker = (phase: Progress['phase'], total: number): Tick => {
  let done = 0;
  return (more) => {
    control.check();
    done += more;
    tell({ phase, done: Math.min(done, total), total });
  };
};

const sizeOf = (folder: string): number => statSync(databaseFile(folder), { throwIfNoEntry: false })?.size || 1;

const ticksFor = (size: number): Ticks => ({
  copying: ticker('preparing', 2 * size),
  reading: ticker('reading', 2 * size),
  storing: ticker('writing', 0),
  checking: ticker('verifying', size),
});

const survey = (folder: string, vaultKey: Uint8Array): boolean => {
  const source = openPages(databaseFile(folder), databaseKey(vaultKey));
  try {
    return everyPageOpens(source, ticker('verifying', sizeOf(folder)));
  } finally {
    source.close();
  }
};

const work = async (): Promise<SalvageMessage> => {
  switch (task.task) {
    case 'survey':
      return { type: 'surveyed', isWhole: survey(task.folder, task.vaultKey) };
    case 'look':
      return { type: 'salvaged', salvage: await salvage(task, ticksFor(sizeOf(task.folder))) };
    case 'take':
      await takeSalvage(task);
      return { type: 'taken' };
  }
};

try {
  say(await work());
} catch (error) {
  say({ type: 'failed', code: toAppError(error).code });
} finally {
  task.vaultKey.fill(0);
}
