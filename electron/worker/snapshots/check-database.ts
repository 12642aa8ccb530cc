import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { AppError } from '#core/errors';
import type { RecordCounts } from '#core/export-manifest';
import { connect, type Database } from '../db/database';
import { schemaVersion } from '../db/migrate';
import { sql } from '../db/sql';
import { countLines } from '../exports/export-lines';

const BLOCK = 1024 * 1024;
const AT_ONCE = 200;

/** Called now and then with how many bytes or rows more were looked at; throws to stop. */
export type Tick = (more: number) => void;

/** Size and SHA-256 of a file as it lies on the disk. */
export const digestFile = (file: string, tick: Tick): { readonly size: number; readonly sha256: string } => {
  const handle = openSync(file, 'r');
  try {
    const hash = createHash('sha256');
    const block = Buffer.allocUnsafe(BLOCK);
    for (let read = readSync(handle, block); read > 0; read = readSync(handle, block)) {
      hash.update(block.subarray(0, read));
      tick(read);
    }
    return { size: fstatSync(handle).size, sha256: hash.digest('hex') };
  } finally {
    closeSync(handle);
  }
};

type Row = {
  position: number;
  id: Uint8Array;
  version: string;
  deleted_at: number | null;
  title: string;
  body: string;
};

/** SHA-256 over every entry in the order of the journal: id, version, whether it lies in the bin, title and body. */
export const digestEntries = (db: Database, tick: Tick): string => {
  const hash = createHash('sha256');
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = db.all<Row>(sql`SELECT position, id, version, deleted_at, title, body FROM entry
      WHERE position > ${after} ORDER BY position LIMIT ${AT_ONCE}`);
    const last = rows.at(-1);
    if (last === undefined) return hash.digest('hex');
    for (const row of rows) {
      hash.update(row.id);
      hash.update(JSON.stringify([row.version, row.deleted_at, row.title, row.body]));
    }
    after = last.position;
    tick(rows.length);
  }
};

/** What a journal's database holds: its schema, how many records of each kind, and a hash over its entries. */
export type Contents = { readonly schema: number; readonly counts: RecordCounts; readonly entries: string };

/** Whether both say the same. */
export const sameContents = (one: Contents, other: Contents): boolean =>
  one.schema === other.schema &&
  one.entries === other.entries &&
  [...Object.keys(one.counts), ...Object.keys(other.counts)].every((type) => one.counts[type] === other.counts[type]);

/** What an open journal holds now. */
export const contentsOf = (db: Database, tick: Tick): Contents => ({
  schema: schemaVersion(db),
  counts: countLines(db),
  entries: digestEntries(db, tick),
});

/** A connection that can change nothing, for a file that nobody else writes to. */
export const openForReading = (file: string, keyHex: string): Database => {
  const db = connect(file, keyHex);
  try {
    db.exec('PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/**
 * Looks at every page of a database that nobody writes to, by both of the checks there are (each passes damage that the
 * other finds), and reads what it holds. Fails with SNAPSHOT_DAMAGED.
 */
export const checkDatabase = (file: string, keyHex: string, tick: Tick): Contents => {
  const damaged = (cause?: unknown) => new AppError('SNAPSHOT_DAMAGED', { cause });
  const db = openForReading(file, keyHex);
  try {
    if (db.all(sql`PRAGMA cipher_integrity_check`).length > 0) throw damaged();
    if (db.get<{ quick_check: string }>(sql`PRAGMA quick_check`)?.quick_check !== 'ok') throw damaged();
    return contentsOf(db, tick);
  } catch (error) {
    // SQLite says NOTADB, CORRUPT or ERROR, depending on where the damage is; a cancellation says so itself.
    throw error instanceof AppError ? error : damaged(error);
  } finally {
    db.close();
  }
};
