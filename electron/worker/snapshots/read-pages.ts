import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { AppError } from '#core/errors';
import { connect, type Database } from '../db/database';
import { sql } from '../db/sql';

// Little is imported here, and with it in pages-thread: what a thread has to load, it loads anew each time.

const BLOCK = 1024 * 1024;

/** Called now and then with how many bytes or rows more were looked at; throws to stop. */
export type Tick = (more: number) => void;

/** Size and SHA-256 of a file as it lies on the disk. */
export type Digest = { readonly size: number; readonly sha256: string };

/** Reads all of a file. */
export const digestFile = (file: string, tick: Tick): Digest => {
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

/** A file of at most so many bytes is read once and kept in memory while it is looked at. */
const KEPT_IN_MEMORY = 128 * 1024 * 1024;

/** A database that cannot be read as it should. */
export const damaged = (cause?: unknown) => new AppError('SNAPSHOT_DAMAGED', { cause });

/** Runs `work` on a database that nobody writes to; whatever SQLite cannot read is SNAPSHOT_DAMAGED. */
export const reading = <T>(file: string, keyHex: string, work: (db: Database) => T): T => {
  const db = openForReading(file, keyHex);
  try {
    db.exec(`PRAGMA cache_size = -${KEPT_IN_MEMORY / 1024}`);
    return work(db);
  } catch (error) {
    // SQLite says NOTADB, CORRUPT or ERROR, depending on where the damage is; a cancellation says so itself.
    throw error instanceof AppError ? error : damaged(error);
  } finally {
    db.close();
  }
};

/** Has SQLCipher look at every page there is, used or not. Fails with SNAPSHOT_DAMAGED. */
export const checkPages = (file: string, keyHex: string): void =>
  reading(file, keyHex, (db) => {
    if (db.all(sql`PRAGMA cipher_integrity_check`).length > 0) throw damaged();
  });

/** Whether a table belongs to the index of words, which is large and of which nothing else is read. */
const isOfWords = (name: string): boolean => name.startsWith('entry_text');

const checkEach = (db: Database, which: (table: string) => boolean, tick: Tick): void => {
  const tables = db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL TABLE%'`,
  );
  for (const name of ['sqlite_schema', ...tables.map((table) => table.name)].filter(which)) {
    const row = db.get<{ quick_check: string }>(sql`SELECT quick_check FROM pragma_quick_check(${name})`);
    if (row?.quick_check !== 'ok') throw damaged();
    tick(0);
  }
};

/**
 * Has SQLite look at the tables of the index of words page by page. They are not held against the words: the index can
 * always be made from them again. Fails with SNAPSHOT_DAMAGED.
 */
export const checkWordTables = (file: string, keyHex: string, tick: Tick): void =>
  reading(file, keyHex, (db) => checkEach(db, isOfWords, tick));

/** Has SQLite look at all other tables and their indexes. Fails with SNAPSHOT_DAMAGED. */
export const checkRecordTables = (db: Database, tick: Tick): void => checkEach(db, (name) => !isOfWords(name), tick);

/** About half of what proves a snapshot: every page, and the index of words. Fails with SNAPSHOT_DAMAGED, or what `tick` throws. */
export const readPages = (file: string, keyHex: string, tick: Tick): void => {
  checkPages(file, keyHex);
  checkWordTables(file, keyHex, tick);
};
