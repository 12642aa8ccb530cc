import SqlCipher from '@signalapp/sqlcipher';
import type { Sql } from './sql';

/** A connection to an open journal. Everything is synchronous: the worker has nothing else to do meanwhile. */
export type Database = {
  /** All rows of a query. */
  readonly all: <Row extends object>(query: Sql) => Row[];
  /** The first row of a query, or undefined. */
  readonly get: <Row extends object>(query: Sql) => Row | undefined;
  /** Runs a statement; returns how many rows it changed. */
  readonly run: (statement: Sql) => number;
  /** Runs several statements without parameters. */
  readonly exec: (text: string) => void;
  /** Runs `work` in one transaction: all of it happens, or, when it throws, none. Nested calls join the outer one. */
  readonly transaction: <T>(work: () => T) => T;
  readonly close: () => void;
};

const DATABASE_KEY = /^[0-9a-f]{96}$/;

// Anything but 96 hex digits SQLCipher would quietly take for a passphrase.
const requireKey = (keyHex: string): void => {
  if (!DATABASE_KEY.test(keyHex)) throw new TypeError('not a database key');
};

/** Opens a file with a raw key (32 bytes of key and 16 of salt, in hex); throws whatever SQLCipher throws. */
export const connect = (file: string, keyHex: string): Database => {
  requireKey(keyHex);
  const connection = new SqlCipher(file, { cacheStatements: true });
  try {
    // A wrong key is told by an error; SQLCipher need not write to the terminal as well.
    connection.pragma('cipher_log_level = NONE');
    connection.pragma(`key = "x'${keyHex}'"`);
  } catch (error) {
    connection.close();
    throw error;
  }
  return wrap(connection);
};

const wrap = (connection: SqlCipher): Database => {
  let depth = 0;
  const transaction = <T>(work: () => T): T => {
    if (depth > 0) return work();
    connection.exec('BEGIN IMMEDIATE');
    depth += 1;
    try {
      const value = work();
      connection.exec('COMMIT');
      return value;
    } catch (error) {
      rollback(connection);
      throw error;
    } finally {
      depth -= 1;
    }
  };
  return {
    all: <Row extends object>(query: Sql) => connection.prepare(query.text).all([...query.values]) as unknown as Row[],
    get: <Row extends object>(query: Sql) =>
      connection.prepare(query.text).get([...query.values]) as unknown as Row | undefined,
    run: (statement) => connection.prepare(statement.text).run([...statement.values]).changes,
    exec: (text) => connection.exec(text),
    transaction,
    close: () => connection.close(),
  };
};

const rollback = (connection: SqlCipher): void => {
  try {
    connection.exec('ROLLBACK');
  } catch (error) {
    // After a full disk or an I/O error SQLite has rolled back by itself already.
    if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
  }
};

/** Has every page of an open database encrypted under another raw key (32 bytes of key and 16 of salt, in hex). */
export const rekey = (db: Database, keyHex: string): void => {
  requireKey(keyHex);
  db.exec(`PRAGMA rekey = "x'${keyHex}'"`);
};
