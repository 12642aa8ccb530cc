import { z } from 'zod';
import { checkIn } from './check-in';
import { goal } from './goal';
import { addDays, dayOf, type LocalDate } from './local-date';
import { run } from './run';

/** How long a deleted record stays in the bin; then its content goes for good. */
export const BIN_DAYS = 30;

/** The last day on which something deleted at an instant (epoch ms) can be taken back, on the wall in `zone`. */
export const lastDayInBin = (deletedAt: number, zone: string): LocalDate => addDays(dayOf(deletedAt, zone), BIN_DAYS);

/** Something deleted that can be taken back. Entries have a bin of their own, in the journal's list. */
export const binned = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('check-in'), record: checkIn }),
  z.strictObject({ kind: z.literal('goal'), record: goal }),
  z.strictObject({ kind: z.literal('run'), record: run }),
]);
export type Binned = z.infer<typeof binned>;

/** What was deleted last, latest first, and how many there are in all. */
export const binList = z.strictObject({ items: z.array(binned), total: z.int().min(0) });
export type BinList = z.infer<typeof binList>;
