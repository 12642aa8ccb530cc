import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#core/errors';
import { connect, type Database } from './database';
import { toAppError } from './database-error';
import { currentSchema, migrate, schemaVersion } from './migrate';
import { sql } from './sql';

/** "Ebb1": marks a file as a journal of this program. */
const APPLICATION_ID = 0x45626231;

const configure = (db: Database): void => {
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
  `);
};

const guarded = (file: string, keyHex: string, work: (db: Database) => void): Database => {
  const db = connect(file, keyHex);
  try {
    work(db);
    return db;
  } catch (error) {
    db.close();
    throw toAppError(error);
  }
};

/** A journal that is open to be written to. */
export type JournalDatabase = Database & {
  /**
   * Its file, to be read as it lies. Nothing else in this process may open that file and close it again: the system would
   * take SQLite's locks on it away with that.
   */
  readonly handle: number;
};

/** The file of an open journal is not in its place: DATABASE_MISSING where its folder is, FOLDER_MISSING where that is gone, too. */
export const notInPlace = (file: string): AppError =>
  new AppError(existsSync(dirname(file)) ? 'DATABASE_MISSING' : 'FOLDER_MISSING');

/**
 * The same database, which takes nothing in while its file is not in its place: removed or moved away, alone or with its
 * folder, nobody would find it again, and SQLite goes on writing there. Fails with DATABASE_MISSING or FOLDER_MISSING then.
 */
const onlyInPlace = (db: Database, file: string): Database => {
  const identity = () => {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false });
    return found && `${found.dev}-${found.ino}`;
  };
  const own = identity();
  let depth = 0;
  const check = (): void => {
    if (depth === 0 && identity() !== own) throw notInPlace(file);
  };
  return {
    ...db,
    run: (statement) => {
      check();
      return db.run(statement);
    },
    transaction: (work) => {
      check();
      depth += 1;
      try {
        return db.transaction(work);
      } finally {
        depth -= 1;
      }
    },
  };
};

const withHandle = (db: Database, file: string): JournalDatabase => {
  const handle = openSync(file, 'r');
  const close = (): void => {
    try {
      db.close();
    } finally {
      closeSync(handle);
    }
  };
  return { ...db, handle, close };
};

/** Makes a new, empty journal; only ever for a new vault. */
export const createDatabase = (file: string, keyHex: string): Database => {
  if (existsSync(file)) throw new AppError('VAULT_EXISTS');
  return guarded(file, keyHex, (db) => {
    configure(db);
    migrate(db);
  });
};

/**
 * Opens a journal that must already be one, as it is: `migrate` brings an older one to the schema of today. SQLCipher would
 * open a missing or empty file as an empty journal, so that is ruled out first. Fails with DATABASE_MISSING,
 * DATABASE_DAMAGED, VAULT_NEWER.
 */
export const openDatabase = (file: string, keyHex: string): JournalDatabase => {
  if (!existsSync(file) || statSync(file).size === 0) throw new AppError('DATABASE_MISSING');
  const opened = guarded(file, keyHex, (db) => {
    const mark = db.get<{ application_id: number }>(sql`PRAGMA application_id`)?.application_id;
    if (mark !== APPLICATION_ID) throw new AppError('DATABASE_DAMAGED');
    if (schemaVersion(db) > currentSchema) throw new AppError('VAULT_NEWER');
    configure(db);
  });
  return withHandle(onlyInPlace(opened, file), file);
};
