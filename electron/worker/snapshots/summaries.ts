import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotManifest, SnapshotName, SnapshotSummary } from '#core/snapshot';
import type { Sodium } from '../vault/sodium';
import { keyOf } from './earlier-key';
import { loadReadings } from './readings';
import { filesOf, listNames, timeOf } from './snapshot-files';
import { manifestOf } from './verify-snapshot';

/** A folder of snapshots and the key of their journal; some may have been taken under an earlier one. */
export type SnapshotPlace = { readonly folder: string; readonly vaultKey: Uint8Array; readonly sodium: Sodium };

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** How many entries and check-ins the journal showed then; of an early one, which does not say, how many it held. */
const keptIn = (manifest: SnapshotManifest | null): Pick<SnapshotSummary, 'entries' | 'checkIns'> => {
  if (manifest === null) return { entries: null, checkIns: null };
  const { counts, binned } = manifest;
  return {
    entries: (counts.entry ?? 0) - (binned?.entries ?? 0),
    checkIns: (counts['check-in'] ?? 0) - (binned?.checkIns ?? 0),
  };
};

/** What a list shows of a snapshot. Its manifest is checked, its database is not read. */
export const summaryOf = (place: SnapshotPlace, name: SnapshotName): SnapshotSummary => {
  const { folder, sodium } = place;
  const vaultKey = keyOf(sodium, place, name);
  const manifest = manifestOf(folder, name, vaultKey);
  sodium.memzero(vaultKey);
  const reading = loadReadings(folder).read[name];
  const bytes = sizeOf(filesOf(join(folder, name)).database);
  const isWhole = manifest !== null && reading?.whole !== false;
  return {
    name,
    takenAt: manifest?.takenAt ?? timeOf(name),
    reason: manifest?.reason ?? null,
    bytes,
    used: manifest?.used ?? bytes,
    ...keptIn(manifest),
    verifiedAt: isWhole ? (reading?.at ?? null) : null,
    damaged: !isWhole,
  };
};

/** All of them, newest first. */
export const summariesIn = (place: SnapshotPlace): SnapshotSummary[] =>
  listNames(place.folder).map((name) => summaryOf(place, name));
