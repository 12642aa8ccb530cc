import type { Database } from '../db/database';
import { connect } from '../db/database';
import { migrate } from '../db/migrate';
import type { Sql } from '../db/sql';
import { pauseEntryIndex } from '../repositories/entry-index';
import type { Row, Value } from './row-format';
import type { Shape } from './shapes';

/** A database that rows are put into as they are found, to be looked at together. Nobody relies on it. */
export const openScratch = (file: string, keyHex: string, schema: number): Database => {
  const db = connect(file, keyHex);
  try {
    db.exec(`PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;
      PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF`);
    migrate(db, schema);
    pauseEntryIndex(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Columns that hold a text in a form of its own. */
const documents: Readonly<Record<string, string>> = { entry: 'body', revision: 'body', draft: 'content' };

const isReadable = (value: Value | undefined): boolean => {
  try {
    return typeof value === 'string' && typeof JSON.parse(value) === 'object';
  } catch {
    return false;
  }
};

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');

const insertion = (shape: Shape, { rowid, values }: Row): Sql => {
  const columns = shape.columns.slice(0, values.length).map(({ name }) => name);
  const stored = values.map((value, at) => (at === shape.rowidAt ? rowid : value));
  // A row whose number is no column of its own keeps it all the same.
  const isNumbered = shape.kind === 'table' && shape.rowidAt < 0;
  const names = isNumbered ? ['rowid', ...columns] : columns;
  const all = isNumbered ? [rowid, ...stored] : stored;
  return {
    text: `INSERT OR IGNORE INTO ${shape.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    values: all,
  };
};

/** Puts a row into its table; answers whether the table took it: what breaks the journal's own rules it does not take. */
export const insertRow = (db: Database, shape: Shape, row: Row): boolean => {
  const document = documents[shape.name];
  if (document !== undefined && !isReadable(row.values[shape.columns.findIndex(({ name }) => name === document)])) {
    return false;
  }
  try {
    return db.run(insertion(shape, row)) > 0;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
};

/** Whether a table has a row of this number. */
export const hasRow = (db: Database, table: string, rowid: number): boolean =>
  db.get<{ one: number }>({ text: `SELECT 1 AS one FROM ${table} WHERE rowid = ?`, values: [rowid] }) !== undefined;
