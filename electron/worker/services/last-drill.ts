import { type LastDrill, lastDrill } from '#core/drill';
import type { Journal } from '../journal';
import { findSetting, saveSetting } from '../repositories/setting';

const TESTED = 'backup-tested';

/** When a backup of the journal was last tested, and how that ended; null when never. */
export const lastDrillIn = ({ db }: Journal): LastDrill | null => {
  const stored = findSetting(db, TESTED);
  return stored === undefined ? null : lastDrill.parse(JSON.parse(stored));
};

/** Remembers how a test ended. */
export const saveLastDrill = ({ db }: Journal, drill: LastDrill): void =>
  saveSetting(db, TESTED, JSON.stringify(drill));
