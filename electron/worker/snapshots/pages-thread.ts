import { parentPort, workerData } from 'node:worker_threads';
import { toAppError } from '../db/database-error';
import { followControl } from '../job-control';
import type { ThreadMessage } from '../run-thread';
import { databaseKey } from '../vault/keys';
import { readPages } from './read-pages';
import type { PagesMessage, PagesTask } from './thread-messages';

// Beside snapshot-thread, which looks at the records meanwhile: this is half of the work.

const { database, vaultKey, control } = workerData as PagesTask & { readonly control: SharedArrayBuffer };
const say = (message: PagesMessage | ThreadMessage): void => parentPort?.postMessage(message);

try {
  const { check } = followControl(control);
  readPages(database, databaseKey(vaultKey), check);
  say({ type: 'pages-read' });
} catch (error) {
  say({ type: 'failed', code: toAppError(error).code });
} finally {
  vaultKey.fill(0);
}
