import { z } from 'zod';
import { addDays, type LocalDate, localDate } from './local-date';

/** So many searches can be kept. */
export const MOST_SEARCHES = 50;

/** The text of a search that is kept, as it was typed. */
export const savedSearch = z
  .string()
  .min(1)
  .max(500)
  .refine((text) => text === text.trim() && text !== '', 'blank at an end');

/** The searches that are kept, in the order in which they were. */
export const savedSearches = z.array(savedSearch).max(MOST_SEARCHES);

/** A day of a calendar: how many entries are from it, and the mean of all moods told on it (entries and check-ins), or null. */
export const calendarDay = z.strictObject({
  day: localDate,
  entries: z.int().min(0),
  mood: z.number().min(1).max(5).nullable(),
});
export type CalendarDay = z.infer<typeof calendarDay>;

const FIRST_YEAR = 1900;

/**
 * The same day of every earlier year since 1900, latest first. The 29th of February is remembered on the 28th in years that
 * have none.
 */
export const sameDayOfEarlierYears = (today: LocalDate): LocalDate[] => {
  const [year = FIRST_YEAR] = today.split('-').map(Number);
  const dates = [today.slice(5)];
  if (dates[0] === '02-28' && addDays(today, 1).endsWith('03-01')) dates.unshift('02-29');
  return Array.from({ length: Math.max(0, year - FIRST_YEAR) }, (_, back) => year - 1 - back).flatMap((earlier) =>
    dates
      .map((date) => localDate.safeParse(`${earlier}-${date}`))
      .flatMap(({ data }) => (data === undefined ? [] : [data])),
  );
};
