import { z } from 'zod';
import { localDate } from './local-date';
import { instant } from './record';

/** What was tested: a snapshot, by when it was taken (epoch ms), or an export, by the name of its file. */
export const testedBackup = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('snapshot'), takenAt: instant }),
  z.strictObject({ kind: z.literal('export'), name: z.string() }),
]);
export type TestedBackup = z.infer<typeof testedBackup>;

/** On which day, and what; early notes do not say. */
const tested = { day: localDate, of: testedBackup.nullable().default(null) };

/** When a backup was last tested, and whether everything could be read back; where not, when it last could. */
export const lastDrill = z.strictObject({
  ...tested,
  whole: z.boolean(),
  lastWhole: z.strictObject(tested).nullable().default(null),
});
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
