import { AppError } from '#core/errors';
import type { Goal, GoalDraft, GoalMark, GoalProgress } from '#core/goal';
import { progressOf } from '#core/habit-strength';
import type { LocalDate } from '#core/local-date';
import type { RecordId } from '#core/record';
import type { Journal } from '../journal';
import {
  deleteMark,
  findGoal,
  findMarkVersion,
  getGoal,
  insertGoal,
  listGoals,
  listMarks,
  saveMark,
  updateGoal,
} from '../repositories/goal';
import { deletedColumns, isMoved, isRepeated, nextColumns } from './changes';

const contentOf = ({ title, why, measure, schedule, starts, ends, pauses }: Goal | GoalDraft) => ({
  title,
  why,
  measure,
  schedule,
  starts,
  ends,
  pauses,
});

/** Stores a goal, new or changed; durable when it returns. Fails with CONFLICT, NOT_FOUND. */
export const saveGoal = (journal: Journal, draft: GoalDraft): Goal => {
  if (draft.ends !== null && draft.ends < draft.starts) {
    throw new AppError('INVALID_INPUT', { fields: { ends: 'before-start' } });
  }
  const { db } = journal;
  return db.transaction(() => {
    const stored = findGoal(db, draft.id);
    const known = stored?.goal;
    if (known !== undefined && isRepeated(draft, known, { sent: contentOf(draft), kept: contentOf(known) })) {
      return known;
    }
    const { baseVersion: _, ...content } = draft;
    const goal = { ...content, ...nextColumns(journal, draft, known) };
    if (stored === undefined) insertGoal(db, goal);
    else updateGoal(db, goal);
    return goal;
  });
};

/** Kept goals, each with what its history amounts to on `today`. */
export const goalsWithProgress = ({ db }: Journal, today: LocalDate): GoalProgress[] =>
  listGoals(db).map((stored) =>
    progressOf({
      goal: stored.goal,
      marks: listMarks(db, stored, { from: stored.goal.starts, to: today }),
      today,
    }),
  );

/** The marks of a goal from one day to another, in order; fails with NOT_FOUND. */
export const marksOf = (
  { db }: Journal,
  { goal, from, to }: { readonly goal: RecordId; readonly from: LocalDate; readonly to: LocalDate },
): GoalMark[] => listMarks(db, getGoal(db, goal), { from, to });

/** Records a day of a goal, replacing what was recorded for it; fails with NOT_FOUND. */
export const markGoal = (journal: Journal, mark: GoalMark): void => {
  const { db, clock, newVersion } = journal;
  db.transaction(() => {
    const { seq } = getGoal(db, mark.goal);
    const version = newVersion(findMarkVersion(db, seq, mark.day) ?? null);
    journal.onChange(mark.goal);
    saveMark(db, seq, { mark, version, updatedAt: clock.now() });
  });
};

/** Makes a day of a goal not recorded again; fails with NOT_FOUND. */
export const unmarkGoal = ({ db, onChange }: Journal, goal: RecordId, day: LocalDate): void =>
  db.transaction(() => {
    onChange(goal);
    deleteMark(db, getGoal(db, goal).seq, day);
  });

const moveGoal = (journal: Journal, id: RecordId, deleted: boolean): void => {
  const { db } = journal;
  db.transaction(() => {
    const { goal } = getGoal(db, id);
    if (!isMoved(goal, deleted)) updateGoal(db, deletedColumns(journal, goal, deleted));
  });
};

/** Puts a goal, its history with it, into the bin; fails with NOT_FOUND. */
export const binGoal = (journal: Journal, id: RecordId): void => moveGoal(journal, id, true);

/** Takes a goal out of the bin; fails with NOT_FOUND. */
export const restoreGoal = (journal: Journal, id: RecordId): void => moveGoal(journal, id, false);
