import { parentPort, workerData } from 'node:worker_threads';
import { toAppError } from '../db/database-error';
import { followControl } from '../job-control';
import type { ThreadMessage } from '../run-thread';
import { databaseKey } from '../vault/keys';
import { checkPages, digestFile } from './read-pages';
import type { PagesMessage, PagesTask } from './thread-messages';

// Beside snapshot-thread, which looks at the tables meanwhile: the pages are half of the work.

const { database, vaultKey, control } = workerData as PagesTask & { readonly control: SharedArrayBuffer };
const say = (message: PagesMessage | ThreadMessage): void => parentPort?.postMessage(message);

try {
  checkPages(database, databaseKey(vaultKey));
  say({ type: 'digest', digest: digestFile(database, followControl(control).check) });
} catch (error) {
  say({ type: 'failed', code: toAppError(error).code });
} finally {
  vaultKey.fill(0);
}
