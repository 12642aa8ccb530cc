import { z } from 'zod';
import { errorCodes } from './errors';
import { recordCounts } from './export-manifest';
import { instant } from './record';
import { snapshotSummary } from './snapshot';

/** What can still be read of a damaged journal, counted by kind of record. */
export const salvage = z.strictObject({
  /** From the journal itself. */
  found: recordCounts,
  /** Lost there, and taken from the newest whole snapshot. */
  filled: recordCounts,
  /** Lost there, and in no snapshot. */
  missing: recordCounts,
  /** Those of the entries and check-ins, found or filled, that lie among what was deleted. */
  binned: z.strictObject({ entries: z.int().min(0), checkIns: z.int().min(0) }),
  /** More may be missing than could be counted. */
  isUnsure: z.boolean(),
  /** The last change that can be read, epoch ms. */
  latestAt: instant.nullable(),
});
export type Salvage = z.infer<typeof salvage>;

/** What is left of a journal that could not be opened. */
export const recovery = z.strictObject({
  /** Whole: only its key files were lost. Elsewhere: the backups lie in a folder of the person's choice. */
  database: z.enum(['whole', 'damaged', 'missing', 'elsewhere']),
  snapshots: z.array(snapshotSummary),
  /** Of a damaged database; null where there is nothing to be read. */
  salvage: salvage.nullable(),
  /** Why what can be read could not be looked at; null where it could, or need not be. */
  salvageProblem: z.enum(errorCodes).nullable(),
  /** Elsewhere: the folder that can go on receiving copies, once a journal here is made of these; null where none can, or one does. */
  copiesTo: z.string().nullable(),
});
export type Recovery = z.infer<typeof recovery>;

/** What a journal shows that is brought back by what could be read, with what a snapshot has of the rest. */
export const salvagedOf = ({ found, filled, binned }: Salvage): { entries: number; checkIns: number } => ({
  entries: (found.entry ?? 0) + (filled.entry ?? 0) - binned.entries,
  checkIns: (found['check-in'] ?? 0) + (filled['check-in'] ?? 0) - binned.checkIns,
});

/** Whether any record could be read. */
export const holdsAnything = ({ found }: Salvage): boolean => Object.values(found).some((count) => count > 0);

/**
 * Whether more comes back from what can be read of a damaged journal than from its newest whole snapshot: as many entries
 * and check-ins at least, since it has what was written after the snapshot was taken.
 */
export const isSalvageBetter = ({ salvage: read, snapshots }: Pick<Recovery, 'salvage' | 'snapshots'>): boolean => {
  if (read === null) return false;
  const newest = snapshots.find(({ damaged }) => !damaged);
  const { entries, checkIns } = salvagedOf(read);
  const there = entries + checkIns;
  return newest === undefined ? there > 0 : there >= (newest.entries ?? 0) + (newest.checkIns ?? 0);
};

/** What can be told of the backups in a folder without any key. */
export const foundBackups = z.strictObject({
  backups: z.int().min(0),
  /** When the newest was made, epoch ms; null where there is none. */
  newestAt: instant.nullable(),
});
export type FoundBackups = z.infer<typeof foundBackups>;

/** The folder that received copies of the current journal's backups, and whether it is there now. */
export const knownFolder = z.strictObject({ folder: z.string(), present: z.boolean() }).nullable();
export type KnownFolder = z.infer<typeof knownFolder>;
