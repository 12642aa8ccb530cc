import { z } from 'zod';

/** What is left under a key that the journal had before: whoever has that key, or a passphrase of then, can open it. */
export const earlierCopies = z.strictObject({
  /** Whole journals on this computer, kept for a while. */
  journals: z.int().min(0),
  /** Backups in the journal's own folder. */
  backups: z.int().min(0),
  /** The second folder, where one is chosen, and how many backups lie there; null while it cannot be reached. */
  second: z.strictObject({ folder: z.string(), backups: z.int().min(0).nullable() }).nullable(),
});
export type EarlierCopies = z.infer<typeof earlierCopies>;
