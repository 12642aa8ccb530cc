import { type CheckIn, type CheckInDraft, hasAnswer } from '#core/check-in';
import { AppError } from '#core/errors';
import { foldLabel } from '#core/label';
import type { DateRange } from '#core/local-date';
import type { RecordId } from '#core/record';
import type { Journal } from '../journal';
import { findCheckIn, getCheckIn, insertCheckIn, listCheckIns, updateCheckIn } from '../repositories/check-in';
import { listFeelingNames, replaceLabelsOf } from '../repositories/label';
import { dayFor, deletedColumns, isMoved, isRepeated, nextColumns } from './changes';

/** What was answered, in whatever order and spelling. */
const contentOf = ({
  at,
  zone,
  mood,
  craving,
  energy,
  confidence,
  sleepMinutes,
  note,
  ...sets
}: CheckIn | CheckInDraft) => ({
  at,
  zone,
  numbers: [mood, craving, energy, confidence, sleepMinutes],
  note,
  halt: new Set(sets.halt),
  feelings: new Set(sets.feelings.map(foldLabel)),
});

/** Stores a check-in, new or changed; durable when it returns. Fails with CONFLICT, NOT_FOUND, and INVALID_INPUT when nothing was answered. */
export const saveCheckIn = (journal: Journal, draft: CheckInDraft): CheckIn => {
  if (!hasAnswer(draft)) throw new AppError('INVALID_INPUT', { fields: { mood: 'empty' } });
  const { db } = journal;
  return db.transaction(() => {
    const stored = findCheckIn(db, draft.id);
    const known = stored?.checkIn;
    if (known !== undefined && isRepeated(draft, known, { sent: contentOf(draft), kept: contentOf(known) })) {
      return known;
    }
    const { baseVersion: _, ...answers } = draft;
    const checkIn = {
      ...answers,
      ...nextColumns(journal, draft, known),
      day: dayFor(draft, known),
    };
    const owner = stored?.seq ?? insertCheckIn(db, checkIn);
    if (stored !== undefined) updateCheckIn(db, checkIn);
    return { ...checkIn, feelings: replaceLabelsOf(journal, 'check_in_feeling', { owner, names: draft.feelings }) };
  });
};

/** Kept check-ins of a range of days, latest first. */
export const checkInsOf = ({ db }: Journal, range: DateRange): CheckIn[] => listCheckIns(db, range);

const moveCheckIn = (journal: Journal, id: RecordId, deleted: boolean): void => {
  const { db } = journal;
  db.transaction(() => {
    const { checkIn } = getCheckIn(db, id);
    if (!isMoved(checkIn, deleted)) updateCheckIn(db, deletedColumns(journal, checkIn, deleted));
  });
};

/** Puts a check-in into the bin; fails with NOT_FOUND. */
export const binCheckIn = (journal: Journal, id: RecordId): void => moveCheckIn(journal, id, true);

/** Takes a check-in out of the bin; fails with NOT_FOUND. */
export const restoreCheckIn = (journal: Journal, id: RecordId): void => moveCheckIn(journal, id, false);

/** Every feeling the person has used, in alphabetical order. */
export const listFeelings = ({ db }: Journal): string[] => listFeelingNames(db);
