import { type CleanTime, cleanTimeOf } from '#core/clean-time';
import { AppError } from '#core/errors';
import type { LocalDate } from '#core/local-date';
import type { RecordId } from '#core/record';
import { otherRunOpen, type Run, type RunDraft } from '#core/run';
import type { Journal } from '../journal';
import { findRun, getRun, insertRun, isOtherRunOpenIn, listRuns, updateRun } from '../repositories/run';
import { dayFor, deletedColumns, isMoved, isRepeated, nextColumns } from './changes';

const momentOf = ({ at, zone }: RunDraft['began']) => ({ at, zone });

const contentOf = ({ began, ended, endCause, note }: Run | RunDraft) => ({
  began: momentOf(began),
  ended: ended && momentOf(ended),
  endCause,
  note,
});

const goesOn = ({ ended, deletedAt }: Run): boolean => ended === null && deletedAt === null;

/** Two open runs that are there already, from an older journal, may both be changed; a third is never made. */
const refuseSecondOpen = ({ db }: Journal, run: Run, stored: Run | undefined): void => {
  if (!goesOn(run) || (stored !== undefined && goesOn(stored))) return;
  if (isOtherRunOpenIn(db, run.id)) throw new AppError('INVALID_INPUT', { fields: otherRunOpen });
};

/**
 * Stores a run, new or changed; durable when it returns. Fails with CONFLICT, NOT_FOUND, and INVALID_INPUT (otherRunOpen)
 * when it would go on beside another.
 */
export const saveRun = (journal: Journal, draft: RunDraft): Run => {
  const { db } = journal;
  return db.transaction(() => {
    const stored = findRun(db, draft.id);
    if (stored !== undefined && isRepeated(draft, stored, { sent: contentOf(draft), kept: contentOf(stored) })) {
      return stored;
    }
    const { baseVersion: _, began, ended, ...content } = draft;
    const run: Run = {
      ...content,
      ...nextColumns(journal, draft, stored),
      began: { ...began, day: dayFor(began, stored?.began) },
      ended: ended === null ? null : { ...ended, day: dayFor(ended, stored?.ended ?? undefined) },
    };
    refuseSecondOpen(journal, run, stored);
    if (stored === undefined) insertRun(db, run);
    else updateRun(db, run);
    return run;
  });
};

/** Kept runs, the latest beginning first. */
export const allRuns = ({ db }: Journal): Run[] => listRuns(db);

/** What the runs amount to on `today`. */
export const currentCleanTime = ({ db, clock }: Journal, today: LocalDate): CleanTime =>
  cleanTimeOf({ runs: listRuns(db), today, now: clock.now() });

const moveRun = (journal: Journal, id: RecordId, deleted: boolean): void => {
  const { db } = journal;
  db.transaction(() => {
    const run = getRun(db, id);
    if (isMoved(run, deleted)) return;
    const moved = deletedColumns(journal, run, deleted);
    refuseSecondOpen(journal, moved, run);
    updateRun(db, moved);
  });
};

/** Puts a run into the bin; fails with NOT_FOUND. */
export const binRun = (journal: Journal, id: RecordId): void => moveRun(journal, id, true);

/** Takes a run out of the bin; fails with NOT_FOUND, and INVALID_INPUT (otherRunOpen) when it would go on beside another. */
export const restoreRun = (journal: Journal, id: RecordId): void => moveRun(journal, id, false);
