import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotManifest, SnapshotName } from '#core/snapshot';
import { targetError } from '../exports/unfinished-file';
import type { Tick } from './check-database';
import { beginFolder, clearAfterFailure, clearUnfinished, filesOf, finishFolder, UNFINISHED } from './snapshot-files';
import { verifySnapshot } from './verify-snapshot';

const BLOCK = 1024 * 1024;

/** Copies a file onto the disk itself, readable by its owner alone. */
export const copyDurably = (from: string, to: string, tick: Tick): void => {
  const source = openSync(from, 'r');
  try {
    const target = openSync(to, 'wx', 0o600);
    try {
      const block = Buffer.allocUnsafe(BLOCK);
      for (let read = readSync(source, block); read > 0; read = readSync(source, block)) {
        for (let offset = 0; offset < read; ) offset += writeSync(target, block, offset, read - offset);
        tick(read);
      }
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
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
