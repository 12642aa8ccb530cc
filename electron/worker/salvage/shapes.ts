import type { Database } from '../db/database';
import { type Sql, sql } from '../db/sql';
import type { Row, Value } from './row-format';

type Column = { readonly name: string; readonly type: string; readonly isNullable: boolean };

/** What rows of a table, or records of an index, look like on a page: by this alone stray pages find their way home. */
export type Shape = {
  readonly name: string;
  readonly kind: 'table' | 'index';
  readonly columns: readonly Column[];
  /** Which column is the row's number, and stored as nothing; -1 where none is. */
  readonly rowidAt: number;
  /** An index, not the table itself: it says which rows there are, and not what is in them. */
  readonly isIndex: boolean;
};

const typed: Readonly<Record<string, (value: Value) => boolean>> = {
  INTEGER: (value) => Number.isInteger(value),
  REAL: (value) => typeof value === 'number',
  TEXT: (value) => typeof value === 'string',
  BLOB: (value) => value instanceof Uint8Array,
};

const columnFits = ({ type, isNullable }: Column, value: Value): boolean =>
  value === null ? isNullable : (typed[type]?.(value) ?? true);

/** Whether a row may be one of these. Columns that came to a table later may be missing at the end. */
export const fits = ({ columns, rowidAt }: Shape, { values }: Row): boolean =>
  values.length > 0 &&
  values.length <= columns.length &&
  columns.every((column, at) => {
    const value = values[at];
    if (value === undefined) return column.isNullable;
    return at === rowidAt ? value === null : columnFits(column, value);
  });

type Info = { name: string; type: string; notnull: number; pk: number };
type Item = { type: 'table' | 'index'; name: string; tbl_name: string; rootpage: number; sql: string | null };

// Names come from the schema that Ebb itself made.
const pragma = (name: string, of: string): Sql => ({ text: `PRAGMA ${name}(${of})`, values: [] });

const columnsOf = (db: Database, table: string): (Column & { readonly pk: number })[] =>
  db.all<Info>(pragma('table_info', table)).map(({ name, type, notnull, pk }) => ({
    name,
    type,
    pk,
    isNullable: notnull === 0 && pk === 0,
  }));

/** Tables without row numbers lie as an index does; all of Ebb's have their key in front, so the columns stand as declared. */
const shapeOfTable = (db: Database, { name, sql: text }: Item): Shape => {
  const columns = columnsOf(db, name);
  const kind = /WITHOUT ROWID/i.test(text ?? '') ? 'index' : 'table';
  const keys = columns.filter(({ pk }) => pk > 0);
  const rowidAt =
    kind === 'table' && keys.length === 1 && keys[0]?.type === 'INTEGER' ? columns.findIndex(({ pk }) => pk > 0) : -1;
  return { name, kind, columns, rowidAt, isIndex: false };
};

const shapeOfIndex = (db: Database, { name, tbl_name: table }: Item): Shape => {
  const known = columnsOf(db, table);
  const columns = db
    .all<{ cid: number; name: string | null }>(pragma('index_xinfo', name))
    .map(({ cid }) => ({ ...(known[cid] ?? { name: 'rowid', type: 'INTEGER' }), isNullable: cid >= 0 }));
  return { name, kind: 'index', columns, rowidAt: -1, isIndex: true };
};

const ofSchema: Shape = {
  name: 'sqlite_schema',
  kind: 'table',
  columns: [
    ...['type', 'name', 'tbl_name'].map((name) => ({ name, type: 'TEXT', isNullable: false })),
    { name: 'rootpage', type: 'INTEGER', isNullable: false },
    { name: 'sql', type: 'TEXT', isNullable: true },
  ],
  rowidAt: -1,
  isIndex: false,
};

const itemsOf = (db: Database): Item[] =>
  db.all<Item>(sql`SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE rootpage > 0`);

/** The shape of everything that lies in a journal, read off an empty one; that of the schema itself first. */
export const shapesOf = (db: Database): Shape[] => [
  ofSchema,
  ...itemsOf(db).map((item) => (item.type === 'table' ? shapeOfTable(db, item) : shapeOfIndex(db, item))),
];

/** Where each table and index of a journal begins, by name. */
export const rootsOf = (db: Database): Map<string, number> =>
  new Map(itemsOf(db).map(({ name, rootpage }) => [name, rootpage]));
