import type { Goal, GoalMark } from './goal';
import { dayNumber, weekdayOfNumber } from './local-date';

/** The marks of one goal by dayNumber. */
export type MarksByDay = ReadonlyMap<number, GoalMark>;

/** Marks of one goal, ready to be looked up by day. */
export const marksByDay = (marks: readonly GoalMark[]): MarksByDay =>
  new Map(marks.map((mark) => [dayNumber(mark.day), mark]));

/** Partly done, but nobody said how much. */
const SHARE_UNTOLD = 0.5;

/**
 * How much of what was meant a mark stands for, 0 to 1; null when skipped on purpose. Done is 1 whatever the amount;
 * partly is its amount over the target, and a half where no amount can be told.
 */
export const shareOf = ({ measure }: Pick<Goal, 'measure'>, { state, amount }: GoalMark): number | null => {
  if (state === 'skipped') return null;
  if (state === 'done') return 1;
  return measure.type === 'amount' && amount !== null ? Math.min(1, amount / measure.target) : SHARE_UNTOLD;
};

/**
 * The smallest stretch by which a goal is judged: a due day, or an ISO week for a times-a-week goal.
 * `steps` are the shares (0 to 1) of what was due and is over, the best first; skipped ones are left out.
 * `verdict` says what the stretch does to a run of kept ones: lengthen it, leave it, end it.
 */
export type Period = { readonly steps: readonly number[]; readonly verdict: 'kept' | 'neutral' | 'broken' };

/** Whether a goal is in force on a day number: begun, not ended, not paused. */
export const activityOf = ({ starts, ends, pauses }: Pick<Goal, 'starts' | 'ends' | 'pauses'>) => {
  const first = dayNumber(starts);
  const last = ends === null ? Number.POSITIVE_INFINITY : dayNumber(ends);
  const breaks = pauses.map(({ from, to }) => ({
    from: dayNumber(from),
    to: to === null ? Number.POSITIVE_INFINITY : dayNumber(to),
  }));
  return (day: number): boolean =>
    day >= first && day <= last && !breaks.some(({ from, to }) => day >= from && day <= to);
};

/** What periods are made from. `today` is a day number and not yet over. */
export type History = {
  readonly goal: Goal;
  readonly marks: MarksByDay;
  readonly isActive: (day: number) => boolean;
  readonly today: number;
};

/** A goal's history as it stands on a day number. */
export const historyOf = (goal: Goal, marks: MarksByDay, { today }: { readonly today: number }): History => ({
  goal,
  marks,
  isActive: activityOf(goal),
  today,
});

const dayPeriod = ({ goal, marks, today }: History, day: number): Period => {
  const mark = marks.get(day);
  const share = mark === undefined ? 0 : shareOf(goal, mark);
  const steps = day === today || share === null ? [] : [share];
  if (share === 1) return { steps, verdict: 'kept' };
  // An amount of nothing is as good as none recorded.
  return { steps, verdict: share === 0 && day !== today ? 'broken' : 'neutral' };
};

const week = [0, 1, 2, 3, 4, 5, 6] as const;

/**
 * The ISO week that begins on the day number `monday`, for a goal to be kept `times` a week on any days of it. In a week
 * in which the goal is not in force throughout, proportionally less is due, rounded down; what was done more counts none
 * the less, up to `times`. Nothing is found wanting before the last day on which the goal is in force is over.
 */
export const weekPeriod = (
  { goal, marks, isActive, today }: History,
  monday: number,
  { times }: { readonly times: number },
): Period => {
  const active = week.map((offset) => monday + offset).filter(isActive);
  const isOver = active.every((day) => day < today);
  const marked = active.flatMap((day) => {
    const mark = marks.get(day);
    return mark === undefined || day > today ? [] : [{ day, share: shareOf(goal, mark) }];
  });
  const shares = marked.flatMap(({ day, share }) => (share === null || day === today ? [] : [share]));
  const best = shares.sort((one, other) => other - one).slice(0, times);
  const skipped = marked.filter(({ share }) => share === null).length;
  const kept = marked.filter(({ share }) => share === 1).length;
  const due = Math.floor((times * active.length) / week.length);
  const wanting = isOver ? Math.max(0, due - best.length - skipped) : 0;
  const steps = [...best, ...Array.from({ length: wanting }, () => 0)];
  if (wanting > 0) return { steps, verdict: 'broken' };
  return { steps, verdict: kept > 0 && kept + skipped >= due ? 'kept' : 'neutral' };
};

const onWeekday = ({ schedule }: Goal, day: number): boolean =>
  schedule.type !== 'weekdays' || schedule.days.includes(weekdayOfNumber(day));

/** Whether something is due on a day number; a times-a-week goal may be kept on every day on which it is in force. */
export const isDueOn = ({ goal, isActive }: Pick<History, 'goal' | 'isActive'>, day: number): boolean =>
  isActive(day) && onWeekday(goal, day);

/** Every period from the goal's start up to and including today's, in order. */
export const periodsOf = (history: History): Period[] => {
  const { goal, today } = history;
  const { schedule } = goal;
  const first = dayNumber(goal.starts);
  const last = Math.min(today, goal.ends === null ? today : dayNumber(goal.ends));
  const periods: Period[] = [];
  if (schedule.type === 'times-a-week') {
    for (let monday = first - weekdayOfNumber(first) + 1; monday <= last; monday += week.length) {
      periods.push(weekPeriod(history, monday, schedule));
    }
    return periods;
  }
  for (let day = first; day <= last; day += 1) if (isDueOn(history, day)) periods.push(dayPeriod(history, day));
  return periods;
};
