import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotManifest, SnapshotName } from '#core/snapshot';
import { targetError } from '../exports/unfinished-file';
import { UNFINISHED } from '../vault/unfinished';
import type { Tick } from './read-pages';
import { beginFolder, clearAfterFailure, clearUnfinished, filesOf, finishFolder } from './snapshot-files';
import { verifySnapshot } from './verify-snapshot';

const BLOCK = 1024 * 1024;

/** Copies what a descriptor stands for, from its beginning, onto the disk itself, readable by its owner alone. */
export const copyFromHandle = (source: number, to: string, tick: Tick): void => {
  const target = openSync(to, 'wx', 0o600);
  try {
    const block = Buffer.allocUnsafe(BLOCK);
    for (let place = 0; ; ) {
      const read = readSync(source, block, 0, BLOCK, place);
      if (read === 0) break;
      for (let offset = 0; offset < read; ) offset += writeSync(target, block, offset, read - offset);
      place += read;
      tick(read);
    }
    fsyncSync(target);
  } finally {
    closeSync(target);
  }
};

/** Copies a file that no database is open on onto the disk itself, readable by its owner alone. */
export const copyDurably = (from: string, to: string, tick: Tick): void => {
  const source = openSync(from, 'r');
  try {
    copyFromHandle(source, to, tick);
  } finally {
    closeSync(source);
  }
};

/**
 * Copies a snapshot into another folder of snapshots, reads the copy as a whole, and only then gives it its name. Fails
 * with SNAPSHOT_DAMAGED, DISK_FULL, READ_ONLY, FOLDER_MISSING, or what `tick` throws; then nothing of it remains.
 */
export const copySnapshot = (
  from: { readonly folder: string; readonly name: SnapshotName; readonly vaultKey: Uint8Array },
  into: string,
  tick: Tick,
): SnapshotManifest => {
  const { folder, name, vaultKey } = from;
  try {
    clearUnfinished(into);
    const unfinished = beginFolder(into, name);
    const [sources, targets] = [filesOf(join(folder, name)), filesOf(unfinished)];
    for (const file of ['header', 'database', 'manifest'] as const) copyDurably(sources[file], targets[file], tick);
    const manifest = verifySnapshot({ folder: into, name: `${UNFINISHED}${name}` as SnapshotName, vaultKey }, tick);
    finishFolder(into, name);
    return manifest;
  } catch (error) {
    clearAfterFailure(into);
    throw targetError(error);
  }
};
