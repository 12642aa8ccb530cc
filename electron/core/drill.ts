import { z } from 'zod';
import { localDate } from './local-date';
import { instant } from './record';

/** On which day a backup was last tested, and whether everything could be read back. */
export const lastDrill = z.strictObject({ day: localDate, whole: z.boolean() });
export type LastDrill = z.infer<typeof lastDrill>;

/** What a journal made of a backup for a test held, for the person to compare. What lay in its bin does not count. */
export const drillReport = z.strictObject({
  /** When the backup was made, epoch ms. */
  madeAt: instant,
  entries: z.int().min(0),
  checkIns: z.int().min(0),
  goals: z.int().min(0),
  /** Its last entry; the excerpt stands for a title where it has none. */
  last: z.strictObject({ day: localDate, title: z.string(), excerpt: z.string() }).nullable(),
});
export type DrillReport = z.infer<typeof drillReport>;
