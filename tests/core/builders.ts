import fc from 'fast-check';
import type { Goal, GoalMark } from '#core/goal';
import { addDays, type LocalDate } from '#core/local-date';
import type { RecordVersion } from '#core/record';
import type { Run } from '#core/run';
import { anId, day } from '#tests/support/builders';

const columns = { version: '0193a5b2c3d4-0000-1a2b3c4d' as RecordVersion, createdAt: 0, updatedAt: 0, deletedAt: null };

/** A kept daily yes-or-no goal since Monday 5 January 2026. */
export const aStoredGoal = (rest: Partial<Goal> = {}): Goal => ({
  id: anId(),
  ...columns,
  title: 'Journal every night',
  why: '',
  measure: { type: 'yes-no' },
  schedule: { type: 'daily' },
  starts: day('2026-01-05'),
  ends: null,
  pauses: [],
  ...rest,
});

/** A mark of `goal` on a date, done unless told otherwise. */
export const aMark = (goal: Goal, date: LocalDate, rest: Partial<GoalMark> = {}): GoalMark => ({
  goal: goal.id,
  day: date,
  state: 'done',
  amount: null,
  note: '',
  ...rest,
});

const marksByLetter: Readonly<Record<string, Partial<GoalMark>>> = {
  d: { state: 'done' },
  p: { state: 'partly' },
  s: { state: 'skipped' },
};

/** Marks from the goal's start on, a letter a day: d done, p partly, s skipped, anything else not recorded. */
export const marksFrom = (goal: Goal, letters: string): GoalMark[] =>
  [...letters].flatMap((letter, index) => {
    const mark = marksByLetter[letter];
    return mark === undefined ? [] : [aMark(goal, addDays(goal.starts, index), mark)];
  });

const noonOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const momentOf = (date: string): Run['began'] => ({ at: noonOf(date), zone: 'Europe/Berlin', day: day(date) });

/** A kept run from one date to another, ended by a slip unless told otherwise; open without an end. */
export const aStoredRun = (began: string, ended: string | null = null, endCause: Run['endCause'] = 'slip'): Run => ({
  id: anId(),
  ...columns,
  began: momentOf(began),
  ended: ended === null ? null : momentOf(ended),
  endCause: ended === null ? null : endCause,
  note: '',
});

/** Any date from 1900 to 2100. */
export const anyDay = (): fc.Arbitrary<LocalDate> =>
  fc.integer({ min: 0, max: 73_000 }).map((count) => addDays(day('1900-01-01'), count));

/** Zones with whole, half and quarter hours, half-hour summer time, a skipped day, and the ends of the world. */
export const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Africa/Casablanca',
  'Asia/Tehran',
] as const;
