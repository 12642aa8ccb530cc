import { z } from 'zod';
import { done, nothing, writing } from './call-atoms';
import { type Calls, command, query } from './contract-call';
import { entrySummary } from './entry';
import { calendarDay, savedSearch, savedSearches } from './finding';
import { countDays, dateRange, localDate } from './local-date';

/** Two months, and what of others a calendar shows around them. */
const MOST_DAYS = 100;

/** Calls about finding entries again, beyond the search itself. */
export const findingCalls = {
  'searches.list': query({ input: nothing, output: savedSearches }),
  /** Keeps a search; one that is kept already stays where it is. Fails with TOO_LARGE beyond fifty. */
  'searches.keep': command({
    input: z.strictObject({ text: savedSearch }),
    output: done,
    errors: [...writing, 'TOO_LARGE'],
    refreshes: ['searches'],
  }),
  'searches.drop': command({
    input: z.strictObject({ text: savedSearch }),
    output: done,
    errors: writing,
    refreshes: ['searches'],
  }),
  /** The days of a range on which something was written or a mood told, earliest first. */
  'calendar.days': query({
    input: dateRange.refine((range) => countDays(range) <= MOST_DAYS, 'too many days'),
    output: z.array(calendarDay),
  }),
  /** Entries from the same day of earlier years, latest first. */
  'calendar.onThisDay': query({
    input: z.strictObject({ today: localDate, limit: z.int().min(1).max(200) }),
    output: z.array(entrySummary),
  }),
} satisfies Calls;
