import type { Goal, GoalMark, GoalProgress, Measure } from '#core/goal';
import type { DayState } from '#core/goal-days';
import { formatNumber, weekdayNames } from './format';
import { i18n } from './i18n';

/** "20 minutes", "3" */
export const amountInWords = (amount: number, { unit }: Extract<Measure, { type: 'amount' }>): string =>
  unit === '' ? formatNumber(amount, 2) : i18n.t('goals.amount', { amount: formatNumber(amount, 2), unit });

/** "every day", "Mon, Wed, Fri", "3 times a week" */
export const scheduleInWords = ({ schedule }: Pick<Goal, 'schedule'>): string => {
  switch (schedule.type) {
    case 'daily':
      return i18n.t('goals.schedule.daily');
    case 'times-a-week':
      return i18n.t('goals.schedule.timesAWeek', { count: schedule.times });
    case 'weekdays': {
      const names = weekdayNames('short');
      return [...schedule.days]
        .sort((one, other) => one - other)
        .map((day) => names[day - 1])
        .join(', ');
    }
  }
};

/** What a mark says of its day: "partly", or "nothing yet" for an amount of nothing. */
export const markInWords = ({ state, amount }: GoalMark): string =>
  amount === 0 ? i18n.t('goals.nothing') : i18n.t(`goals.states.${state}`);

/** What a day is for a goal: "done", "partly, 12 of 20 minutes", "skipped on purpose", "not recorded", "not due". */
export const dayInWords = ({ measure }: Goal, state: DayState, mark: GoalMark | null): string => {
  const word = mark?.amount === 0 ? markInWords(mark) : i18n.t(`goals.states.${state}`);
  if (measure.type === 'yes-no' || mark === null || mark.amount === null || mark.state === 'skipped') return word;
  const target = amountInWords(measure.target, measure);
  return i18n.t('goals.stateAndAmount', { state: word, amount: formatNumber(mark.amount, 2), target });
};

const runWords = {
  days: { now: 'goals.run.now', best: 'goals.run.best' },
  weeks: { now: 'goals.run.nowWeeks', best: 'goals.run.bestWeeks' },
} as const;

/** "12 times in a row, best 31", in weeks for a times-a-week goal; null while there is nothing to tell. */
export const runInWords = ({ goal, currentRun, bestRun }: GoalProgress): string | null => {
  const keys = runWords[goal.schedule.type === 'times-a-week' ? 'weeks' : 'days'];
  const now = i18n.t(keys.now, { count: currentRun, shown: formatNumber(currentRun, 0) });
  const best = i18n.t(keys.best, { count: bestRun, shown: formatNumber(bestRun, 0) });
  if (bestRun === 0) return null;
  if (currentRun === 0) return best;
  return currentRun === bestRun ? now : i18n.t('goals.run.both', { now, best: formatNumber(bestRun, 0) });
};
