import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { sql } from '../db/sql';

/** A kept form as it lies in the database: its content as JSON, and the record it is about, if any. */
export type StoredDraft = {
  readonly id: RecordId;
  readonly at: number;
  readonly record: RecordId | null;
  readonly content: string;
};

type Row = { id: Uint8Array; at: number; content: string };

/** Every draft, the one written last first. */
export const listDrafts = (db: Database): Omit<StoredDraft, 'record'>[] =>
  db
    .all<Row>(sql`SELECT id, at, content FROM draft ORDER BY at DESC, id DESC`)
    .map(({ id, at, content }) => ({ id: idText(id), at, content }));

/** Stores a draft, replacing what was kept under its id. */
export const saveDraft = (db: Database, { id, at, record, content }: StoredDraft): void => {
  db.run(sql`INSERT OR REPLACE INTO draft (id, at, record, content)
    VALUES (${idBytes(id)}, ${at}, ${record === null ? null : idBytes(record)}, ${content})`);
};

/** Removes a draft, if it is there. */
export const deleteDraft = (db: Database, id: RecordId): void => {
  db.run(sql`DELETE FROM draft WHERE id = ${idBytes(id)}`);
};

/** Removes every draft about a record. */
export const deleteDraftsOf = (db: Database, record: RecordId): void => {
  db.run(sql`DELETE FROM draft WHERE record = ${idBytes(record)}`);
};
