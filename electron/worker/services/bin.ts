import { BIN_DAYS, type BinList, type Binned } from '#core/bin';
import { UNDO_DAYS } from '#core/merge';
import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import type { Journal } from '../journal';
import { deleteBulkChangeItemsOf, deleteBulkChangesBefore } from '../repositories/bulk-change';
import { countBinnedCheckIns, deleteCheckIn, listBinnedCheckIns, listExpiredCheckIns } from '../repositories/check-in';
import { deleteEntry, listExpiredEntries } from '../repositories/entry';
import type { ExpiredRecord } from '../repositories/expired';
import { countBinnedGoals, deleteGoal, listBinnedGoals, listExpiredGoals } from '../repositories/goal';
import { deleteKeptVersionsOf, pruneKeptVersions } from '../repositories/kept-version';
import { countBinnedRuns, deleteRun, listBinnedRuns, listExpiredRuns } from '../repositories/run';
import { insertTombstone } from '../repositories/tombstone';

const DAY_MS = 86_400_000;

type Shelf = {
  /** What went into the bin before an instant (epoch ms). */
  readonly expired: (db: Database, before: number) => readonly ExpiredRecord[];
  /** Removes one for good, with all that belongs to it alone. */
  readonly remove: (db: Database, id: RecordId) => void;
};

const shelves: Readonly<Record<string, Shelf>> = {
  entry: { expired: listExpiredEntries, remove: deleteEntry },
  'check-in': { expired: listExpiredCheckIns, remove: deleteCheckIn },
  goal: { expired: listExpiredGoals, remove: deleteGoal },
  run: { expired: listExpiredRuns, remove: deleteRun },
};

/**
 * Lets go for good of what has been in the bin for more than 30 days: entries with their revisions and pictures, goals with
 * their marks, check-ins and runs. One tombstone each stays; what belonged to the record alone needs none of its own. So it is
 * with merges: what undoing one needs goes after 30 days, and of the states that lost in them the newest twenty stay.
 */
export const purgeBin = ({ db, clock }: Journal): void => {
  const before = clock.now() - BIN_DAYS * DAY_MS;
  db.transaction(() => {
    for (const [kind, { expired, remove }] of Object.entries(shelves)) {
      for (const { id, version } of expired(db, before)) {
        insertTombstone(db, { id, kind, version });
        remove(db, id);
        // What merges kept of it goes as well.
        deleteKeptVersionsOf(db, id);
        deleteBulkChangeItemsOf(db, id);
      }
    }
    deleteBulkChangesBefore(db, clock.now() - UNDO_DAYS * DAY_MS);
    pruneKeptVersions(db);
  });
};

const deletedAt = ({ record }: Binned): number => record.deletedAt ?? 0;

/** The check-ins, goals and runs that were deleted last and can be taken back, latest first, and how many there are in all. */
export const listBin = ({ db }: Journal, limit: number): BinList => {
  const items: Binned[] = [
    ...listBinnedCheckIns(db, limit).map((record) => ({ kind: 'check-in' as const, record })),
    ...listBinnedGoals(db, limit).map((record) => ({ kind: 'goal' as const, record })),
    ...listBinnedRuns(db, limit).map((record) => ({ kind: 'run' as const, record })),
  ];
  return {
    items: items.sort((one, other) => deletedAt(other) - deletedAt(one)).slice(0, limit),
    total: countBinnedCheckIns(db) + countBinnedGoals(db) + countBinnedRuns(db),
  };
};
