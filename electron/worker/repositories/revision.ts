import type { Entry } from '#core/entry';
import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import { idBytes } from '../db/record-id';
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
  db.run(sql`DELETE FROM revision WHERE entry_id = ${key} AND seq NOT IN
    (SELECT seq FROM revision WHERE entry_id = ${key} ORDER BY seq DESC LIMIT ${KEPT})`);
};
