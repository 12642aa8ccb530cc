import type { Goal, GoalMark, MarkState } from '#core/goal';
import type { LocalDate } from '#core/local-date';
import { i18n } from './i18n';
import { command } from './query-client';
import { tellFailure } from './tell-failure';
import { showToast } from './toasts';

/** A day of a goal and what is recorded for it so far. */
export type GoalDay = { readonly goal: Goal; readonly day: LocalDate; readonly mark: GoalMark | null };

const amountFor = ({ goal: { measure }, mark }: GoalDay, state: MarkState): number | null => {
  if (measure.type === 'yes-no' || state === 'skipped') return null;
  const known = mark?.amount ?? null;
  const enough = known !== null && known >= measure.target;
  if (state === 'done') return enough ? known : measure.target;
  return enough ? null : known;
};

/** The mark that says `state` of a day, keeping its note and, where it still fits, its amount. */
export const markSaying = (on: GoalDay, state: MarkState): GoalMark => ({
  goal: on.goal.id,
  day: on.day,
  state,
  amount: amountFor(on, state),
  note: on.mark?.note ?? '',
});

/** The mark for an amount: done from the target on, partly below it. */
export const markOfAmount = (on: GoalDay, amount: number): GoalMark => ({
  ...markSaying(on, on.goal.measure.type === 'amount' && amount >= on.goal.measure.target ? 'done' : 'partly'),
  amount,
});

/** Stores a mark and resolves with whether it is stored; a failure is told in a toast. */
export const recordMark = async (mark: GoalMark): Promise<boolean> => {
  const result = await command('goals.mark', mark);
  if (!result.ok) tellFailure(result.error.code);
  return result.ok;
};

/** Makes a day not recorded again. A note that goes with it can be brought back. */
export const clearMark = async (mark: GoalMark): Promise<void> => {
  const result = await command('goals.unmark', { goal: mark.goal, day: mark.day });
  if (!result.ok) return tellFailure(result.error.code);
  if (mark.note === '') return;
  showToast({
    text: i18n.t('goals.day.noteCleared'),
    action: { label: i18n.t('ui.undo'), run: () => void recordMark(mark) },
  });
};
