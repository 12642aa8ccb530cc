import { z } from 'zod';

const DAY_MS = 86_400_000;

const isCalendarDate = (text: string): boolean => {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
};

/**
 * A calendar date `YYYY-MM-DD` of the years 1900 to 2199: wide enough for a life, a wrong clock and a typing error, narrow
 * enough that no range of days is too long to walk. Not an instant: an entry must not move when the person travels.
 */
export const localDate = z
  .string()
  .regex(/^(19|20|21)\d{2}-\d{2}-\d{2}$/)
  .refine(isCalendarDate, 'not a calendar date')
  .brand<'LocalDate'>();
export type LocalDate = z.infer<typeof localDate>;

/** A span of days, both ends included. */
export const dateRange = z
  .strictObject({ from: localDate, to: localDate })
  .refine((range) => range.from <= range.to, 'from must not be after to');
export type DateRange = z.infer<typeof dateRange>;

// Outside these years a date has no four-digit form, and JavaScript takes the years 0 to 99 for 1900 to 1999.
const FIRST_MS = Date.parse('1000-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T00:00:00Z');

const toUtc = (day: LocalDate): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
const fromUtc = (ms: number): LocalDate => {
  if (!(ms >= FIRST_MS && ms <= LAST_MS)) throw new RangeError('outside the years 1000 to 9999');
  return new Date(ms).toISOString().slice(0, 10) as LocalDate;
};

// Making a formatter costs a hundred times more than using one.
const formatters = new Map<string, Intl.DateTimeFormat>();
const formatterFor = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
};

/** The clock on the wall in `zone` at the instant `at` (epoch ms), as milliseconds counted as if that wall clock were UTC. */
export const wallTime = (at: number, zone: string): number => {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatterFor(zone).formatToParts(at)) parts[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const millisecond = ((at % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
};

/** The calendar date on the wall in `zone` at the instant `at` (epoch ms); RangeError outside the years 1000 to 9999. */
export const dayOf = (at: number, zone: string): LocalDate => fromUtc(Math.floor(wallTime(at, zone) / DAY_MS) * DAY_MS);

/** Minutes since midnight on the wall in `zone` at the instant `at` (epoch ms). */
export const minuteOfDay = (at: number, zone: string): number =>
  Math.floor((((wallTime(at, zone) % DAY_MS) + DAY_MS) % DAY_MS) / 60_000);

/**
 * The instant (epoch ms) at which the wall clock in `zone` shows `day` and `minutes` since midnight.
 * Where the hour happens twice the first is meant; where it is skipped, the instant just as far after the gap.
 */
export const instantOf = (day: LocalDate, minutes: number, zone: string): number => {
  const wall = toUtc(day) + minutes * 60_000;
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((probe) => wallTime(probe, zone) - probe);
  const candidates = offsets.map((offset) => wall - offset);
  const exact = candidates.filter((at) => wallTime(at, zone) === wall);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
};

/** A date as the number of days since 1970-01-01 (negative before): for arithmetic over many days. */
export const dayNumber = (day: LocalDate): number => toUtc(day) / DAY_MS;

/** ISO weekday of a day number: Monday 1 to Sunday 7. */
export const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;

/** The date `count` days after `day` (before, if negative); RangeError outside the years 1000 to 9999. */
export const addDays = (day: LocalDate, count: number): LocalDate => fromUtc(toUtc(day) + count * DAY_MS);

/** How many days `to` lies after `from`; negative if before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** How many days the range holds, both ends included. */
export const countDays = ({ from, to }: DateRange): number => daysBetween(from, to) + 1;

/** Every date of the range in order, both ends included. */
export const eachDay = ({ from, to }: DateRange): LocalDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));

/** ISO weekday of a date: Monday 1 to Sunday 7. */
export const weekdayOf = (day: LocalDate): number => weekdayOfNumber(dayNumber(day));

/** The Monday on or before `day`: the ISO week it belongs to. */
export const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekdayOf(day));

/** The date `count` calendar months after `day`; the last day of that month where it is shorter; RangeError outside the years 1000 to 9999. */
export const addMonths = (day: LocalDate, count: number): LocalDate => {
  const month = new Date(toUtc(day));
  month.setUTCDate(1);
  month.setUTCMonth(month.getUTCMonth() + count);
  const lastDate = new Date(month).setUTCMonth(month.getUTCMonth() + 1, 0);
  return fromUtc(Math.min(month.getTime() + (Number(day.slice(8, 10)) - 1) * DAY_MS, lastDate));
};
