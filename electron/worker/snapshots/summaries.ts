import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type SnapshotName, type SnapshotSummary, shownCounts } from '#core/snapshot';
import type { Sodium } from '../vault/sodium';
import { isEarlier, keyOf } from './earlier-key';
import { loadReadings } from './readings';
import { filesOf, listNames, timeOf } from './snapshot-files';
import { manifestOf } from './verify-snapshot';

/** A folder of snapshots and the key of their journal; some may have been taken under an earlier one. */
export type SnapshotPlace = { readonly folder: string; readonly vaultKey: Uint8Array; readonly sodium: Sodium };

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** What a list shows of a snapshot. Its manifest is checked, its database is not read. */
export const summaryOf = (place: SnapshotPlace, name: SnapshotName): SnapshotSummary => {
  const { folder, sodium } = place;
  const vaultKey = keyOf(sodium, place, name);
  const manifest = manifestOf(folder, name, vaultKey);
  sodium.memzero(vaultKey);
  const reading = loadReadings(folder).read[name];
  const bytes = sizeOf(filesOf(join(folder, name)).database);
  const shown = manifest === null ? null : shownCounts(manifest);
  const isWhole = manifest !== null && reading?.whole !== false;
  return {
    name,
    takenAt: manifest?.takenAt ?? timeOf(name),
    reason: manifest?.reason ?? null,
    bytes,
    used: manifest?.used ?? bytes,
    entries: shown?.entry ?? null,
    checkIns: shown?.['check-in'] ?? null,
    verifiedAt: isWhole ? (reading?.at ?? null) : null,
    damaged: !isWhole,
    earlierKey: isEarlier(folder, name),
  };
};

/** All of them, newest first. */
export const summariesIn = (place: SnapshotPlace): SnapshotSummary[] =>
  listNames(place.folder).map((name) => summaryOf(place, name));
