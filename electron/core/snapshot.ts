import { z } from 'zod';
import { errorCodes } from './errors';
import { type RecordCounts, recordCounts } from './export-manifest';
import { instant } from './record';

/** Why a snapshot was taken. */
export const snapshotReason = z.enum([
  'daily',
  'changes',
  'asked',
  'before-migration',
  'before-restore',
  'before-merge',
  'before-import',
  'before-rekey',
]);
export type SnapshotReason = z.infer<typeof snapshotReason>;

/** The name of a snapshot: when it was taken (UTC) and under which generation of the vault's header. */
export const snapshotName = z
  .string()
  .regex(/^\d{8}T\d{9}Z-\d{1,9}$/)
  .brand<'SnapshotName'>();
export type SnapshotName = z.infer<typeof snapshotName>;

/** What a snapshot says of itself, and vouches for with the vault's key. A later Ebb may say more: that is passed over. */
export const snapshotManifest = z.object({
  format: z.literal('ebb-snapshot'),
  version: z.literal(1),
  vaultId: z.uuid(),
  /** Of the header that lies in the snapshot. */
  generation: z.int().min(1),
  takenAt: instant,
  reason: snapshotReason,
  /** The schema of its database. */
  schema: z.int().min(1),
  /** Of its database, in bytes. */
  size: z.int().min(1),
  /** Those of them that hold something: a journal that has lost much keeps its file. Early snapshots do not say. */
  used: z.int().min(1).optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  counts: recordCounts,
  /** Those of the entries and check-ins that lay among what was deleted. Early snapshots do not say. */
  binned: z.strictObject({ entries: z.int().min(0), checkIns: z.int().min(0) }).optional(),
  /** SHA-256 over every entry, in order. */
  entries: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SnapshotManifest = z.infer<typeof snapshotManifest>;

/** What the journal showed then, by kind of record: without entries and check-ins that were deleted, unless it is too early to say. */
export const shownCounts = ({ counts, binned }: Pick<SnapshotManifest, 'counts' | 'binned'>): RecordCounts => ({
  ...counts,
  entry: (counts.entry ?? 0) - (binned?.entries ?? 0),
  'check-in': (counts['check-in'] ?? 0) - (binned?.checkIns ?? 0),
});

/** A snapshot as a list shows it. */
export const snapshotSummary = z.strictObject({
  name: snapshotName,
  takenAt: instant,
  reason: snapshotReason.nullable(),
  bytes: z.int(),
  /** Those of them that hold something. */
  used: z.int(),
  /** Kept entries and check-ins in it; null where its manifest cannot be trusted. */
  entries: z.int().nullable(),
  checkIns: z.int().nullable(),
  /** When all of it was last read and found whole, epoch ms; null when never. */
  verifiedAt: instant.nullable(),
  /** Its last reading found it damaged. */
  damaged: z.boolean(),
  /** It lies under a key that the journal does not have any more. */
  earlierKey: z.boolean(),
});
export type SnapshotSummary = z.infer<typeof snapshotSummary>;

/** The folder that receives a copy of every snapshot: on a stick, another disk, wherever the person chose. */
export const secondFolder = z.strictObject({
  /** As it was chosen, to be read. */
  folder: z.string(),
  /** It is there now. */
  present: z.boolean(),
  /** How many snapshots it still has to receive; those that only it has do not count. */
  missing: z.int().min(0),
  /** Those of this journal that it does not receive: under an earlier key, or damaged here, and no copy lies there. */
  leftOut: z.strictObject({ earlier: z.int().min(0), damaged: z.int().min(0) }),
  /** When its newest copy of one of this journal's snapshots was taken, epoch ms; null while there is none, or it is not there. */
  newest: instant.nullable(),
  /** Why the last copy that was due could not be made; null when it could. */
  problem: z.enum(errorCodes).nullable(),
});
export type SecondFolder = z.infer<typeof secondFolder>;

/** The snapshots of a journal, newest first, and what there is to know about them. */
export const snapshotList = z.strictObject({
  snapshots: z.array(snapshotSummary),
  /** Why the last one that was due could not be taken or read; null when it could. */
  problem: z.enum(errorCodes).nullable(),
  /** The journal is much smaller than a snapshot of it: none is removed until the person says that this is right. */
  paused: z.boolean(),
  /** Where they lie, to be read. */
  folder: z.string(),
  second: secondFolder.nullable(),
  /**
   * All that were here before went without Ebb removing them, and the person has not read so; null when not. With how many
   * of them lie in the second folder, null where none is chosen or it is not there.
   */
  lost: z.strictObject({ copies: z.int().min(0).nullable() }).nullable(),
});
export type SnapshotList = z.infer<typeof snapshotList>;
