import { AppError } from '#core/errors';
import type { Goal, GoalMark, MarkState, Measure, Pause, Schedule } from '#core/goal';
import type { LocalDate } from '#core/local-date';
import type { RecordId, RecordVersion } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { sql } from '../db/sql';
import { type ExpiredRecord, type ExpiredRow, toExpired } from './expired';

type Row = {
  seq: number;
  id: Uint8Array;
  version: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
  title: string;
  why: string;
  measure: string;
  unit: string | null;
  target: number | null;
  schedule: string;
  weekdays: number | null;
  times: number | null;
  starts: string;
  ends: string | null;
};

// Seven bits, Monday the lowest.
const toBits = (days: readonly number[]): number => days.reduce((bits, day) => bits | (1 << (day - 1)), 0);
const fromBits = (bits: number): number[] => [1, 2, 3, 4, 5, 6, 7].filter((day) => (bits & (1 << (day - 1))) !== 0);

const toSchedule = ({ schedule, weekdays, times }: Row): Schedule => {
  if (schedule === 'weekdays') return { type: 'weekdays', days: fromBits(weekdays ?? 0) };
  if (schedule === 'times-a-week') return { type: 'times-a-week', times: times ?? 1 };
  return { type: 'daily' };
};

const toMeasure = ({ measure, unit, target }: Row): Measure =>
  measure === 'amount' ? { type: 'amount', unit: unit ?? '', target: target ?? 1 } : { type: 'yes-no' };

const listPauses = (db: Database, seq: number): Pause[] =>
  db
    .all<{ from_day: LocalDate; to_day: LocalDate | null }>(
      sql`SELECT from_day, to_day FROM goal_pause WHERE goal = ${seq} ORDER BY from_day`,
    )
    .map(({ from_day, to_day }) => ({ from: from_day, to: to_day }));

const toGoal = (db: Database, row: Row): Goal => ({
  id: idText(row.id),
  version: row.version as RecordVersion,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
  title: row.title,
  why: row.why,
  measure: toMeasure(row),
  schedule: toSchedule(row),
  starts: row.starts as LocalDate,
  ends: row.ends as LocalDate | null,
  pauses: listPauses(db, row.seq),
});

/** A goal with its row number. */
export type StoredGoal = { readonly seq: number; readonly goal: Goal };

/** The goal of an id, in the bin or not, or undefined. */
export const findGoal = (db: Database, id: RecordId): StoredGoal | undefined => {
  const row = db.get<Row>(sql`SELECT * FROM goal WHERE id = ${idBytes(id)}`);
  return row === undefined ? undefined : { seq: row.seq, goal: toGoal(db, row) };
};

/** The goal of an id; fails with NOT_FOUND. */
export const getGoal = (db: Database, id: RecordId): StoredGoal => {
  const found = findGoal(db, id);
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found;
};

/** Kept goals in the order in which they were made. */
export const listGoals = (db: Database): StoredGoal[] =>
  db
    .all<Row>(sql`SELECT * FROM goal WHERE deleted_at IS NULL ORDER BY seq`)
    .map((row) => ({ seq: row.seq, goal: toGoal(db, row) }));

/** How many goals are deleted and can be taken back. */
export const countBinnedGoals = (db: Database): number =>
  db.get<{ bin: number }>(sql`SELECT count(*) AS bin FROM goal WHERE deleted_at IS NOT NULL`)?.bin ?? 0;

/** Goals that went into the bin before an instant (epoch ms). */
export const listExpiredGoals = (db: Database, before: number): ExpiredRecord[] =>
  db.all<ExpiredRow>(sql`SELECT id, version FROM goal WHERE deleted_at < ${before}`).map(toExpired);

/** Removes a goal for good, with its pauses and marks. */
export const deleteGoal = (db: Database, id: RecordId): void => {
  db.run(sql`DELETE FROM goal WHERE id = ${idBytes(id)}`);
};

const replacePauses = (db: Database, seq: number, pauses: readonly Pause[]): void => {
  db.run(sql`DELETE FROM goal_pause WHERE goal = ${seq}`);
  for (const { from, to } of pauses) {
    db.run(sql`INSERT INTO goal_pause (goal, from_day, to_day) VALUES (${seq}, ${from}, ${to})
      ON CONFLICT DO UPDATE SET to_day = excluded.to_day`);
  }
};

const columnsOf = ({ measure, schedule }: Goal) => ({
  unit: measure.type === 'amount' ? measure.unit : null,
  target: measure.type === 'amount' ? measure.target : null,
  weekdays: schedule.type === 'weekdays' ? toBits(schedule.days) : null,
  times: schedule.type === 'times-a-week' ? schedule.times : null,
});

