import type { KeptRecord } from '#core/export-line';
import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import { idBytes } from '../db/record-id';
import { sql } from '../db/sql';

/** How many states of one record that lost in merges are kept for good. */
const KEPT = 20;

/** A state that lost in a merge, and what tells it from others: the record's kind and key, and a digest of what it says. */
export type KeptVersion = {
  readonly keptAt: number;
  readonly record: KeptRecord;
  readonly key: string;
  readonly digest: Uint8Array<ArrayBuffer>;
  /** The record with which it goes for good; null for none. */
  readonly owner: RecordId | null;
};

const versionOf = (record: KeptRecord): string => ('version' in record ? record.version : '');

/** Keeps a state, once. */
export const insertKeptVersion = (db: Database, { keptAt, record, key, digest, owner }: KeptVersion): void => {
  const { type } = record;
  db.run(sql`INSERT OR IGNORE INTO kept_version (kind, record, owner, version, kept_at, digest, line)
    VALUES (${type}, ${key}, ${owner === null ? null : idBytes(owner)}, ${versionOf(record)}, ${keptAt}, ${digest},
      ${JSON.stringify(record)})`);
};

/** Lets go of the oldest kept states of each record beyond the last twenty. */
export const pruneKeptVersions = (db: Database): void => {
  db.run(sql`DELETE FROM kept_version WHERE seq IN (SELECT seq FROM (
      SELECT seq, row_number() OVER (PARTITION BY kind, record ORDER BY version DESC, digest) AS place FROM kept_version)
    WHERE place > ${KEPT})`);
};

type Row = { seq: number; kept_at: number; line: string };

/** The kept state of a record with this digest, or undefined. */
export const findKeptVersion = (
  db: Database,
  { kind, key, digest }: { readonly kind: string; readonly key: string; readonly digest: Uint8Array<ArrayBuffer> },
): { keptAt: number; record: KeptRecord } | undefined => {
  const row = db.get<Row>(sql`SELECT * FROM kept_version
    WHERE kind = ${kind} AND record = ${key} AND digest = ${digest}`);
  return row === undefined ? undefined : { keptAt: row.kept_at, record: JSON.parse(row.line) as KeptRecord };
};

/** Lets go of one kept state. */
export const deleteKeptVersion = (
  db: Database,
  { kind, key, digest }: { readonly kind: string; readonly key: string; readonly digest: Uint8Array<ArrayBuffer> },
): void => {
  db.run(sql`DELETE FROM kept_version WHERE kind = ${kind} AND record = ${key} AND digest = ${digest}`);
};

/** Lets go of every kept state that goes with a record. */
export const deleteKeptVersionsOf = (db: Database, owner: RecordId): void => {
  db.run(sql`DELETE FROM kept_version WHERE owner = ${idBytes(owner)}`);
};

/** Every kept state in the order in which they were kept, beginning after a row number. */
export const listAllKeptVersions = (
  db: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): { seq: number; keptAt: number; record: KeptRecord }[] =>
  db
    .all<Row>(sql`SELECT * FROM kept_version WHERE seq > ${after} ORDER BY seq LIMIT ${limit}`)
    .map(({ seq, kept_at, line }) => ({ seq, keptAt: kept_at, record: JSON.parse(line) as KeptRecord }));
