import { AppError } from '#core/errors';
import type { LocalDate } from '#core/local-date';
import type { RecordId, RecordVersion } from '#core/record';
import type { EndCause, Run } from '#core/run';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { sql } from '../db/sql';
import { type ExpiredRecord, type ExpiredRow, toExpired } from './expired';

type Row = {
  id: Uint8Array;
  version: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
  began_at: number;
  began_zone: string;
  began_day: string;
  ended_at: number | null;
  ended_zone: string | null;
  ended_day: string | null;
  end_cause: string | null;
  note: string;
};

const toEnd = ({ ended_at, ended_zone, ended_day }: Row): Run['ended'] =>
  ended_at === null || ended_zone === null || ended_day === null
    ? null
    : { at: ended_at, zone: ended_zone, day: ended_day as LocalDate };

const toRun = (row: Row): Run => ({
  id: idText(row.id),
  version: row.version as RecordVersion,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
  began: { at: row.began_at, zone: row.began_zone, day: row.began_day as LocalDate },
  ended: toEnd(row),
  endCause: row.end_cause as EndCause | null,
  note: row.note,
});

/** The run of an id, in the bin or not, or undefined. */
export const findRun = (db: Database, id: RecordId): Run | undefined => {
  const row = db.get<Row>(sql`SELECT * FROM run WHERE id = ${idBytes(id)}`);
  return row === undefined ? undefined : toRun(row);
};

/** The run of an id; fails with NOT_FOUND. */
export const getRun = (db: Database, id: RecordId): Run => {
  const found = findRun(db, id);
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found;
};

/** Kept runs, the latest beginning first. */
export const listRuns = (db: Database): Run[] =>
  db.all<Row>(sql`SELECT * FROM run WHERE deleted_at IS NULL ORDER BY began_at DESC`).map(toRun);

/** Runs that went into the bin before an instant (epoch ms). */
export const listExpiredRuns = (db: Database, before: number): ExpiredRecord[] =>
  db.all<ExpiredRow>(sql`SELECT id, version FROM run WHERE deleted_at < ${before}`).map(toExpired);

/** Removes a run for good. */
export const deleteRun = (db: Database, id: RecordId): void => {
  db.run(sql`DELETE FROM run WHERE id = ${idBytes(id)}`);
};

/** Whether a kept run other than this one goes on. */
export const isOtherRunOpenIn = (db: Database, id: RecordId): boolean =>
  db.get(sql`SELECT 1 FROM run WHERE deleted_at IS NULL AND ended_at IS NULL AND id <> ${idBytes(id)} LIMIT 1`) !==
  undefined;

/** Stores a new run. */
export const insertRun = (db: Database, run: Run): void => {
  db.run(sql`INSERT INTO run (id, version, created_at, updated_at, deleted_at, began_at, began_zone, began_day, ended_at,
      ended_zone, ended_day, end_cause, note)
    VALUES (${idBytes(run.id)}, ${run.version}, ${run.createdAt}, ${run.updatedAt}, ${run.deletedAt}, ${run.began.at},
      ${run.began.zone}, ${run.began.day}, ${run.ended?.at ?? null}, ${run.ended?.zone ?? null},
      ${run.ended?.day ?? null}, ${run.endCause}, ${run.note})`);
};

/** Replaces a run's row. */
export const updateRun = (db: Database, run: Run): void => {
  db.run(sql`UPDATE run SET version = ${run.version}, updated_at = ${run.updatedAt}, deleted_at = ${run.deletedAt},
      began_at = ${run.began.at}, began_zone = ${run.began.zone}, began_day = ${run.began.day},
      ended_at = ${run.ended?.at ?? null}, ended_zone = ${run.ended?.zone ?? null}, ended_day = ${run.ended?.day ?? null},
      end_cause = ${run.endCause}, note = ${run.note}
    WHERE id = ${idBytes(run.id)}`);
};

/** Every run, in the bin or not, in the order in which they were stored, beginning after a row number. */
export const listAllRuns = (
  db: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): { seq: number; run: Run }[] =>
  db
    .all<Row & { seq: number }>(sql`SELECT * FROM run WHERE seq > ${after} ORDER BY seq LIMIT ${limit}`)
    .map((row) => ({ seq: row.seq, run: toRun(row) }));
