import { z } from 'zod';
import { labels, zeroToTen } from './feeling';
import { localDate } from './local-date';
import { instant, recordColumns, zone } from './record';

/** How a craving ended, as far as the person told. */
export const cravingOutcome = z.enum(['passed', 'still-there', 'used', 'unknown']);

/** A craving from its first rating to the last; kept as far as it went. */
export const craving = z.strictObject({
  ...recordColumns,
  at: instant,
  zone,
  day: localDate,
  endedAt: instant.nullable(),
  before: zeroToTen,
  after: zeroToTen.nullable(),
  place: z.string().max(400),
  company: z.string().max(400),
  note: z.string().max(20_000),
  outcome: cravingOutcome,
  triggers: labels,
});
export type Craving = z.infer<typeof craving>;
