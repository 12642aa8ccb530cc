import { BIN_DAYS, type BinCursor, type BinKind, type Binned, type BinPage } from '#core/bin';
import { AppError } from '#core/errors';
import { UNDO_DAYS } from '#core/merge';
import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import type { Journal } from '../journal';
import { type BinnedKey, countBinned, listBinned } from '../repositories/bin';
import { deleteBulkChangeItemsOf, deleteBulkChangesBefore } from '../repositories/bulk-change';
import { deleteCheckIn, getCheckIn, listExpiredCheckIns } from '../repositories/check-in';
import { deleteDraftsOf } from '../repositories/draft';
import { deleteEntry, getEntry, getEntrySummary, listExpiredEntries } from '../repositories/entry';
import type { ExpiredRecord } from '../repositories/expired';
import { deleteGoal, getGoal, listExpiredGoals } from '../repositories/goal';
import { deleteKeptVersionsOf, pruneKeptVersions } from '../repositories/kept-version';
import { deleteRun, getRun, listExpiredRuns } from '../repositories/run';
import { insertTombstone } from '../repositories/tombstone';
import { purgePictures } from './pictures';

const DAY_MS = 86_400_000;

type Shelf = {
  /** What went into the bin before an instant (epoch ms). */
  readonly expired: (db: Database, before: number) => readonly ExpiredRecord[];
  /** The record of an id; fails with NOT_FOUND. */
  readonly get: (db: Database, id: RecordId) => ExpiredRecord & { readonly deletedAt: number | null };
  /** Removes one for good, with all that belongs to it alone. */
  readonly remove: (db: Database, id: RecordId) => void;
};

const shelves: Readonly<Record<BinKind, Shelf>> = {
  entry: { expired: listExpiredEntries, get: (db, id) => getEntry(db, id).entry, remove: deleteEntry },
  'check-in': { expired: listExpiredCheckIns, get: (db, id) => getCheckIn(db, id).checkIn, remove: deleteCheckIn },
  goal: { expired: listExpiredGoals, get: (db, id) => getGoal(db, id).goal, remove: deleteGoal },
  run: { expired: listExpiredRuns, get: getRun, remove: deleteRun },
};

const kinds = Object.keys(shelves) as BinKind[];

const letGo = (db: Database, kind: BinKind, { id, version }: ExpiredRecord): void => {
  insertTombstone(db, { id, kind, version });
  deleteDraftsOf(db, id);
  shelves[kind].remove(db, id);
  // What merges kept of it goes as well.
  deleteKeptVersionsOf(db, id);
  deleteBulkChangeItemsOf(db, id);
};

/**
 * Lets go for good of what has been in the bin for more than 30 days: entries with their revisions and pictures, goals with
 * their marks, check-ins and runs. One tombstone each stays; what belonged to the record alone needs none of its own. So it is
 * with pictures that no page shows any more, and with merges: what undoing one needs goes after 30 days, and of the states that lost in them the newest twenty stay.
 */
export const purgeBin = (journal: Journal): void => {
  const { db, clock } = journal;
  const before = clock.now() - BIN_DAYS * DAY_MS;
  db.transaction(() => {
    for (const kind of kinds) {
      for (const record of shelves[kind].expired(db, before)) letGo(db, kind, record);
    }
    purgePictures(journal);
    deleteBulkChangesBefore(db, clock.now() - UNDO_DAYS * DAY_MS);
    pruneKeptVersions(db);
  });
};

/** The same for one record in the bin, now; fails with NOT_FOUND where it is not there. */
export const removeForGood = (
  { db, onChange }: Journal,
  { kind, id }: { readonly kind: BinKind; readonly id: RecordId },
): void =>
  db.transaction(() => {
    const { version, deletedAt } = shelves[kind].get(db, id);
    if (deletedAt === null) throw new AppError('NOT_FOUND');
    onChange(id);
    letGo(db, kind, { id, version });
  });

const toBinned = (db: Database, { kind, id }: BinnedKey): Binned => {
  switch (kind) {
    case 'entry':
      return { kind, record: getEntrySummary(db, id) };
    case 'check-in':
      return { kind, record: getCheckIn(db, id).checkIn };
    case 'goal':
      return { kind, record: getGoal(db, id).goal };
    case 'run':
      return { kind, record: getRun(db, id) };
  }
};

/** A stretch of everything that was deleted and can be taken back, latest first, and how much there is in all. */
export const pageOfBin = (
  { db }: Journal,
  { before, limit }: { readonly before: BinCursor | null; readonly limit: number },
): BinPage => {
  const keys = listBinned(db, { before, limit });
  const last = keys.at(-1);
  return {
    items: keys.map((key) => toBinned(db, key)),
    next: last === undefined || keys.length < limit ? null : { deletedAt: last.deletedAt, id: last.id },
    total: countBinned(db),
  };
};
