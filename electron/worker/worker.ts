import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { EventPayload } from '#core/contract';
import { AppError } from '#core/errors';
import type { WorkerReply, WorkerRequest, WorkerSetup } from '#core/worker-message';
import { dispatcher, handlersFor } from './dispatch';
import { systemClock } from './journal';
import { dropSalvaged } from './salvage/salvage';
import { drillService } from './services/drill';
import { exportService } from './services/exports';
import { importService } from './services/imports';
import { insideService } from './services/inside';
import { keyChangeService } from './services/key-change';
import { mergeService } from './services/merges';
import { recoveryService } from './services/recovery';
import { fillSample } from './services/sample';
import { snapshotService } from './services/snapshots';
import { unsavedService } from './services/unsaved';
import { vaultService } from './services/vault';
import { openJournalIndex } from './vault/journal-index';
import { keyDerivation } from './vault/key-derivation';
import { suggestPassphrase } from './vault/passphrase-words';
import { loadSodium } from './vault/sodium';
import { clearTrialFolders } from './vault/trial-folder';

const PREPARE_MS = 500;
/** The first pages come before the snapshot of the day. */
const SETTLE_MS = 4000;
/** How long the key may wait for what is under way to clear up behind itself; a thread that hangs must not keep it. */
const CLEAR_UP_MS = 8000;
/** How often it is looked whether a stick has been put in again. */
const LOOK_MS = 30_000;
/** How often it is looked whether a snapshot is due in a journal that stays open. */
const KEEP_UP_MS = 3_600_000;

const port = parentPort;
if (port === null) throw new Error('runs as a worker thread only');
const { home, threads, app, checkOutput, kept } = workerData as WorkerSetup;
const reply = (message: WorkerReply): void => port.postMessage(message);

const sodium = await loadSodium();
const derivation = keyDerivation(join(threads, 'key-derivation-thread.js'));
const smith = { sodium, clock: systemClock, deriveKey: derivation.deriveKey, calibrate: derivation.calibrate };
const onProgress = (payload: EventPayload<'job.progress'>): void =>
  reply({ type: 'event', event: 'job.progress', payload });
// What a crash left behind; nothing of it is anybody's journal.
clearTrialFolders(home);
dropSalvaged(home);
const index = openJournalIndex(home);
const vault = vaultService({
  smith,
  index,
  fillSample,
  beforeMigration: (opened) => snapshots.beforeMigration(opened),
  onChange: (id) => snapshots.noteChange(id),
  onOpened: () => setTimeout(() => void snapshots.opened(), SETTLE_MS).unref(),
});
const snapshotThread = join(threads, 'snapshot-thread.js');
const snapshots = snapshotService({
  vault,
  smith,
  index,
  thread: snapshotThread,
  onProgress,
  onChanged: () => reply({ type: 'event', event: 'snapshots.changed', payload: {} }),
});
const recovery = recoveryService({
  smith,
  index,
  attempts: vault.attempts,
  thread: snapshotThread,
  salvageThread: join(threads, 'salvage-thread.js'),
  onProgress,
});
const exportThread = join(threads, 'export-thread.js');
const merges = mergeService({ vault, smith, home, thread: exportThread, snapshots, onProgress });
const imports = importService({ vault, snapshots, onProgress });
const exports = exportService({
  vault,
  smith,
  home,
  app,
  thread: exportThread,
  onProgress,
});
const inside = insideService({ vault, snapshots, home });
const drill = drillService({ vault, smith, home, snapshots, exports });
const unsaved = unsavedService({ vault, sodium, kept, onKept: (next) => reply({ type: 'kept', kept: next }) });
const keyChange = keyChangeService({ vault, smith, index, snapshots, unsaved, thread: snapshotThread });
const answer = dispatcher(
  handlersFor({
    vault,
    exports,
    snapshots,
    merges,
    imports,
    recovery,
    inside,
    drill,
    keyChange,
    unsaved,
    suggestPassphrase: () => suggestPassphrase(sodium),
  }),
  {
    checkOutput,
  },
);

// While the passphrase is typed; not earlier, when the first screen still needs the processor.
setTimeout(() => {
  if (!vault.isOpen() && index.list().length > 0) derivation.prepare();
}, PREPARE_MS).unref();

setInterval(snapshots.lookAround, LOOK_MS).unref();
setInterval(snapshots.keepUp, KEEP_UP_MS).unref();

const resolver =
  (files: Readonly<Record<string, string>>) =>
  (ticket: string): string => {
    const file = files[ticket];
    if (file === undefined) throw new AppError('NOT_FOUND');
    return file;
  };

const clearUp = async (): Promise<void> => {
  await Promise.allSettled([exports.close(), merges.close(), imports.close(), snapshots.close(), recovery.close()]);
  await Promise.allSettled([drill.close(), (async () => inside.close())()]);
};

/** Closes the journal last, and in any case: what could not be cleared up is cleared up at the next start. */
const closeAll = async (): Promise<void> => {
  try {
    await Promise.race([clearUp(), sleep(CLEAR_UP_MS)]);
  } finally {
    vault.close();
    reply({ type: 'closed' });
    port.close();
  }
};

port.on('message', async (request: WorkerRequest) => {
  if (request.type === 'close') {
    await closeAll();
    return;
  }
  const { id, method, input, files } = request;
  reply({ type: 'result', id, result: await answer(method, input, resolver(files)) });
});
