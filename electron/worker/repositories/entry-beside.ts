import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { sql } from '../db/sql';

type IdRow = { readonly id: Uint8Array };

const idOf = (row: IdRow | undefined): RecordId | null => (row === undefined ? null : idText(row.id));

/** Where the entry of an id stands, in the bin or not, or undefined. */
export const findPosition = (db: Database, id: RecordId): number | undefined =>
  db.get<{ position: number }>(sql`SELECT position FROM entry WHERE id = ${idBytes(id)}`)?.position;

/** The last kept entry below a position, or null. */
export const findEarlier = (db: Database, position: number): RecordId | null =>
  idOf(
    db.get<IdRow>(sql`SELECT id FROM entry WHERE deleted_at IS NULL AND position < ${position}
      ORDER BY position DESC LIMIT 1`),
  );

/** The first kept entry above a position, or null. */
export const findLater = (db: Database, position: number): RecordId | null =>
  idOf(
    db.get<IdRow>(sql`SELECT id FROM entry WHERE deleted_at IS NULL AND position > ${position}
      ORDER BY position LIMIT 1`),
  );
