import { z } from 'zod';
import { entrySummary } from './entry';
import type { RecordVersion } from './record';
import { instant } from './record';
import { parseVersion } from './version-clock';

/** The kinds of record that a merge counts; names, settings and earlier states come along with them. */
export const mergeKinds = ['entry', 'check-in', 'craving', 'goal', 'goal-mark', 'run', 'attachment'] as const;
export type MergeKind = (typeof mergeKinds)[number];

/** What happens to a record that both sides do not hold alike. */
export const mergeOutcomes = [
  /** Only the backup has it: it comes in. */
  'added',
  /** The backup's is newer, and was made knowing ours. */
  'newer',
  /** Ours is newer, and was made knowing the backup's. */
  'older',
  /** Both were changed since they were last the same: the newer stands, the other is kept. */
  'conflicting',
  /** Deleted here, changed in the backup after that: it comes back. */
  'returning',
  /** Deleted here and not changed in the backup since: it stays deleted. */
  'staying-deleted',
  /** Deleted in the backup after it was last changed here: the person is asked. */
  'deleted-there',
] as const;
export type MergeOutcome = (typeof mergeOutcomes)[number];

/** How many records of each kind; a kind that is not named has none. */
export const kindCounts = z.partialRecord(z.enum(mergeKinds), z.int().min(0));
export type KindCounts = z.infer<typeof kindCounts>;

/** How many records of each kind meet each outcome. */
export const mergeCounts = z.record(z.enum(mergeOutcomes), kindCounts);
export type MergeCounts = z.infer<typeof mergeCounts>;

/** Counts in which nothing was counted yet. */
export const emptyMergeCounts = (): MergeCounts =>
  Object.fromEntries(mergeOutcomes.map((outcome) => [outcome, {}])) as MergeCounts;

/** What a merge would do, told before anything is changed. */
export const mergePreview = z.strictObject({
  exportedAt: instant,
  /** The backup is one of this very journal, on this computer or another. */
  sameJournal: z.boolean(),
  counts: mergeCounts,
  /** Nothing in the backup that is not here already. */
  isNothingNew: z.boolean(),
});
export type MergePreview = z.infer<typeof mergePreview>;

/** What is to be done with records that were deleted in the backup and are still here. */
export const deletionAnswer = z.enum(['keep', 'delete']);
export type DeletionAnswer = z.infer<typeof deletionAnswer>;

/** The most entries that a merge names of those that both sides had changed. */
export const NAMED_CONFLICTS = 20;

/** An entry that both sides had changed, as it stands now: what it is named and found by. */
export const conflictingEntry = entrySummary.pick({ id: true, day: true, title: true, excerpt: true });
export type ConflictingEntry = z.infer<typeof conflictingEntry>;

/** What a merge did. `conflicts` are the latest entries of those that both sides had changed, latest first. */
export const mergeReport = z.strictObject({
  counts: mergeCounts,
  conflicts: z.array(conflictingEntry).max(NAMED_CONFLICTS),
});
export type MergeReport = z.infer<typeof mergeReport>;

/** The last merge, while it can be undone; null otherwise. */
export const lastMerge = z.strictObject({ at: instant, exportedAt: instant }).nullable();
export type LastMerge = z.infer<typeof lastMerge>;

/** What undoing a merge did: `left` are records that were changed since, which stay as they are. */
export const mergeUndone = z.strictObject({ left: z.int().min(0) });
export type MergeUndone = z.infer<typeof mergeUndone>;

/** How long a merge can be undone: as long as what is deleted can be taken back. */
export const UNDO_DAYS = 30;

/** How a record stands in a journal. `gone` is what only a tombstone tells of. */
export type Standing =
  | { readonly state: 'absent' }
  | { readonly state: 'live' | 'bin' | 'gone'; readonly version: RecordVersion };

/** What a merge does about one record of the backup. `same` and `noted` are not counted. */
export type MergeDecision = Exclude<MergeOutcome, 'conflicting'> | 'same' | 'noted';

type Present = Exclude<Standing, { state: 'absent' }>;

const decideGone = (ours: Standing, theirs: Present): MergeDecision => {
  if (ours.state === 'absent') return 'noted';
  if (theirs.version <= ours.version || ours.state === 'bin') return 'same';
  return ours.state === 'gone' ? 'noted' : 'deleted-there';
};

const decideDeletedHere = (ours: Present, theirs: Present): MergeDecision => {
  if (ours.state === 'bin' && theirs.state === 'bin') return theirs.version > ours.version ? 'newer' : 'older';
  return theirs.version > ours.version ? 'returning' : 'staying-deleted';
};

/**
 * What a merge does about a record, from how it stands here and in the backup. The newer version wins; what is deleted on
 * one side only is never deleted on the other without a question, and comes back only where it was changed after that.
 */
export const decideMerge = (ours: Standing, theirs: Standing): MergeDecision => {
  if (theirs.state === 'absent') return 'same';
  if (theirs.state === 'gone') return decideGone(ours, theirs);
  if (ours.state === 'absent') return theirs.state === 'live' ? 'added' : 'noted';
  if (ours.version === theirs.version && ours.state !== 'gone') return 'same';
  if (ours.state !== 'live') return decideDeletedHere(ours, theirs);
  if (theirs.version < ours.version) return 'older';
  return theirs.state === 'bin' ? 'deleted-there' : 'newer';
};

/** The newest version that a journal has seen of each device (8 hex digits). */
export type SeenVersions = Readonly<Record<string, RecordVersion>>;

/** Whether a journal that has seen this much knew a version; a guess on the safe side, for telling only. */
export const hasSeen = (seen: SeenVersions, version: RecordVersion): boolean =>
  (seen[parseVersion(version).device] ?? '') >= version;

/** What two journals have seen between them. */
export const seenByBoth = (one: SeenVersions, other: SeenVersions): SeenVersions => {
  const all: Record<string, RecordVersion> = { ...one };
  for (const [device, version] of Object.entries(other)) {
    if ((all[device] ?? '') < version) all[device] = version;
  }
  return all;
};