/** Stores a new goal with its pauses. */
export const insertGoal = (db: Database, goal: Goal): void => {
  const { unit, target, weekdays, times } = columnsOf(goal);
  db.run(sql`INSERT INTO goal (id, version, created_at, updated_at, deleted_at, title, why, measure, unit, target, schedule,
      weekdays, times, starts, ends)
    VALUES (${idBytes(goal.id)}, ${goal.version}, ${goal.createdAt}, ${goal.updatedAt}, ${goal.deletedAt}, ${goal.title},
      ${goal.why}, ${goal.measure.type}, ${unit}, ${target}, ${goal.schedule.type}, ${weekdays}, ${times}, ${goal.starts},
      ${goal.ends})`);
  replacePauses(db, getGoal(db, goal.id).seq, goal.pauses);
};

/** Replaces a goal's row and pauses. */
export const updateGoal = (db: Database, goal: Goal): void => {
  const { unit, target, weekdays, times } = columnsOf(goal);
  db.run(sql`UPDATE goal SET version = ${goal.version}, updated_at = ${goal.updatedAt}, deleted_at = ${goal.deletedAt},
      title = ${goal.title}, why = ${goal.why}, measure = ${goal.measure.type}, unit = ${unit}, target = ${target},
      schedule = ${goal.schedule.type}, weekdays = ${weekdays}, times = ${times}, starts = ${goal.starts},
      ends = ${goal.ends}
    WHERE id = ${idBytes(goal.id)}`);
  replacePauses(db, getGoal(db, goal.id).seq, goal.pauses);
};

type MarkRow = { day: string; state: string; amount: number | null; note: string };

const toMark = (goal: RecordId, row: MarkRow): GoalMark => ({
  goal,
  day: row.day as LocalDate,
  state: row.state as MarkState,
  amount: row.amount,
  note: row.note,
});

/** The marks of a goal from one day to another, in order. */
export const listMarks = (
  db: Database,
  { seq, goal }: StoredGoal,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): GoalMark[] =>
  db
    .all<MarkRow>(sql`SELECT day, state, amount, note FROM goal_mark
      WHERE goal = ${seq} AND day BETWEEN ${from} AND ${to} ORDER BY day`)
    .map((row) => toMark(goal.id, row));

/** The version of the mark on a day, or undefined when nothing is recorded. */
export const findMarkVersion = (db: Database, seq: number, day: LocalDate): RecordVersion | undefined =>
  db.get<{ version: RecordVersion }>(sql`SELECT version FROM goal_mark WHERE goal = ${seq} AND day = ${day}`)?.version;

/** Records a day, replacing what was recorded for it. */
export const saveMark = (
  db: Database,
  seq: number,
  {
    mark,
    version,
    updatedAt,
  }: { readonly mark: GoalMark; readonly version: RecordVersion; readonly updatedAt: number },
): void => {
  db.run(sql`INSERT OR REPLACE INTO goal_mark (goal, day, version, updated_at, state, amount, note)
    VALUES (${seq}, ${mark.day}, ${version}, ${updatedAt}, ${mark.state}, ${mark.amount}, ${mark.note})`);
};

/** Makes a day not recorded again. */
export const deleteMark = (db: Database, seq: number, day: LocalDate): void => {
  db.run(sql`DELETE FROM goal_mark WHERE goal = ${seq} AND day = ${day}`);
};

/** Every goal, in the bin or not, in the order in which they were made, beginning after a row number. */
export const listAllGoals = (
  db: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): StoredGoal[] =>
  db
    .all<Row>(sql`SELECT * FROM goal WHERE seq > ${after} ORDER BY seq LIMIT ${limit}`)
    .map((row) => ({ seq: row.seq, goal: toGoal(db, row) }));

/** A mark with the version and time (epoch ms) of its last change. */
export type StoredMark = { readonly mark: GoalMark; readonly version: RecordVersion; readonly updatedAt: number };

/** Every mark of a goal in the order of its days, beginning after a day (`''` for the first). */
export const listAllMarks = (
  db: Database,
  { seq, goal }: StoredGoal,
  { after, limit }: { readonly after: string; readonly limit: number },
): StoredMark[] =>
  db
    .all<MarkRow & { version: string; updated_at: number }>(sql`SELECT day, state, amount, note, version, updated_at
      FROM goal_mark WHERE goal = ${seq} AND day > ${after} ORDER BY day LIMIT ${limit}`)
    .map((row) => ({
      mark: toMark(goal.id, row),
      version: row.version as RecordVersion,
      updatedAt: row.updated_at,
    }));

/** The mark of a goal on a day with its version, or undefined when nothing is recorded. */
export const findMark = (db: Database, { seq, goal }: StoredGoal, day: LocalDate): StoredMark | undefined => {
  const row = db.get<MarkRow & { version: string; updated_at: number }>(sql`SELECT day, state, amount, note, version,
      updated_at FROM goal_mark WHERE goal = ${seq} AND day = ${day}`);
  return row === undefined
    ? undefined
    : { mark: toMark(goal.id, row), version: row.version as RecordVersion, updatedAt: row.updated_at };
};
