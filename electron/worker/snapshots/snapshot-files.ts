import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type SnapshotName, snapshotName } from '#core/snapshot';
import { makeFolder, syncFolder } from '../vault/durable-file';
import { UNFINISHED, unfinishedIn } from '../vault/unfinished';

/** The folder of a vault's snapshots. */
export const snapshotsFolder = (vaultFolder: string): string => join(vaultFolder, 'snapshots');

/** The three files of one snapshot. */
export const filesOf = (folder: string) => ({
  header: join(folder, 'header.json'),
  database: join(folder, 'journal.db'),
  manifest: join(folder, 'manifest.json'),
});

/** The name of a snapshot taken at `at` (epoch ms) under a header's generation: 20261121T170502123Z-3. */
export const nameOf = (at: number, generation: number): SnapshotName =>
  `${new Date(at).toISOString().replace(/[-:.]/g, '')}-${generation}` as SnapshotName;

/** The first moment from `at` on (epoch ms) at which there is no snapshot yet. */
export const freeMoment = (folder: string, at: number, generation: number): number =>
  existsSync(join(folder, nameOf(at, generation))) ? freeMoment(folder, at + 1, generation) : at;

/** When a snapshot was taken by its name, epoch ms. */
export const timeOf = (name: SnapshotName): number =>
  Date.parse(name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-\d+$/, '$1-$2-$3T$4:$5:$6.$7Z'));

/** Whether there is a folder that can be looked into now: a stick may have been taken out. */
export const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

const namesIn = (folder: string): string[] => (isFolder(folder) ? readdirSync(folder) : []);

/** The names of the snapshots in a folder of snapshots, newest first; none where there is no such folder. */
export const listNames = (folder: string): SnapshotName[] =>
  namesIn(folder)
    .filter(
      (name): name is SnapshotName =>
        snapshotName.safeParse(name).success && !Number.isNaN(timeOf(name as SnapshotName)),
    )
    .sort()
    .reverse();

/** Makes the folder in which a snapshot comes into being, and the folder of snapshots around it. */
export const beginFolder = (folder: string, name: SnapshotName): string => {
  makeFolder(folder);
  const unfinished = unfinishedIn(folder, name);
  mkdirSync(unfinished, { mode: 0o700 });
  return unfinished;
};

/** Gives a whole and durable snapshot its name. */
export const finishFolder = (folder: string, name: SnapshotName): void => {
  const unfinished = unfinishedIn(folder, name);
  syncFolder(unfinished);
  renameSync(unfinished, join(folder, name));
  syncFolder(folder);
};

/** Removes what was under way: after a failure, or after a crash. */
export const clearUnfinished = (folder: string): void => {
  for (const name of namesIn(folder)) {
    if (name.startsWith(UNFINISHED)) rmSync(join(folder, name), { recursive: true, force: true });
  }
};

/** The same after a failure, which is what is to be told: on a drive that is gone there is nothing to remove. */
export const clearAfterFailure = (folder: string): void => {
  try {
    clearUnfinished(folder);
  } catch {
    // The next snapshot clears up again.
  }
};

/** Removes a snapshot: first its name, so that half of one is never taken for a whole. */
export const removeSnapshot = (folder: string, name: SnapshotName): void => {
  const doomed = unfinishedIn(folder, name);
  renameSync(join(folder, name), doomed);
  rmSync(doomed, { recursive: true, force: true });
};
