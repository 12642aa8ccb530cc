import type { Entry } from '#core/entry';
import type { RecordId, RecordVersion } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { sql } from '../db/sql';

/** How many earlier states of an entry are kept. */
const KEPT = 20;

/** When the newest revision of an entry was made (epoch ms), or undefined. */
export const findLatestRevisionAt = (db: Database, id: RecordId): number | undefined =>
  db.get<{ saved_at: number }>(
    sql`SELECT saved_at FROM revision WHERE entry_id = ${idBytes(id)} ORDER BY seq DESC LIMIT 1`,
  )?.saved_at;

type NewRevision = {
  readonly entry: Pick<Entry, 'id' | 'version' | 'title'>;
  readonly bodyText: string;
  readonly reason: 'edit' | 'merge' | 'restore';
  readonly savedAt: number;
};

/** Keeps a state of an entry, and lets the oldest beyond the last twenty go. */
export const insertRevision = (db: Database, { entry, bodyText, reason, savedAt }: NewRevision): void => {
  const key = idBytes(entry.id);
  db.run(sql`INSERT OR IGNORE INTO revision (entry_id, version, saved_at, reason, title, body)
    VALUES (${key}, ${entry.version}, ${savedAt}, ${reason}, ${entry.title}, ${bodyText})`);
  db.run(sql`DELETE FROM revision WHERE entry_id = ${key} AND seq <=
    (SELECT seq FROM revision WHERE entry_id = ${key} ORDER BY seq DESC LIMIT 1 OFFSET ${KEPT})`);
};

/** An earlier state of an entry as it is kept; `savedAt` in epoch ms. */
export type StoredRevision = {
  readonly entry: RecordId;
  readonly version: RecordVersion;
  readonly savedAt: number;
  readonly reason: NewRevision['reason'];
  readonly title: string;
  readonly bodyText: string;
};

type Row = {
  seq: number;
  entry_id: Uint8Array;
  version: string;
  saved_at: number;
  reason: string;
  title: string;
  body: string;
};

const toRevision = (row: Row): StoredRevision => ({
  entry: idText(row.entry_id),
  version: row.version as RecordVersion,
  savedAt: row.saved_at,
  reason: row.reason as NewRevision['reason'],
  title: row.title,
  bodyText: row.body,
});

/** The kept revisions of an entry, the one put aside last first. */
export const listRevisions = (db: Database, entry: RecordId): StoredRevision[] =>
  db.all<Row>(sql`SELECT * FROM revision WHERE entry_id = ${idBytes(entry)} ORDER BY seq DESC`).map(toRevision);

/** The revision of an entry that was put aside last, if any. */
export const findLatestRevision = (db: Database, entry: RecordId): StoredRevision | undefined => {
  const row = db.get<Row>(sql`SELECT * FROM revision WHERE entry_id = ${idBytes(entry)} ORDER BY seq DESC LIMIT 1`);
  return row === undefined ? undefined : toRevision(row);
};

/** Every revision in the order in which they were kept, beginning after a row number. */
export const listAllRevisions = (
  db: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): { seq: number; revision: StoredRevision }[] =>
  db
    .all<Row>(sql`SELECT * FROM revision WHERE seq > ${after} ORDER BY seq LIMIT ${limit}`)
    .map((row) => ({ seq: row.seq, revision: toRevision(row) }));

/** Stores a revision as it was kept elsewhere. */
export const insertStoredRevision = (db: Database, revision: StoredRevision): void => {
  const { entry, version, savedAt, reason, title, bodyText } = revision;
  db.run(sql`INSERT INTO revision (entry_id, version, saved_at, reason, title, body)
    VALUES (${idBytes(entry)}, ${version}, ${savedAt}, ${reason}, ${title}, ${bodyText})`);
};

/** The revision of an entry with this version, or undefined. */
export const findRevision = (db: Database, entry: RecordId, version: RecordVersion): StoredRevision | undefined => {
  const row = db.get<Row>(sql`SELECT * FROM revision WHERE entry_id = ${idBytes(entry)} AND version = ${version}`);
  return row === undefined ? undefined : toRevision(row);
};

/** Whether an earlier state of an entry shows a picture: its id stands in the text of the body. */
export const isInRevision = (db: Database, entry: RecordId, picture: RecordId): boolean =>
  db.get(sql`SELECT 1 FROM revision WHERE entry_id = ${idBytes(entry)} AND instr(body, ${picture}) > 0 LIMIT 1`) !==
  undefined;

/** Removes one revision. */
export const deleteRevision = (db: Database, entry: RecordId, version: RecordVersion): void => {
  db.run(sql`DELETE FROM revision WHERE entry_id = ${idBytes(entry)} AND version = ${version}`);
};
