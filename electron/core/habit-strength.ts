import type { Goal, GoalMark, GoalProgress, Schedule } from './goal';
import { type History, historyOf, isDueOn, marksByDay, type Period, periodsOf, shareOf } from './goal-periods';
import { dayNumber, type LocalDate, weekdayOfNumber } from './local-date';

type On = { readonly today: LocalDate };

/** Of daily due days: after this many kept from nothing, strength is a half. */
const HALF_LIFE = 13;
const DAYS_A_WEEK = 7;

const duePerDay = (schedule: Schedule): number => {
  switch (schedule.type) {
    case 'daily':
      return 1;
    case 'weekdays':
      return schedule.days.length / DAYS_A_WEEK;
    case 'times-a-week':
      return schedule.times / DAYS_A_WEEK;
  }
};

const strengthOf = ({ schedule }: Goal, periods: readonly Period[]): number => {
  const memory = 0.5 ** (Math.sqrt(duePerDay(schedule)) / HALF_LIFE);
  let strength = 0;
  for (const { steps } of periods) {
    for (const share of steps) strength = strength * memory + share * (1 - memory);
  }
  return Math.min(1, strength);
};

type Runs = { readonly current: number; readonly best: number };

const runsOf = (periods: readonly Period[]): Runs => {
  let current = 0;
  let best = 0;
  for (const { verdict } of periods) {
    if (verdict === 'broken') current = 0;
    if (verdict === 'kept') current += 1;
    best = Math.max(best, current);
  }
  return { current, best };
};

type Rate = { readonly kept: number; readonly due: number };

const rateOf = (periods: readonly Period[]): Rate => {
  let kept = 0;
  let due = 0;
  for (const { steps } of periods) {
    due += steps.length;
    kept += steps.filter((share) => share === 1).length;
  }
  return { kept, due };
};

const historyOn = (goal: Goal, marks: readonly GoalMark[], { today }: On): History =>
  historyOf(goal, marksByDay(marks), { today: dayNumber(today) });

/**
 * How firm a habit is, 0 to 1: s ← s·m + x·(1−m) for every due step, m = 0.5^(√f/13), f due days per day, x the share
 * done; skipped steps leave it as it is and today does not count yet (docs/care.md, rule 7, after Loop Habit Tracker). A
 * times-a-week goal has `times` steps a week on any days, counted as they are done and, when the week is over, as not
 * done: doing exactly what was planned leads to 1 whichever days were chosen.
 */
export const habitStrength = (goal: Goal, marks: readonly GoalMark[], on: On): number =>
  strengthOf(goal, periodsOf(historyOn(goal, marks, on)));

/**
 * The run of kept due days that goes on today and the longest there was; of kept weeks for a times-a-week goal. Done
 * adds one, today's too; skipped and partly neither add nor end; not recorded or an amount of nothing ends, once the day
 * or week is over.
 */
export const currentAndBestRun = (goal: Goal, marks: readonly GoalMark[], on: On): Runs =>
  runsOf(periodsOf(historyOn(goal, marks, on)));

/** Done out of due before today, skipped ones counting in neither; a times-a-week goal's running week counts only what is done. */
export const keptRate = (goal: Goal, marks: readonly GoalMark[], on: On): Rate =>
  rateOf(periodsOf(historyOn(goal, marks, on)));

const keptThisWeek = (history: History): number => {
  const { goal, marks, today } = history;
  let kept = 0;
  for (let day = today - weekdayOfNumber(today) + 1; day <= today; day += 1) {
    const mark = marks.get(day);
    if (mark !== undefined && isDueOn(history, day) && shareOf(goal, mark) === 1) kept += 1;
  }
  return kept;
};

/**
 * One goal with what its history amounts to on `today`. A times-a-week goal that was already kept often enough this
 * week is no longer due today, unless today has a mark that one may want to change.
 */
export const progressOf = ({
  goal,
  marks,
  today,
}: {
  readonly goal: Goal;
  readonly marks: readonly GoalMark[];
  readonly today: LocalDate;
}): GoalProgress => {
  const history = historyOn(goal, marks, { today });
  const periods = periodsOf(history);
  const { current, best } = runsOf(periods);
  const mark = history.marks.get(history.today) ?? null;
  const done = keptThisWeek(history);
  const stillWanted = goal.schedule.type !== 'times-a-week' || mark !== null || done < goal.schedule.times;
  return {
    goal,
    strength: strengthOf(goal, periods),
    currentRun: current,
    bestRun: best,
    ...rateOf(periods),
    dueToday: isDueOn(history, history.today) && stillWanted,
    keptThisWeek: done,
    today: mark,
  };
};
