import { z } from 'zod';
import { checkIn } from './check-in';
import { entrySummary } from './entry';
import { goal } from './goal';
import { addDays, dayOf, type LocalDate } from './local-date';
import { instant, recordId } from './record';
import { run } from './run';

/** How long a deleted record stays in the bin; then its content goes for good. */
export const BIN_DAYS = 30;

/** The last day on which something deleted at an instant (epoch ms) can be taken back, on the wall in `zone`. */
export const lastDayInBin = (deletedAt: number, zone: string): LocalDate => addDays(dayOf(deletedAt, zone), BIN_DAYS);

/** Something deleted that can be taken back. Of an entry only what a list shows: it may be long. */
export const binned = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry'), record: entrySummary }),
  z.strictObject({ kind: z.literal('check-in'), record: checkIn }),
  z.strictObject({ kind: z.literal('goal'), record: goal }),
  z.strictObject({ kind: z.literal('run'), record: run }),
]);
export type Binned = z.infer<typeof binned>;

/** The kinds of records that can lie in the bin. */
export const binKind = z.enum(['entry', 'check-in', 'goal', 'run']);
export type BinKind = z.infer<typeof binKind>;

/** Where a stretch of the bin begins: behind the record that was deleted then. */
export const binCursor = z.strictObject({ deletedAt: instant, id: recordId });
export type BinCursor = z.infer<typeof binCursor>;

/** A stretch of what was deleted, latest first; `next` is where the following one begins, null at the end; and how many there are in all. */
export const binPage = z.strictObject({
  items: z.array(binned),
  next: binCursor.nullable(),
  total: z.int().min(0),
});
export type BinPage = z.infer<typeof binPage>;
