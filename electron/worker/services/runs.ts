import { type CleanTime, cleanTimeOf } from '#core/clean-time';
import type { LocalDate } from '#core/local-date';
import type { RecordId } from '#core/record';
import type { Run, RunDraft } from '#core/run';
import type { Journal } from '../journal';
import { findRun, getRun, insertRun, listRuns, updateRun } from '../repositories/run';
import { dayFor, deletedColumns, isMoved, isRepeated, nextColumns } from './changes';

const momentOf = ({ at, zone }: RunDraft['began']) => ({ at, zone });

const contentOf = ({ began, ended, endCause, note }: Run | RunDraft) => ({
  began: momentOf(began),
  ended: ended && momentOf(ended),
  endCause,
  note,
});

/** Stores a run, new or changed; durable when it returns. Fails with CONFLICT, NOT_FOUND. */
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
    updateRun(db, deletedColumns(journal, run, deleted));
  });
};

/** Puts a run into the bin; fails with NOT_FOUND. */
export const binRun = (journal: Journal, id: RecordId): void => moveRun(journal, id, true);

/** Takes a run out of the bin; fails with NOT_FOUND. */
export const restoreRun = (journal: Journal, id: RecordId): void => moveRun(journal, id, false);
