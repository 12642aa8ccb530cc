import { dayOf, instantOf, type LocalDate, localDate, wallTime } from '#core/local-date';
import { instant, zone as zoneName } from '#core/record';
import { type ClockTime, plainWords, readClock } from './clock-words';
import { monthOfName } from './month-names';

/** A day as it was written, and its time where there is one. */
export type WrittenMoment = { readonly day: LocalDate; readonly clock: ClockTime | null };

/** An instant (epoch ms), the zone it belongs to, and the day on the wall there. */
export type Moment = { readonly at: number; readonly zone: string; readonly day: LocalDate };

// Where only the day is known: within it in every zone, and never in an hour that a clock change skips.
const NOON = 12 * 3_600_000;

/** The calendar date of a year, a month and a date in digits; null where there is none such. */
export const dayFromDigits = (year: string, month: string | number, date: string): LocalDate | null =>
  localDate.safeParse(`${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`).data ?? null;

type Split = { readonly day: LocalDate | null; readonly rest: string };

const yearFirst = (words: string): Split | null => {
  const found =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:t|[ ,]+|$)(.*)$/.exec(words)?.toSpliced(2, 1) ??
    /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일] ?(.*)$/.exec(words) ??
    /^(\d{4})(\d{2})(\d{2})(?:t|[ ,]+|$)(.*)$/.exec(words);
  if (found === null || found === undefined) return null;
  const [, year = '', month = '', date = '', rest = ''] = found;
  return { day: dayFromDigits(year, month, date), rest };
};

/** Points stand behind the day wherever they are used; strokes stand either way, so one number must be beyond 12. */
const yearLast = (words: string): Split | null => {
  const found = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:[ ,]+|$)(.*)$/.exec(words);
  if (found === null) return null;
  const [, first = '', mark, second = '', year = '', rest = ''] = found;
  if (mark === '.' || Number(first) > 12 || first === second) return { day: dayFromDigits(year, second, first), rest };
  return { day: Number(second) > 12 ? dayFromDigits(year, first, second) : null, rest };
};

const named = (words: string): Split | null => {
  const time = words.search(/(?<!\d)\d{1,2} ?[:h] ?\d{2}/);
  const parts = (time < 0 ? words : words.slice(0, time)).match(/[\p{L}\p{M}]+|\d+/gu)?.slice(0, 12) ?? [];
  const month = parts.map(monthOfName).find((found) => found !== undefined);
  const year = parts.find((part) => /^\d{4}$/.test(part));
  const date = parts.find((part) => /^\d{1,2}$/.test(part));
  if (month === undefined || year === undefined || date === undefined) return null;
  return { day: dayFromDigits(year, month, date), rest: time < 0 ? '' : words.slice(time) };
};

/**
 * A date, with or without a time, as journals write it: "2024-01-15", "2024-01-15T09:30:00Z", "15 January 2024",
 * "January 15, 2024 at 9:30:00 AM GMT+1", "15 de enero de 2024", "15.1.2024", "2024年1月15日"; null where it is none, or
 * where it could be two.
 */
export const readMoment = (text: string): WrittenMoment | null => {
  if (text.length > 100) return null;
  const words = plainWords(text);
  const split = yearFirst(words) ?? yearLast(words) ?? named(words);
  if (split === null || split.day === null) return null;
  if (split.rest.trim() === '') return { day: split.day, clock: null };
  const clock = readClock(split.rest);
  return clock === null ? null : { day: split.day, clock };
};

/** The instant `at` (epoch ms) on the wall in `zone`; null outside the years 1900 to 2199. */
export const momentAt = (at: number, zone: string): Moment | null =>
  instant.safeParse(at).success ? { at, zone, day: dayOf(at, zone) } : null;

/** An IANA zone that this runtime knows, or the one to assume. */
export const zoneOr = (name: unknown, assumed: string): string => zoneName.safeParse(name).data ?? assumed;

/** Written elsewhere, a page must keep the day it had there; only whole hours have zones of their own. */
const zoneAhead = (at: number, offset: number, assumed: string): string => {
  if (offset === 0 || wallTime(at, assumed) - at === offset * 60_000) return assumed;
  if (offset % 60 !== 0) return assumed;
  const hours = offset / 60;
  return zoneOr(`Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`, assumed);
};

/**
 * What a written moment means in `zone`: noon where no time is given; where the hour happens twice the first, where it is
 * skipped the instant just as far after the gap; null outside the years 1900 to 2199.
 */
export const momentOf = ({ day, clock }: WrittenMoment, zone: string): Moment | null => {
  const { ms, offset } = clock ?? { ms: NOON, offset: null };
  if (offset === null) return momentAt(instantOf(day, Math.floor(ms / 60_000), zone) + (ms % 60_000), zone);
  const at = Date.parse(`${day}T00:00:00Z`) + ms - offset * 60_000;
  return instant.safeParse(at).success ? momentAt(at, zoneAhead(at, offset, zone)) : null;
};
