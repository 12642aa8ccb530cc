import { z } from 'zod';
import { dayNumber, type LocalDate, localDate } from './local-date';
import { milestonesOf } from './milestone';
import { instant, recordId } from './record';
import type { Run } from './run';

const days = z.int().min(0);
const milestone = { key: z.string(), day: localDate };

/** What the runs amount to on a given day (docs/care.md, rule 8). */
export const cleanTime = z.strictObject({
  current: z.strictObject({ id: recordId, beganAt: instant, beganDay: localDate, days }).nullable(),
  totalDays: days,
  /** Calendar days from the first beginning to today, both counted: `totalDays` is out of these. */
  daysSinceFirst: days,
  longestDays: days,
  /** The current run's next milestone; `share` (0 to 1) of the way from the run's beginning is behind. */
  next: z.strictObject({ ...milestone, daysLeft: days, share: z.number().min(0).max(1) }).nullable(),
  /** Milestones of the current run, the earliest first. */
  reached: z.array(z.strictObject(milestone)),
});
export type CleanTime = z.infer<typeof cleanTime>;

/** Day numbers, both ends included; empty when `to` lies before `from`. */
type Span = { readonly from: number; readonly to: number };

const spanOf = ({ began, ended }: Run, today: number): Span => ({
  from: dayNumber(began.day),
  to: ended === null ? today : Math.min(today, dayNumber(ended.day)),
});

/** Days in at least one span, those in `without` not counted. */
const countUnion = (spans: readonly Span[], without: ReadonlySet<number>): number => {
  let count = 0;
  let counted = Number.NEGATIVE_INFINITY;
  for (const { from, to } of [...spans].sort((one, other) => one.from - other.from)) {
    const start = Math.max(from, counted + 1);
    if (to < start) continue;
    count += to - start + 1;
    for (const day of without) if (day >= start && day <= to) count -= 1;
    counted = to;
  }
  return count;
};

/** The days (day numbers) on which kept runs ended with a slip: they count in no run, also not in one that begins on them. */
export const slipDaysOf = (runs: readonly Run[]): ReadonlySet<number> =>
  new Set(runs.flatMap(({ ended, endCause }) => (endCause === 'slip' && ended !== null ? [dayNumber(ended.day)] : [])));

/** Days free in one run by itself, up to `today`; `slips` are those of all kept runs. */
export const daysFreeIn = (run: Run, today: LocalDate, slips: ReadonlySet<number>): number =>
  countUnion([spanOf(run, dayNumber(today))], slips);

const latestBegun = (one: Run, other: Run): Run => (other.began.at > one.began.at ? other : one);

/**
 * What kept runs amount to on the day `today` at `now` (epoch ms): a run's days are the calendar dates from its beginning
 * to its end, or to today while it goes on, whatever happened to clocks and zones. A day counts from its start, so the
 * first day is day 1, not 0, and the seventh is a week (milestone.ts keeps to the same count); the day of a slip counts in
 * no run, a day in two runs counts once. A run that is still to begin counts nowhere; of several open ones the latest is
 * current.
 */
export const cleanTimeOf = ({
  runs,
  today,
  now,
}: {
  readonly runs: readonly Run[];
  readonly today: LocalDate;
  readonly now: number;
}): CleanTime => {
  const date = dayNumber(today);
  // A person who travels west may stand on the day before the one on which the run began.
  const begun = runs.filter(({ began }) => began.day <= today || began.at <= now);
  const slips = slipDaysOf(begun);
  const open = begun.filter(({ ended }) => ended === null);
  const [firstOpen] = open;
  const current = firstOpen === undefined ? null : open.reduce(latestBegun, firstOpen);
  const first = begun.reduce((earliest, { began }) => Math.min(earliest, dayNumber(began.day)), date + 1);
  return {
    current: current && {
      id: current.id,
      beganAt: current.began.at,
      beganDay: current.began.day,
      days: daysFreeIn(current, today, slips),
    },
    totalDays: countUnion(
      begun.map((run) => spanOf(run, date)),
      slips,
    ),
    daysSinceFirst: date - first + 1,
    longestDays: begun.reduce((longest, run) => Math.max(longest, daysFreeIn(run, today, slips)), 0),
    ...(current === null ? { next: null, reached: [] } : milestonesOf({ began: current.began.day, slips }, today)),
  };
};
