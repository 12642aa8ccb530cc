import type { SnapshotName, SnapshotSummary } from '#core/snapshot';
import { snapshotsToRemove } from '#core/snapshot-retention';
import { loadReadings } from './readings';
import { removeSnapshot } from './snapshot-files';
import { type SnapshotPlace, summariesIn } from './summaries';

/** A journal smaller than this share of a snapshot of it is not trusted to be all there was. */
const SHRUNK = 0.8;

/** The most that a snapshot holds that still speaks against a smaller journal, in bytes. */
const largestBefore = (known: readonly SnapshotSummary[], smallerSince: SnapshotName | null): number =>
  Math.max(0, ...known.filter(({ name, damaged }) => !damaged && name > (smallerSince ?? '')).map(({ used }) => used));

/** Whether the newest whole one of all there are (`known`) holds so much less than another that nothing may go. */
export const isShrunk = ({ folder }: Pick<SnapshotPlace, 'folder'>, known: readonly SnapshotSummary[]): boolean => {
  const newest = known.find(({ damaged }) => !damaged);
  return newest !== undefined && newest.used < SHRUNK * largestBefore(known, loadReadings(folder).smallerSince);
};

/** Lets go of what has become too old at `now` (epoch ms), but for `kept`; of nothing while the journal is shrunk. */
export const letGoOfOld = (place: SnapshotPlace, kept: readonly (SnapshotName | null)[], now: number): void => {
  const known = summariesIn(place);
  if (isShrunk(place, known)) return;
  const dated = known.map(({ name, takenAt, verifiedAt }) => ({ name, takenAt, isVerified: verifiedAt !== null }));
  const old = snapshotsToRemove(dated, now) as SnapshotName[];
  for (const name of old) if (!kept.includes(name)) removeSnapshot(place.folder, name);
};
