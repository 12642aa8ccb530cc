import type { RecordId, RecordVersion } from '#core/record';
import type { Database } from '../db/database';
import { idBytes } from '../db/record-id';
import { sql } from '../db/sql';

/** Remembers that a record is gone, so that a merge does not bring it back. */
export const insertTombstone = (
  db: Database,
  { id, kind, version }: { readonly id: RecordId; readonly kind: string; readonly version: RecordVersion },
): void => {
  db.run(sql`INSERT OR REPLACE INTO tombstone (id, kind, version) VALUES (${idBytes(id)}, ${kind}, ${version})`);
};
