import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors';
import { toAppError } from '../db/database-error';
import { openDatabase } from '../db/open-database';
import { rekeyDatabase } from '../db/rekey-database';
import { sql } from '../db/sql';
import { becomeDevice } from '../repositories/device';
import { syncFolder } from '../vault/durable-file';
import { encodeHeader, isAuthentic } from '../vault/header';
import { writeHeaderPair } from '../vault/header-pair';
import { type KeyHistory, saveKeyHistory } from '../vault/key-settings';
import { databaseKey } from '../vault/keys';
import type { PreparedKey } from '../vault/prepare-key';
import type { Sodium } from '../vault/sodium';
import { unfinishedIn } from '../vault/unfinished';
import { databaseFile } from '../vault/vault-files';
import { type Contents, checkDatabase, contentsOf, sameContents } from './check-database';
import { keyOf, writeEarlierKey } from './earlier-key';
import { openForReading, readPages, type Tick } from './read-pages';
import { loadReadings, saveReadings } from './readings';
import { shareSnapshots } from './share-snapshots';
import { listNames, nameOf, snapshotsFolder } from './snapshot-files';
import { beginSnapshot, takeSnapshot } from './take-snapshot';

export type RekeyOrder = {
  /** The folder that holds the journals; the new one is named by its vault's id. */
  readonly home: string;
  /** The journal as it is, which nobody writes to meanwhile: its folder, its vault's id and its key. */
  readonly folder: string;
  readonly vaultId: string;
  readonly vaultKey: Uint8Array;
  readonly next: PreparedKey;
  readonly history: KeyHistory;
  /** Epoch ms. */
  readonly at: number;
};

const copyDatabase = ({ folder, vaultKey }: RekeyOrder, file: string, tick: Tick): Contents => {
  const db = openForReading(databaseFile(folder), databaseKey(vaultKey));
  try {
    // Which keeps SQLite from writing the copy as well.
    db.exec('PRAGMA query_only = OFF');
    db.run(sql`VACUUM INTO ${file}`);
    return contentsOf(db, tick);
  } finally {
    db.close();
  }
};

const shareAll = (sodium: Sodium, { folder, vaultKey, next }: RekeyOrder, unfinished: string): void => {
  const before = { folder: snapshotsFolder(folder), vaultKey };
  const after = { folder: snapshotsFolder(unfinished), vaultKey: next.vaultKey };
  shareSnapshots(before.folder, after.folder, (name) => {
    const key = keyOf(sodium, before, name);
    writeEarlierKey(sodium, after, name, key);
    sodium.memzero(key);
  });
};

/** The first snapshot under the new key: from the beginning there is one that the new header opens. */
const takeFirst = async ({ folder, next, at }: RekeyOrder, unfinished: string, tick: Tick): Promise<void> => {
  const { header, vaultKey } = next;
  const { vaultId, generation } = header;
  const [before, after] = [snapshotsFolder(folder), snapshotsFolder(unfinished)];
  const name = nameOf(at, generation);
  const database = databaseFile(unfinished);
  const key = databaseKey(vaultKey);
  const place = { database, folder: after, name };
  const about = { vaultKey, vaultId, header: encodeHeader(header, vaultKey), generation, takenAt: at } as const;
  const db = openDatabase(database, key);
  try {
    const onCopied = beginSnapshot(db, place);
    const help = { tick, onCopied, readPages: async (copy: string) => readPages(copy, key, tick) };
    await takeSnapshot({ ...place, ...about, handle: db.handle, reason: 'daily' }, help);
  } finally {
    db.close();
  }
  const readings = loadReadings(before);
  const read = { ...readings.read, [name]: { at, whole: true } };
  saveReadings(after, { ...readings, read }, listNames(after));
};

const fill = async (sodium: Sodium, order: RekeyOrder, unfinished: string, tick: Tick): Promise<void> => {
  const { vaultId, vaultKey, next, history } = order;
  const { header } = next;
  const [file, nextKey] = [databaseFile(unfinished), databaseKey(next.vaultKey)];
  const held = copyDatabase(order, file, tick);
  rekeyDatabase(file, { from: databaseKey(vaultKey), to: nextKey }, (db) => {
    becomeDevice(db);
    saveKeyHistory(db, vaultId, history);
  });
  if (!sameContents(checkDatabase(file, nextKey, tick), held)) throw new AppError('DATABASE_DAMAGED');
  const written = JSON.stringify(header);
  await writeHeaderPair(unfinished, header, {
    vaultKey: next.vaultKey,
    // Both slots were opened when it was made; these are the same bytes.
    proves: async (reread) => reread.text === written && isAuthentic(reread, next.vaultKey),
  });
  shareAll(sodium, order, unfinished);
  await takeFirst(order, unfinished, tick);
};

/**
 * Builds the whole journal anew under another key, in a folder of its own beside the one there is: copied, every page
 * encrypted anew and checked, with its header pair, the snapshots so far and a first one under the new key, and only then
 * under its name. The journal as it is is not touched. Whatever goes wrong, nothing of it remains. Fails with
 * DATABASE_DAMAGED, SNAPSHOT_DAMAGED, DISK_FULL, READ_ONLY, or what `tick` throws.
 */
export const rekeyJournal = async (sodium: Sodium, order: RekeyOrder, tick: Tick): Promise<void> => {
  const { home } = order;
  const id = order.next.header.vaultId;
  const unfinished = unfinishedIn(home, id);
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    await fill(sodium, order, unfinished, tick);
    tick(0);
    syncFolder(unfinished);
    renameSync(unfinished, join(home, id));
    syncFolder(home);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw toAppError(error);
  }
};
