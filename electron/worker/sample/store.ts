import { countWords, documentText, excerptOf } from '#core/document';
import { addDays, type LocalDate, wallTime } from '#core/local-date';
import type { RecordId } from '#core/record';
import { insertCheckIn } from '../repositories/check-in';
import { insertCraving } from '../repositories/craving';
import { freePosition, insertEntry } from '../repositories/entry';
import { getGoal, insertGoal, saveMark } from '../repositories/goal';
import { replaceLabelsOf } from '../repositories/label';
import { insertRun } from '../repositories/run';
import type { CheckInPlan } from './check-in-plan';
import type { CravingPlan } from './craving-plan';
import type { GoalContent, Marking } from './goal-plan';
import type { RecordMaker } from './record-maker';
import type { RunPlan } from './run-plan';
import { story, storyDayOf } from './story';
import type { EntryPlan } from './year-entries';

/** Stores an entry with its labels, as if it had been written at its own time; answers with its id. */
export const storeEntry = ({ columnsAt, journal }: RecordMaker, plan: EntryPlan): RecordId => {
  const { db } = journal;
  const { moment, body, tags, feelings, ...rest } = plan;
  const plain = documentText(body);
  const columns = columnsAt(moment.at);
  const position = freePosition(db, wallTime(moment.at, moment.zone), null);
  const entry = { ...columns, ...moment, ...rest, body, tags: [...tags], wordCount: countWords(plain) };
  insertEntry(db, { entry, position, plain, excerpt: excerptOf(plain), bodyText: JSON.stringify(body) });
  if (tags.length > 0) replaceLabelsOf(journal, 'entry_tag', { owner: position, names: tags });
  if (feelings.length > 0) replaceLabelsOf(journal, 'entry_feeling', { owner: position, names: feelings });
  return columns.id;
};

/** Stores a check-in with its feelings. */
export const storeCheckIn = ({ columnsAt, journal }: RecordMaker, { moment, answers }: CheckInPlan): void => {
  const { feelings, ...rest } = answers;
  const owner = insertCheckIn(journal.db, { ...columnsAt(moment.at), ...moment, ...rest });
  if (feelings.length > 0) replaceLabelsOf(journal, 'check_in_feeling', { owner, names: feelings });
};

/** Stores a craving with its triggers. */
export const storeCraving = ({ columnsAt, journal }: RecordMaker, { moment, details }: CravingPlan): void => {
  const { triggers, ...rest } = details;
  const owner = insertCraving(journal.db, { ...columnsAt(moment.at), ...moment, ...rest });
  replaceLabelsOf(journal, 'craving_trigger', { owner, names: triggers });
};

/** Stores a run. */
export const storeRun = ({ columnsAt, journal }: RecordMaker, plan: RunPlan): void =>
  insertRun(journal.db, { ...columnsAt(plan.began.at), ...plan });

type GoalToStore = {
  readonly content: GoalContent;
  readonly marks: readonly { readonly on: number; readonly marking: NonNullable<Marking> }[];
  readonly today: LocalDate;
  /** When the marks of a day of the story were made (epoch ms). */
  readonly markedAt: (on: number) => number;
};

/** Stores a goal with its marks. */
export const storeGoal = (
  { columnsAt, versionAt, journal }: RecordMaker,
  { content, marks, today, markedAt }: GoalToStore,
): void => {
  const { db } = journal;
  const goal = { ...columnsAt(markedAt(storyDayOf(today, content.starts))), ...content };
  insertGoal(db, goal);
  const { seq } = getGoal(db, goal.id);
  for (const { on, marking } of marks) {
    const day = addDays(today, on - story.today);
    const updatedAt = markedAt(on);
    saveMark(db, seq, { mark: { goal: goal.id, day, ...marking }, version: versionAt(updatedAt), updatedAt });
  }
};
