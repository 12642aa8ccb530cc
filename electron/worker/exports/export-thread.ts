import { parentPort, workerData } from 'node:worker_threads';
import { toAppError } from '../db/database-error';
import { followControl } from '../job-control';
import { progressTeller, type ThreadMessage } from '../run-thread';
import { loadSodium } from '../vault/sodium';
import { readExport } from './read-export';
import type { ExportMessage, ExportRecord, ExportTask } from './thread-messages';
import { writeExport } from './write-export';

// A thread of its own, so that writing in the journal never waits for an export; with a connection of its own to read it.

const BATCH_BYTES = 4 * 1024 * 1024;
const BATCH_RECORDS = 2000;

const task = workerData as ExportTask;
const control = followControl(task.control);
const say = (message: ExportMessage | ThreadMessage, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer);

const tell = progressTeller(say);

const buffersOf = (records: readonly ExportRecord[]): ArrayBuffer[] =>
  records.flatMap((record) => (record.type === 'attachment-piece' ? [record.bytes.buffer] : []));

/** Gathers records and hands them on in batches, waiting while too many are under way. */
const deliverer = () => {
  let records: ExportRecord[] = [];
  let size = 0;
  const flush = (): void => {
    if (records.length === 0) return;
    control.awaitRoom();
    say({ type: 'records', records }, buffersOf(records));
    records = [];
    size = 0;
  };
  const take = (record: ExportRecord, bytes: number): void => {
    records.push(record);
    size += bytes;
    if (size >= BATCH_BYTES || records.length >= BATCH_RECORDS) flush();
  };
  return { take, flush };
};

const read = async ({ source, passphrase, deliver }: Extract<ExportTask, { task: 'read' }>): Promise<void> => {
  const delivery = deliverer();
  const summary = await readExport(
    await loadSodium(),
    { file: source, passphrase },
    {
      onManifest: (manifest) => say({ type: 'opened', manifest }),
      onRecord: (record, bytes) => {
        if (deliver) delivery.take(record, bytes);
      },
      onProgress: (done, total) => {
        control.check();
        tell({ phase: 'reading', done, total });
      },
    },
  );
  if (deliver) delivery.flush();
  const { manifest, counts, deleted, firstDay, lastDay, latestAt, bytes } = summary;
  const { exportedAt, app } = manifest;
  say({ type: 'read', preview: { exportedAt, app, counts, deleted, firstDay, lastDay, latestAt, bytes } });
};

const write = async (order: Extract<ExportTask, { task: 'write' }>): Promise<void> => {
  const sodium = await loadSodium();
  try {
    const report = await writeExport(sodium, order, { check: control.check, onProgress: tell });
    say({ type: 'written', report });
  } finally {
    sodium.memzero(order.vaultKey);
  }
};

try {
  await (task.task === 'write' ? write(task) : read(task));
} catch (error) {
  say({ type: 'failed', code: toAppError(error).code });
}
