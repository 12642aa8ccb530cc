import { addDays, addMonths, dayNumber, daysBetween, type LocalDate } from './local-date';

/** A point of a run worth a pause: its word's key in the catalogue (`day-1`, `days-3`, `week-1`, `month-6`, `year-2` …) and its day. */
export type Milestone = { readonly key: string; readonly day: LocalDate };

const LAST_YEAR = 9999;

const counted = [
  { key: 'days-3', days: 3 },
  { key: 'week-1', days: 7 },
  { key: 'week-2', days: 14 },
] as const;

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

/** What a run's milestones follow from. */
type Beginning = {
  readonly began: LocalDate;
  /** Day numbers that count in no run: those of slips. */
  readonly slips: ReadonlySet<number>;
};

/** The day on which a run's days free become `count`. */
const dayOfCount = ({ began, slips }: Beginning, count: number): LocalDate => {
  const first = dayNumber(began);
  let day = first;
  for (let left = count; ; day += 1) {
    if (!slips.has(day)) left -= 1;
    if (left === 0) return addDays(began, day - first);
  }
};

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** Milestones of a run up to the first year after `today`, in order. */
const milestonesUpTo = (beginning: Beginning, today: LocalDate): Milestone[] => {
  const { began } = beginning;
  const first = Number(began.slice(0, 4));
  const years = Math.min(LAST_YEAR - first, Math.max(1, Number(today.slice(0, 4)) - first + 1));
  if (years < 1) return [];
  const all: Milestone[] = [
    { key: 'day-1', day: later(addDays(began, 1), dayOfCount(beginning, 1)) },
    ...counted.map(({ key, days }) => ({ key, day: dayOfCount(beginning, days) })),
    ...months.map((count) => ({ key: `month-${count}`, day: addMonths(began, count) })),
  ];
  for (let count = 1; count <= years; count += 1) all.push({ key: `year-${count}`, day: addMonths(began, 12 * count) });
  return all.sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
};

/** The next milestone: how many days it is away, and how much of the way from the run's beginning is behind (0 to 1). */
export type NextMilestone = Milestone & { readonly daysLeft: number; readonly share: number };

/**
 * The milestones that a run has reached by `today`, and the next.
 *
 * Milestones told in days and weeks (3 days, 1 and 2 weeks) are counts of days free, by clean-time.ts's own count: each is
 * reached on the day on which the person is shown that many days, never a day later, since a day counts from its start.
 * 24 hours are told in hours, which are over on the day after the beginning. Months and years are told by the calendar:
 * each comes on the date on which the run began (on the month's last day where the month is too short), for that is the
 * date that people keep. Where one of them is still ahead, its date belongs beside it: 365 days can be shown on the eve of
 * a year.
 */
export const milestonesOf = (
  beginning: Beginning,
  today: LocalDate,
): { readonly reached: Milestone[]; readonly next: NextMilestone | null } => {
  const { began } = beginning;
  const all = milestonesUpTo(beginning, today);
  const reached = all.filter(({ day }) => day <= today);
  const next = all.find(({ day }) => day > today);
  if (next === undefined) return { reached, next: null };
  const share = Math.max(0, daysBetween(began, today)) / daysBetween(began, next.day);
  return { reached, next: { ...next, daysLeft: daysBetween(today, next.day), share } };
};

/** Whether a milestone comes on the date of the run's beginning, not with a number of days. */
export const isByCalendar = (key: string): boolean => /^(month|year)-/.test(key);
