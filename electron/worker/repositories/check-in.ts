import type { CheckIn, HaltState } from '#core/check-in';
import { haltStates } from '#core/check-in';
import { AppError } from '#core/errors';
import type { DateRange, LocalDate } from '#core/local-date';
import type { RecordId, RecordVersion } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { sql } from '../db/sql';
import { type ExpiredRecord, type ExpiredRow, toExpired } from './expired';
import { listLabelsOf } from './label';

type Row = Record<HaltState, number> & {
  seq: number;
  id: Uint8Array;
  version: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
  at: number;
  zone: string;
  day: string;
  mood: number | null;
  craving: number | null;
  energy: number | null;
  confidence: number | null;
  sleep_minutes: number | null;
  note: string;
};

const toCheckIn = (db: Database, row: Row): CheckIn => ({
  id: idText(row.id),
  version: row.version as RecordVersion,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
  at: row.at,
  zone: row.zone,
  day: row.day as LocalDate,
  mood: row.mood,
  craving: row.craving,
  energy: row.energy,
  confidence: row.confidence,
  sleepMinutes: row.sleep_minutes,
  halt: haltStates.filter((state) => row[state] === 1),
  feelings: listLabelsOf(db, 'check_in_feeling', row.seq),
  note: row.note,
});

const flag = (checkIn: Pick<CheckIn, 'halt'>, state: HaltState): number => (checkIn.halt.includes(state) ? 1 : 0);

/** A check-in with its row number. */
export type StoredCheckIn = { readonly seq: number; readonly checkIn: CheckIn };

/** The check-in of an id, in the bin or not, or undefined. */
export const findCheckIn = (db: Database, id: RecordId): StoredCheckIn | undefined => {
  const row = db.get<Row>(sql`SELECT * FROM check_in WHERE id = ${idBytes(id)}`);
  return row === undefined ? undefined : { seq: row.seq, checkIn: toCheckIn(db, row) };
};

/** The check-in of an id; fails with NOT_FOUND. */
export const getCheckIn = (db: Database, id: RecordId): StoredCheckIn => {
  const found = findCheckIn(db, id);
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found;
};

/** Kept check-ins of a range of days, latest first. */
export const listCheckIns = (db: Database, { from, to }: DateRange): CheckIn[] =>
  db
    .all<Row>(sql`SELECT * FROM check_in INDEXED BY check_in_by_day
      WHERE deleted_at IS NULL AND day BETWEEN ${from} AND ${to} ORDER BY day DESC, at DESC`)
    .map((row) => toCheckIn(db, row));

/** Stores a new check-in without its feelings; answers with its row number. */
export const insertCheckIn = (db: Database, checkIn: Omit<CheckIn, 'feelings'>): number => {
  const c = checkIn;
  db.run(sql`INSERT INTO check_in (id, version, created_at, updated_at, deleted_at, at, zone, day, mood, craving, energy,
      confidence, sleep_minutes, hungry, angry, lonely, tired, bored, note)
    VALUES (${idBytes(c.id)}, ${c.version}, ${c.createdAt}, ${c.updatedAt}, ${c.deletedAt}, ${c.at}, ${c.zone}, ${c.day},
      ${c.mood}, ${c.craving}, ${c.energy}, ${c.confidence}, ${c.sleepMinutes}, ${flag(c, 'hungry')}, ${flag(c, 'angry')},
      ${flag(c, 'lonely')}, ${flag(c, 'tired')}, ${flag(c, 'bored')}, ${c.note})`);
  return db.get<{ seq: number }>(sql`SELECT last_insert_rowid() AS seq`)?.seq ?? 0;
};

/** Replaces a check-in's row, without its feelings. */
export const updateCheckIn = (db: Database, checkIn: Omit<CheckIn, 'feelings'>): void => {
  const c = checkIn;
  db.run(sql`UPDATE check_in SET version = ${c.version}, updated_at = ${c.updatedAt}, deleted_at = ${c.deletedAt},
      at = ${c.at}, zone = ${c.zone}, day = ${c.day}, mood = ${c.mood}, craving = ${c.craving}, energy = ${c.energy},
      confidence = ${c.confidence}, sleep_minutes = ${c.sleepMinutes}, hungry = ${flag(c, 'hungry')},
      angry = ${flag(c, 'angry')}, lonely = ${flag(c, 'lonely')}, tired = ${flag(c, 'tired')},
      bored = ${flag(c, 'bored')}, note = ${c.note}
    WHERE id = ${idBytes(c.id)}`);
};

/** How many check-ins are deleted and can be taken back. */
export const countBinnedCheckIns = (db: Database): number =>
  db.get<{ bin: number }>(sql`SELECT count(*) AS bin FROM check_in INDEXED BY check_in_in_bin
    WHERE deleted_at IS NOT NULL`)?.bin ?? 0;

/** Check-ins that went into the bin before an instant (epoch ms). */
export const listExpiredCheckIns = (db: Database, before: number): ExpiredRecord[] =>
  db.all<ExpiredRow>(sql`SELECT id, version FROM check_in WHERE deleted_at < ${before}`).map(toExpired);

/** Removes a check-in for good, with its feelings' links. */
export const deleteCheckIn = (db: Database, id: RecordId): void => {
  db.run(sql`DELETE FROM check_in WHERE id = ${idBytes(id)}`);
};

/** Mean mood and number of records of each recorded day of a range, in order; the one place where a day's mood is computed. */
export const listMoodByDay = (
  db: Database,
  { from, to }: DateRange,
): { day: LocalDate; mood: number; records: number }[] =>
  db.all(sql`SELECT day, avg(mood) AS mood, count(*) AS records FROM mood_record
    WHERE day BETWEEN ${from} AND ${to} GROUP BY day ORDER BY day`);

/** The first day with a mood, or undefined. */
export const findFirstMoodDay = (db: Database): LocalDate | undefined =>
  db.get<{ day: LocalDate | null }>(sql`SELECT min(day) AS day FROM (
    SELECT min(day) AS day FROM entry WHERE deleted_at IS NULL AND mood IS NOT NULL
    UNION ALL SELECT min(day) AS day FROM check_in WHERE deleted_at IS NULL AND mood IS NOT NULL)`)?.day ?? undefined;

/** Every check-in, in the bin or not, in the order in which they were stored, beginning after a row number. */
export const listAllCheckIns = (
  db: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): StoredCheckIn[] =>
  db
    .all<Row>(sql`SELECT * FROM check_in WHERE seq > ${after} ORDER BY seq LIMIT ${limit}`)
    .map((row) => ({ seq: row.seq, checkIn: toCheckIn(db, row) }));
