import { type LastDrill, lastDrill, type TestedBackup } from '#core/drill';
import type { Journal } from '../journal';
import { findSetting, saveSetting } from '../repositories/setting';

const TESTED = 'backup-tested';

/** When a backup of the journal was last tested, and how that ended; null when never. */
export const lastDrillIn = ({ db }: Journal): LastDrill | null => {
  const stored = findSetting(db, TESTED);
  return stored === undefined ? null : lastDrill.parse(JSON.parse(stored));
};

/** Remembers how a test of today ended; after a bad end, also the last good one. */
export const saveLastDrill = (journal: Journal, of: TestedBackup | null, whole: boolean): void => {
  const before = lastDrillIn(journal);
  const lastGood = before?.whole === true ? { day: before.day, of: before.of } : (before?.lastWhole ?? null);
  const drill: LastDrill = { day: journal.today(), of, whole, lastWhole: whole ? null : lastGood };
  saveSetting(journal.db, TESTED, JSON.stringify(drill));
};
