import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SnapshotName } from '#core/snapshot';
import { targetError } from '../exports/unfinished-file';
import { UNFINISHED } from '../vault/unfinished';
import { listNames, timeOf } from './snapshot-files';

/** A folder with snapshots in it, the newest first. */
export type FoundSnapshots = { readonly folder: string; readonly names: readonly SnapshotName[] };

/** From a whole stick down to the snapshots on it: Ebb backups, a vault, its snapshots; or a folder around all that. */
const DEPTH = 4;
/** A disk with more folders than this is not looked through to its end. */
const MOST_FOLDERS = 3000;

const isSnapshot = (name: string): name is SnapshotName => !Number.isNaN(timeOf(name as SnapshotName));

const foldersIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((item) => item.isDirectory() && !item.name.startsWith(UNFINISHED) && !isSnapshot(item.name))
      .map(({ name }) => join(folder, name));
  } catch {
    // What may not be looked into is passed over: the rest is still worth looking at.
    return [];
  }
};

const snapshotsIn = (folder: string): SnapshotName[] => {
  try {
    return listNames(folder);
  } catch {
    // As above: the root of a drive has folders of the system's own.
    return [];
  }
};

const newestFirst = (one: FoundSnapshots, other: FoundSnapshots): number =>
  (other.names[0] ?? '').localeCompare(one.names[0] ?? '');

const search = (chosen: string): FoundSnapshots[] => {
  const found: FoundSnapshots[] = [];
  let level = [chosen];
  let looked = 0;
  for (let depth = 0; depth <= DEPTH && level.length > 0 && looked < MOST_FOLDERS; depth += 1) {
    looked += level.length;
    for (const folder of level) {
      const names = snapshotsIn(folder);
      if (names.length > 0) found.push({ folder, names });
    }
    level = level.flatMap(foldersIn);
  }
  return found;
};

/**
 * The snapshots in a folder that somebody chose: a single one's own folder, a folder of snapshots, or any not too far above
 * them. Each folder with snapshots by itself, that with the newest one first. Fails with FOLDER_MISSING, READ_ONLY.
 */
export const findSnapshots = (chosen: string): FoundSnapshots[] => {
  try {
    readdirSync(chosen);
    const own = basename(chosen);
    const [alone] = listNames(dirname(chosen)).filter((name) => name === own);
    if (alone !== undefined) return [{ folder: dirname(chosen), names: [alone] }];
    return search(chosen).sort(newestFirst);
  } catch (error) {
    throw targetError(error);
  }
};
