import { z } from 'zod';
import { entry, entryHit, entryPosition, entrySummary } from './entry';
import { recordCounts } from './export-manifest';
import { instant } from './record';
import { snapshotName } from './snapshot';

/** How an entry of a backup stands in the journal of today: with the same words, with others, in the bin, or not at all. */
export const entryNow = z.enum(['same', 'changed', 'bin', 'gone']);
export type EntryNow = z.infer<typeof entryNow>;

/** A backup that is open to be looked into. */
export const inside = z.strictObject({
  name: snapshotName,
  takenAt: instant,
  /** Everything in it by kind, as its manifest says. */
  counts: recordCounts,
  /** Entries that were kept then, and those that lay in the bin. */
  kept: z.int().min(0),
  bin: z.int().min(0),
});
export type Inside = z.infer<typeof inside>;

const now = { now: entryNow };

/** A stretch of what a backup holds, newest first; `next` is the cursor of the following stretch, null at the end. */
export const insidePage = z.strictObject({
  items: z.array(entrySummary.extend(now)),
  next: entryPosition.nullable(),
});
export type InsidePage = z.infer<typeof insidePage>;

/** The same for entries that a search in the backup found. */
export const insideHits = z.strictObject({ items: z.array(entryHit.extend(now)), next: entryPosition.nullable() });
export type InsideHits = z.infer<typeof insideHits>;

/** An entry as the backup holds it, whole; `attachments` counts its pictures and files. */
export const insideEntry = z.strictObject({ entry, ...now, attachments: z.int().min(0) });
export type InsideEntry = z.infer<typeof insideEntry>;

/** An entry of the journal after it was copied back, and as it stood there before; null where it did not. */
export const copiedBack = z.strictObject({ entry, before: entry.nullable() });
export type CopiedBack = z.infer<typeof copiedBack>;
