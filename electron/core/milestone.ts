import { addDays, addMonths, daysBetween, type LocalDate } from './local-date';

/** A point of a run worth a pause: its word's key in the catalogue (`day-1`, `days-3`, `week-1`, `month-6`, `year-2` …) and its day. */
export type Milestone = { readonly key: string; readonly day: LocalDate };

const LAST_YEAR = 9999;

const early = [
  { key: 'day-1', days: 1 },
  { key: 'days-3', days: 3 },
  { key: 'week-1', days: 7 },
  { key: 'week-2', days: 14 },
] as const;

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

/** Milestones of a run that began on a day, in order and without end (but for the calendar's in 9999). */
function* milestonesFrom(began: LocalDate): Generator<Milestone> {
  const years = LAST_YEAR - Number(began.slice(0, 4));
  if (years < 1) return;
  for (const { key, days } of early) yield { key, day: addDays(began, days) };
  for (const count of months) yield { key: `month-${count}`, day: addMonths(began, count) };
  for (let count = 1; count <= years; count += 1) yield { key: `year-${count}`, day: addMonths(began, 12 * count) };
}

/** The next milestone: how many days it is away, and how much of the way from the run's beginning is behind (0 to 1). */
export type NextMilestone = Milestone & { readonly daysLeft: number; readonly share: number };

/**
 * The milestones that a run begun on a day has reached by `today`, and the next: 24 hours (the day after), 3 days, 1 and 2
 * weeks, 1 to 11 months, years; months and years by the calendar, on the month's last day where it is too short.
 */
export const milestonesOf = (
  began: LocalDate,
  today: LocalDate,
): { readonly reached: Milestone[]; readonly next: NextMilestone | null } => {
  const reached: Milestone[] = [];
  for (const milestone of milestonesFrom(began)) {
    const { day } = milestone;
    if (day > today) {
      const share = Math.max(0, daysBetween(began, today)) / daysBetween(began, day);
      return { reached, next: { ...milestone, daysLeft: daysBetween(today, day), share } };
    }
    reached.push(milestone);
  }
  return { reached, next: null };
};
