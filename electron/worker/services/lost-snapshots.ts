import { existsSync } from 'node:fs';
import { type SnapshotName, snapshotName } from '#core/snapshot';
import type { Database } from '../db/database';
import { toAppError, whereWritable } from '../db/database-error';
import { deleteSetting, findSetting, saveSetting } from '../repositories/setting';
import { listNames, snapshotsFolder } from '../snapshots/snapshot-files';
import type { OpenVault } from '../vault/open-vault';
import { databaseFile } from '../vault/vault-files';

/** The snapshots that were there and are gone, until the person has read so. */
const LOST = 'snapshots-lost';

const names = snapshotName.array();

/** The snapshots of an open journal that went without Ebb removing them, and of which the person has not read that yet. */
export const snapshotsLost = (db: Database): readonly SnapshotName[] =>
  names.parse(JSON.parse(findSetting(db, LOST) ?? '[]'));

/** The person has read that they are gone. */
export const seeSnapshotsLost = (db: Database): void => deleteSetting(db, LOST);

/** Watches for the folder of snapshots being removed or moved away: Ebb itself never removes all of them. */
export const snapshotWatch = () => {
  let known: { readonly folder: string; readonly names: readonly SnapshotName[] } | null = null;

  const namesIn = (folder: string): readonly SnapshotName[] | null => {
    // With the drive taken out, everything is gone: that is another thing to tell.
    if (!existsSync(databaseFile(folder))) return null;
    try {
      return listNames(snapshotsFolder(folder));
    } catch (error) {
      // Told where they are listed, and when the next one is taken.
      if (toAppError(error).code === 'INTERNAL') throw error;
      return null;
    }
  };

  return {
    /** Looks at what is there now; answers whether everything that was there the last time is gone, and remembers that. */
    areGone: ({ folder, db }: Pick<OpenVault, 'folder' | 'db'>): boolean => {
      const present = namesIn(folder);
      if (present === null) return false;
      const before = known?.folder === folder ? known.names : [];
      const isGone = before.length > 0 && !before.some((name) => present.includes(name));
      let isNoted = !isGone;
      whereWritable(() => {
        if (isGone) saveSetting(db, LOST, JSON.stringify(before));
        isNoted = true;
      });
      // What could not be noted now is looked at once more the next time.
      if (isNoted) known = { folder, names: present };
      return isGone && isNoted;
    },
  };
};
