import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { sql } from '../db/sql';

/** What a change to many records was: the merge of an export, an import from another journal, or a change of one tag (renamed, merged, taken off). */
export type BulkChangeKind = 'merge' | 'import' | 'tag-merge';

/** A change to many records at once that can be undone. `sourceAt` is when what it took in was written, epoch ms. */
export type BulkChange = { readonly seq: number; readonly at: number; readonly sourceAt: number };

/** What one record was before, and a digest of what it became: null for not there. */
export type BulkChangeItem = {
  readonly kind: string;
  readonly record: string;
  readonly owner: RecordId | null;
  /** Where an entry stood in the journal. */
  readonly position: number | null;
  readonly before: string | null;
  readonly after: Uint8Array<ArrayBuffer> | null;
};

/** Begins the record of a change. Only the last one of each kind can be undone: what was known of others of its kind goes. */
export const beginBulkChange = (
  db: Database,
  kind: BulkChangeKind,
  { at, sourceAt }: { readonly at: number; readonly sourceAt: number },
): number => {
  db.run(sql`DELETE FROM bulk_change WHERE kind = ${kind}`);
  db.run(sql`INSERT INTO bulk_change (kind, at, source_at) VALUES (${kind}, ${at}, ${sourceAt})`);
  return db.get<{ seq: number }>(sql`SELECT last_insert_rowid() AS seq`)?.seq ?? 0;
};

/** Notes one step of it. */
export const insertBulkChangeItem = (db: Database, change: number, place: number, item: BulkChangeItem): void => {
  const { kind, record, owner, position, before, after } = item;
  db.run(sql`INSERT INTO bulk_change_item (change, place, kind, record, owner, position, before, after)
    VALUES (${change}, ${place}, ${kind}, ${record}, ${owner === null ? null : idBytes(owner)}, ${position}, ${before},
      ${after})`);
};

/** The last change of a kind, while it can be undone, or undefined. */
export const findBulkChange = (db: Database, kind: BulkChangeKind): BulkChange | undefined =>
  db.get<BulkChange>(
    sql`SELECT seq, at, source_at AS sourceAt FROM bulk_change WHERE kind = ${kind} ORDER BY seq DESC LIMIT 1`,
  );

type Row = {
  kind: string;
  record: string;
  owner: Uint8Array | null;
  position: number | null;
  before: string | null;
  after: Uint8Array<ArrayBuffer> | null;
};

const toItem = (row: Row): BulkChangeItem => ({ ...row, owner: row.owner === null ? null : idText(row.owner) });

/** One step of a change, by its place, or undefined. */
export const findBulkChangeItem = (db: Database, change: number, place: number): BulkChangeItem | undefined => {
  const row = db.get<Row>(sql`SELECT kind, record, owner, position, before, after FROM bulk_change_item
    WHERE change = ${change} AND place = ${place}`);
  return row === undefined ? undefined : toItem(row);
};

/** The steps of a change, the last one first. */
export const listBulkChangeItems = (db: Database, change: number): BulkChangeItem[] =>
  db
    .all<Row>(sql`SELECT kind, record, owner, position, before, after FROM bulk_change_item
      WHERE change = ${change} ORDER BY place DESC`)
    .map(toItem);

/** Forgets how to undo a change. */
export const deleteBulkChange = (db: Database, seq: number): void => {
  db.run(sql`DELETE FROM bulk_change WHERE seq = ${seq}`);
};

/** Forgets how to undo what was done before an instant (epoch ms). */
export const deleteBulkChangesBefore = (db: Database, before: number): void => {
  db.run(sql`DELETE FROM bulk_change WHERE at < ${before}`);
};

/** Forgets what a record was before: it goes for good, and so does this. */
export const deleteBulkChangeItemsOf = (db: Database, owner: RecordId): void => {
  db.run(sql`DELETE FROM bulk_change_item WHERE owner = ${idBytes(owner)}`);
};
