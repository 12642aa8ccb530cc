import type { RecordId, RecordVersion } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { sql } from '../db/sql';

/** Remembers that a record is gone, so that a merge does not bring it back. */
export const insertTombstone = (
  db: Database,
  { id, kind, version }: { readonly id: RecordId; readonly kind: string; readonly version: RecordVersion },
): void => {
  db.run(sql`INSERT OR REPLACE INTO tombstone (id, kind, version) VALUES (${idBytes(id)}, ${kind}, ${version})`);
};

/** Forgets that a record is gone: it is back. */
export const deleteTombstone = (db: Database, id: RecordId): void => {
  db.run(sql`DELETE FROM tombstone WHERE id = ${idBytes(id)}`);
};

type Row = { id: Uint8Array; kind: string; version: string };

/** What is remembered of a record that is gone. */
export type Tombstone = { readonly id: RecordId; readonly kind: string; readonly version: RecordVersion };

/** What is remembered of a record, or undefined when it is not gone. */
export const findTombstone = (db: Database, id: RecordId): Tombstone | undefined => {
  const row = db.get<Row>(sql`SELECT id, kind, version FROM tombstone WHERE id = ${idBytes(id)}`);
  return row === undefined ? undefined : { id, kind: row.kind, version: row.version as RecordVersion };
};

// Less than any id. (Not an empty blob: that would be bound as NULL, which nothing is greater than.)
const BEFORE_ALL = new Uint8Array(1);

/** Every tombstone in the order of ids, beginning after an id (null for the first). */
export const listTombstones = (
  db: Database,
  { after, limit }: { readonly after: RecordId | null; readonly limit: number },
): Tombstone[] =>
  db
    .all<Row>(sql`SELECT id, kind, version FROM tombstone
      WHERE id > ${after === null ? BEFORE_ALL : idBytes(after)} ORDER BY id LIMIT ${limit}`)
    .map(({ id, kind, version }) => ({ id: idText(id), kind, version: version as RecordVersion }));
