import { existsSync } from 'node:fs';
import { AppError } from '#core/errors';
import type { SnapshotManifest, SnapshotName, SnapshotReason } from '#core/snapshot';
import { connect, type Database } from '../db/database';
import { toAppError } from '../db/database-error';
import { notInPlace } from '../db/open-database';
import { sql } from '../db/sql';
import { readIfThere, syncFile, writeNewFile } from '../vault/durable-file';
import { databaseKey } from '../vault/keys';
import { unfinishedIn } from '../vault/unfinished';
import { readRecords } from './check-database';
import { copyFromHandle } from './copy-snapshot';
import { freezeDatabase } from './freeze-database';
import { isJournalDamaged } from './is-journal-damaged';
import { encodeManifest, readManifest } from './manifest';
import { digestFile, type Tick } from './read-pages';
import { beginFolder, clearAfterFailure, clearUnfinished, filesOf, finishFolder } from './snapshot-files';

export type SnapshotOrder = {
  /** The journal's database. */
  readonly database: string;
  /** Open on it for as long as SQLite is; valid in every thread of the process. */
  readonly handle: number;
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

/** What taking one needs besides its order. */
export type SnapshotHelp = {
  readonly tick: Tick;
  /** Called when the journal's file may change again. */
  readonly onCopied: () => void;
  /** Has all pages of a file and its index of words looked at, at best on another thread. */
  readonly readPages: (file: string) => Promise<void>;
};

/**
 * Begins a snapshot, on the thread that writes to the journal: from here on it is the journal of this moment that is taken.
 * What is returned has to be called once its file is copied, or nothing more comes of it. Fails with DISK_FULL, READ_ONLY,
 * DATABASE_MISSING, FOLDER_MISSING.
 */
export const beginSnapshot = (
  db: Database,
  { database, folder, name }: Pick<SnapshotOrder, 'database' | 'folder' | 'name'>,
): (() => void) => {
  try {
    // Where a journal is gone, no new folder is begun.
    if (!existsSync(database)) throw notInPlace(database);
    clearUnfinished(folder);
    return freezeDatabase(db, database, filesOf(beginFolder(folder, name)).database);
  } catch (error) {
    clearAfterFailure(folder);
    throw toAppError(error);
  }
};

/** Carries a copied log over into the copied database: one file remains, which can be read without writing anything. */
const carryOver = (file: string, key: string): void => {
  const db = connect(file, key);
  try {
    const mode = db.get<{ journal_mode: string }>(sql`PRAGMA journal_mode = DELETE`)?.journal_mode;
    if (mode !== 'delete') throw new AppError('SNAPSHOT_DAMAGED');
  } finally {
    db.close();
  }
  syncFile(file);
};

const reread = (file: string): Buffer => {
  const bytes = readIfThere(file);
  if (bytes === undefined) throw new AppError('SNAPSHOT_DAMAGED');
  return bytes;
};

const copyDatabase = (order: SnapshotOrder, file: string, { tick, onCopied }: SnapshotHelp): void => {
  try {
    copyFromHandle(order.handle, file, tick);
  } finally {
    onCopied();
  }
  carryOver(file, databaseKey(order.vaultKey));
};

/** Both at once: the pages and the index of words elsewhere, the records and the file's bytes here. */
const readBack = async (order: SnapshotOrder, file: string, { tick, readPages }: SnapshotHelp) => {
  const pages = readPages(file);
  const here = Promise.resolve().then(() => {
    const { contents, extent } = readRecords(file, databaseKey(order.vaultKey), tick);
    return { contents, extent, digest: digestFile(file, tick) };
  });
  // Neither is left behind at work on a file that is about to be removed.
  await Promise.allSettled([pages, here]);
  await pages;
  const { contents, extent, digest } = await here;
  // A whole page too many is no page that is wrong.
  if (extent.size !== digest.size) throw new AppError('SNAPSHOT_DAMAGED');
  return { ...contents, ...digest, used: extent.used };
};

const write = async (order: SnapshotOrder, unfinished: string, help: SnapshotHelp): Promise<SnapshotManifest> => {
  const { vaultKey, vaultId, generation, takenAt, reason } = order;
  const files = filesOf(unfinished);
  copyDatabase(order, files.database, help);
  const read = await readBack(order, files.database, help);
  const manifest: SnapshotManifest = {
    format: 'ebb-snapshot',
    version: 1,
    vaultId,
    generation,
    takenAt,
    reason,
    ...read,
  };
  writeNewFile(files.header, order.header);
  writeNewFile(files.manifest, encodeManifest(manifest, vaultKey));
  const whole = reread(files.header).equals(order.header) && readManifest(reread(files.manifest), vaultKey) !== null;
  if (!whole) throw new AppError('SNAPSHOT_DAMAGED');
  return manifest;
};

/** What is wrong with a copy that is not whole may be wrong with the journal itself: then no disk is to be blamed for it. */
const toBlame = (order: SnapshotOrder, error: unknown, tick: Tick): AppError => {
  const found = toAppError(error);
  if (found.code !== 'SNAPSHOT_DAMAGED' && found.code !== 'DATABASE_DAMAGED') return found;
  const isOwn = isJournalDamaged(order, databaseKey(order.vaultKey), tick);
  return new AppError(isOwn ? 'DATABASE_DAMAGED' : 'SNAPSHOT_DAMAGED', { cause: error });
};

/**
 * Takes the snapshot that was begun, while the journal may be written to: copied, onto the disk, reread, every page and every
 * table checked, and only then under its name. Whatever goes wrong, nothing of it remains and the ones before stay as they
 * are. Fails with SNAPSHOT_DAMAGED (what was reread is not sound), DATABASE_DAMAGED (nor is the journal itself), DISK_FULL, READ_ONLY, FOLDER_MISSING, or what `tick` throws.
 */
export const takeSnapshot = async (order: SnapshotOrder, help: SnapshotHelp): Promise<SnapshotManifest> => {
  const { folder, name } = order;
  try {
    const manifest = await write(order, unfinishedIn(folder, name), help);
    help.tick(0);
    finishFolder(folder, name);
    return manifest;
  } catch (error) {
    clearAfterFailure(folder);
    throw toBlame(order, error, help.tick);
  }
};
