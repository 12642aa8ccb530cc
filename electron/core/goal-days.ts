import type { Goal } from './goal';
import { activityOf, historyOf, isDueOn, type MarksByDay, shareOf, weekPeriod } from './goal-periods';
import { dayNumber, type LocalDate, weekdayOfNumber } from './local-date';

/** What a day is for a goal; done, partly, skipped and not recorded are four different things, `open` is today or later. */
export type DayState = 'done' | 'partly' | 'skipped' | 'not-recorded' | 'not-due' | 'open';

/**
 * Whether a goal is due on a day: in force (not before its start, after its end or paused) and on one of its weekdays; a
 * times-a-week goal may be kept on every day on which it is in force.
 */
export const isDue = (goal: Goal, day: LocalDate): boolean =>
  isDueOn({ goal, isActive: activityOf(goal) }, dayNumber(day));

/**
 * What a day is for a goal. What was recorded is shown as recorded, due or not (partly with the whole amount is done).
 * A past day of a times-a-week goal without a record is only `not-recorded` in a week that fell short.
 */
export const dayState = (
  goal: Goal,
  day: LocalDate,
  { marks, today }: { readonly marks: MarksByDay; readonly today: LocalDate },
): DayState => {
  const number = dayNumber(day);
  const mark = marks.get(number);
  if (mark !== undefined) return shareOf(goal, mark) === 1 ? 'done' : mark.state;
  const history = historyOf(goal, marks, { today: dayNumber(today) });
  if (!isDueOn(history, number)) return 'not-due';
  if (day >= today) return 'open';
  if (goal.schedule.type !== 'times-a-week') return 'not-recorded';
  const { verdict } = weekPeriod(history, number - weekdayOfNumber(number) + 1, goal.schedule);
  return verdict === 'broken' ? 'not-recorded' : 'not-due';
};
