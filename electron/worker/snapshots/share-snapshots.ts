import { linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotName } from '#core/snapshot';
import { syncFolder } from '../vault/durable-file';
import { copyDurably } from './copy-snapshot';
import { EARLIER_KEY } from './earlier-key';
import { loadReadings, type Readings, saveReadings } from './readings';
import { listNames } from './snapshot-files';

// Snapshots never change, so both journals may have the same file. Where a drive knows no links, each gets its own, on the
// disk itself: the journal that comes to stand in the old one's place must not lose it to a power cut.
const share = (from: string, to: string): 'same' | 'copy' => {
  try {
    linkSync(from, to);
    return 'same';
  } catch {
    copyDurably(from, to, () => undefined);
    return 'copy';
  }
};

/**
 * Lets a new journal have all snapshots of an old one as well: that goes after a while, and they must not go with it. Where
 * the new one has another key, `sealKey` is to put the key of each snapshot beside it.
 */
export const shareSnapshots = (from: string, to: string, sealKey?: (name: SnapshotName) => void): void => {
  mkdirSync(to, { mode: 0o700 });
  const { read, smallerSince } = loadReadings(from);
  const known: Readings['read'] = {};
  for (const name of listNames(from)) {
    mkdirSync(join(to, name), { mode: 0o700 });
    const files = readdirSync(join(from, name)).filter((file) => sealKey === undefined || file !== EARLIER_KEY);
    const shared = files.map((file) => share(join(from, name, file), join(to, name, file)));
    // What was read of a file holds for the very same file, not for a copy of it.
    if (read[name] !== undefined && !shared.includes('copy')) known[name] = read[name];
    sealKey?.(name);
    syncFolder(join(to, name));
  }
  saveReadings(to, { read: known, smallerSince }, listNames(to));
  syncFolder(to);
};
