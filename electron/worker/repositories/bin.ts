import type { BinCursor, BinKind } from '#core/bin';
import { LAST_INSTANT, type RecordId } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { sql } from '../db/sql';

/** Which record lies in the bin, and since when. */
export type BinnedKey = { readonly kind: BinKind; readonly id: RecordId; readonly deletedAt: number };

type Row = { kind: BinKind; id: Uint8Array; deleted_at: number };

// More than any id.
const AFTER_ALL = Uint8Array.from({ length: 17 }, () => 0xff);

/** What lies in the bin of every kind, the one deleted last first, beginning behind a cursor (null for the first). Of entries and check-ins, of which there may be many, no more is read than is listed. */
export const listBinned = (
  db: Database,
  { before, limit }: { readonly before: BinCursor | null; readonly limit: number },
): BinnedKey[] => {
  const at = before?.deletedAt ?? LAST_INSTANT;
  const id = before === null ? AFTER_ALL : idBytes(before.id);
  const behind = sql`deleted_at <= ${at} AND (deleted_at < ${at} OR id < ${id})`;
  const latest = sql`ORDER BY deleted_at DESC, id DESC LIMIT ${limit}`;
  return db
    .all<Row>(sql`SELECT kind, id, deleted_at FROM (
      SELECT * FROM (SELECT 'entry' AS kind, id, deleted_at FROM entry INDEXED BY entry_in_bin
        WHERE deleted_at IS NOT NULL AND ${behind} ${latest})
      UNION ALL SELECT * FROM (SELECT 'check-in', id, deleted_at FROM check_in INDEXED BY check_in_in_bin
        WHERE deleted_at IS NOT NULL AND ${behind} ${latest})
      UNION ALL SELECT * FROM (SELECT 'goal', id, deleted_at FROM goal
        WHERE deleted_at IS NOT NULL AND ${behind} ${latest})
      UNION ALL SELECT * FROM (SELECT 'run', id, deleted_at FROM run
        WHERE deleted_at IS NOT NULL AND ${behind} ${latest})
    ) ${latest}`)
    .map((row) => ({ kind: row.kind, id: idText(row.id), deletedAt: row.deleted_at }));
};

/** How much lies in the bin. */
export const countBinned = (db: Database): number =>
  db.get<{ total: number }>(sql`SELECT
    (SELECT count(*) FROM entry INDEXED BY entry_in_bin WHERE deleted_at IS NOT NULL) +
    (SELECT count(*) FROM check_in INDEXED BY check_in_in_bin WHERE deleted_at IS NOT NULL) +
    (SELECT count(*) FROM goal WHERE deleted_at IS NOT NULL) +
    (SELECT count(*) FROM run WHERE deleted_at IS NOT NULL) AS total`)?.total ?? 0;
