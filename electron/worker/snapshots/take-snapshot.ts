import { closeSync, fsyncSync, openSync } from 'node:fs';
import { AppError } from '#core/errors';
import type { SnapshotManifest, SnapshotName, SnapshotReason } from '#core/snapshot';
import type { Database } from '../db/database';
import { toAppError } from '../db/database-error';
import { sql } from '../db/sql';
import { readIfThere, writeNewFile } from '../vault/durable-file';
import { databaseKey } from '../vault/keys';
import {
  type Contents,
  checkDatabase,
  contentsOf,
  digestFile,
  openForReading,
  sameContents,
  type Tick,
} from './check-database';
import { encodeManifest, readManifest } from './manifest';
import { beginFolder, clearAfterFailure, clearUnfinished, filesOf, finishFolder } from './snapshot-files';

export type SnapshotOrder = {
  /** The journal's database. */
  readonly database: string;
  /** The folder of snapshots, and the name of this one in it. */
  readonly folder: string;
  readonly name: SnapshotName;
  readonly vaultKey: Uint8Array;
  readonly vaultId: string;
  /** The bytes of the vault's header, and its generation. */
  readonly header: Uint8Array;
  readonly generation: number;
  /** Epoch ms. */
  readonly takenAt: number;
  readonly reason: SnapshotReason;
};

const syncFile = (file: string): void => {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

// Changes whenever another connection commits.
const stateOf = (db: Database): number => db.get<{ data_version: number }>(sql`PRAGMA data_version`)?.data_version ?? 0;

/** Copies the journal into a file of its own, encrypted under the same key, and says what it held; null when it was written to meanwhile. */
const copyDatabase = (db: Database, file: string, tick: Tick): Contents | null => {
  const before = stateOf(db);
  // Which keeps SQLite from writing the copy as well.
  db.exec('PRAGMA query_only = OFF');
  db.run(sql`VACUUM INTO ${file}`);
  db.exec('PRAGMA query_only = ON');
  const held = contentsOf(db, tick);
  return stateOf(db) === before ? held : null;
};

const reread = (file: string): Buffer => {
  const bytes = readIfThere(file);
  if (bytes === undefined) throw new AppError('SNAPSHOT_DAMAGED');
  return bytes;
};

const write = (order: SnapshotOrder, unfinished: string, tick: Tick): SnapshotManifest => {
  const { vaultKey, vaultId, generation, takenAt, reason } = order;
  const files = filesOf(unfinished);
  const key = databaseKey(vaultKey);
  const journal = openForReading(order.database, key);
  let held: Contents | null;
  try {
    held = copyDatabase(journal, files.database, tick);
  } finally {
    journal.close();
  }
  // SQLite leaves it to its caller to have a copy on the disk.
  syncFile(files.database);
  const contents = checkDatabase(files.database, key, tick);
  if (held !== null && !sameContents(held, contents)) throw new AppError('SNAPSHOT_DAMAGED');
  const digest = digestFile(files.database, tick);
  const manifest: SnapshotManifest = {
    format: 'ebb-snapshot',
    version: 1,
    vaultId,
    generation,
    takenAt,
    reason,
    ...contents,
    ...digest,
  };
  writeNewFile(files.header, order.header);
  writeNewFile(files.manifest, encodeManifest(manifest, vaultKey));
  const whole = reread(files.header).equals(order.header) && readManifest(reread(files.manifest), vaultKey) !== null;
  if (!whole) throw new AppError('SNAPSHOT_DAMAGED');
  return manifest;
};

/**
 * Takes a snapshot of a journal that may be written to meanwhile: copied, onto the disk, reread, every page checked and
 * compared with the journal, and only then under its name. Whatever goes wrong, nothing of it remains and the ones before
 * stay as they are. Fails with SNAPSHOT_DAMAGED (what was reread is not what was written), DISK_FULL, READ_ONLY,
 * FOLDER_MISSING, or what `tick` throws.
 */
export const takeSnapshot = (order: SnapshotOrder, tick: Tick): SnapshotManifest => {
  const { folder, name } = order;
  try {
    clearUnfinished(folder);
    const manifest = write(order, beginFolder(folder, name), tick);
    tick(0);
    finishFolder(folder, name);
    return manifest;
  } catch (error) {
    clearAfterFailure(folder);
    throw toAppError(error);
  }
};
