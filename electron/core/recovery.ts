import { z } from 'zod';
import { snapshotSummary } from './snapshot';

/** What is left of a journal that could not be opened. */
export const recovery = z.strictObject({
  /** Whole: only its key files were lost. */
  database: z.enum(['whole', 'damaged', 'missing']),
  snapshots: z.array(snapshotSummary),
});
export type Recovery = z.infer<typeof recovery>;
