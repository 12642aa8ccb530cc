import type { DateRange, LocalDate } from '#core/local-date';
import { yearBefore } from './ranges';

/** The last twelve months, or a calendar year. */
export type YearChoice = 'recent' | number;

/** The years a person can look back on, latest first; only one: the last twelve months hold it all. */
export const yearsBetween = (first: LocalDate, today: LocalDate): number[] => {
  const start = Number(first.slice(0, 4));
  const end = Number(today.slice(0, 4));
  return start >= end ? [] : Array.from({ length: end - start + 1 }, (_, index) => end - index);
};

/** The days of a year's picture. */
export const yearRange = (choice: YearChoice, today: LocalDate): DateRange =>
  choice === 'recent'
    ? { from: yearBefore(today), to: today }
    : { from: `${choice}-01-01` as LocalDate, to: `${choice}-12-31` as LocalDate };

/** The part of a year that can hold records: from the first record to today; null where there is none. */
export const recordableIn = (year: DateRange, first: LocalDate, today: LocalDate): DateRange | null => {
  const from = year.from > first ? year.from : first;
  const to = year.to < today ? year.to : today;
  return from > to ? null : { from, to };
};
