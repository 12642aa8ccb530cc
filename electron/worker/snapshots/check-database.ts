import { createHash } from 'node:crypto';
import type { RecordCounts } from '#core/export-manifest';
import type { Database } from '../db/database';
import { schemaVersion } from '../db/migrate';
import { type Sql, sql } from '../db/sql';
import { countLines } from '../exports/export-lines';
import { countBinnedCheckIns } from '../repositories/check-in';
import { countEntries } from '../repositories/entry';
import { checkPages, checkRecordTables, checkWordTables, reading, type Tick } from './read-pages';

const AT_ONCE = 200;

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
export type Contents = {
  readonly schema: number;
  readonly counts: RecordCounts;
  /** Those of them that are deleted and can still come back. */
  readonly binned: { readonly entries: number; readonly checkIns: number };
  readonly entries: string;
};

/** What is compared: how much is deleted follows from the hash, and early snapshots do not say. */
type Compared = Omit<Contents, 'binned'>;

/** Whether both say the same. */
export const sameContents = (one: Compared, other: Compared): boolean =>
  one.schema === other.schema &&
  one.entries === other.entries &&
  [...Object.keys(one.counts), ...Object.keys(other.counts)].every((type) => one.counts[type] === other.counts[type]);

/** What an open journal holds now. */
export const contentsOf = (db: Database, tick: Tick): Contents => ({
  schema: schemaVersion(db),
  counts: countLines(db),
  binned: { entries: countEntries(db).bin, checkIns: countBinnedCheckIns(db) },
  entries: digestEntries(db, tick),
});

/** How many bytes a database's pages take up, and how many of them hold something. */
export type Extent = { readonly size: number; readonly used: number };

const extentOf = (db: Database): Extent => {
  const number = (pragma: Sql): number => Number(Object.values(db.get<Record<string, number>>(pragma) ?? {})[0]);
  const [page, all, free] = [sql`PRAGMA page_size`, sql`PRAGMA page_count`, sql`PRAGMA freelist_count`].map(number);
  return { size: (all ?? 0) * (page ?? 0), used: ((all ?? 0) - (free ?? 0)) * (page ?? 0) };
};

/** Looks at every table but those of the index of words, and reads what the database holds. Fails with SNAPSHOT_DAMAGED. */
export const readRecords = (file: string, keyHex: string, tick: Tick): { contents: Contents; extent: Extent } =>
  reading(file, keyHex, (db) => {
    checkRecordTables(db, tick);
    return { contents: contentsOf(db, tick), extent: extentOf(db) };
  });

/**
 * Looks at a database that nobody writes to by both of the checks there are (each passes damage that the other finds), and
 * reads what it holds. Fails with SNAPSHOT_DAMAGED.
 */
export const checkDatabase = (file: string, keyHex: string, tick: Tick): Contents => {
  checkPages(file, keyHex);
  checkWordTables(file, keyHex, tick);
  return readRecords(file, keyHex, tick).contents;
};
