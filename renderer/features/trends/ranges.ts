import { addDays, addMonths, type DateRange, type LocalDate, localDate } from '#core/local-date';

/** The spans of days a person can look at. */
export const rangeChoices = ['days30', 'days90', 'year', 'all', 'custom'] as const;
export type RangeChoice = (typeof rangeChoices)[number];

/** Two dates as they stand in their fields: perhaps empty, perhaps half typed. */
export type TypedDates = { readonly from: LocalDate | null; readonly to: LocalDate | null };

/** Why two typed dates make no range. */
export type DatesProblem = 'incomplete' | 'backwards';

// While a year is typed, its first digits are a year too.
const FIRST_YEAR = '1900';
const isWhole = (day: LocalDate | null, today: LocalDate): day is LocalDate =>
  day !== null && localDate.safeParse(day).success && day >= FIRST_YEAR && day <= today;

/** What keeps two typed dates from being a range up to `today`, or null. */
export const datesProblem = ({ from, to }: TypedDates, today: LocalDate): DatesProblem | null => {
  if (!isWhole(from, today) || !isWhole(to, today)) return 'incomplete';
  return from > to ? 'backwards' : null;
};

/** The range of two typed dates, or null where they make none. */
export const typedRange = ({ from, to }: TypedDates, today: LocalDate): DateRange | null =>
  from !== null && to !== null && datesProblem({ from, to }, today) === null ? { from, to } : null;

/** The first day of the twelve months that end on a day. */
export const yearBefore = (day: LocalDate): LocalDate => addDays(addMonths(day, -12), 1);

const startOf = (choice: Exclude<RangeChoice, 'custom'>, first: LocalDate, today: LocalDate): LocalDate => {
  const starts = {
    days30: addDays(today, -29),
    days90: addDays(today, -89),
    year: yearBefore(today),
    all: first,
  };
  return starts[choice];
};

/** The days that were asked for, and those of them that can hold a record: null where all lie before the first one. */
export type ChosenRange = { readonly asked: DateRange; readonly shown: DateRange | null; readonly sinceFirst: boolean };

/**
 * The range behind a choice. It never begins before the first record: the days before it were not left out by anyone, so
 * they count as neither recorded nor not recorded. `sinceFirst` tells that this has shortened it.
 */
export const chosenRange = (
  choice: RangeChoice,
  { custom, first, today }: { readonly custom: DateRange; readonly first: LocalDate; readonly today: LocalDate },
): ChosenRange => {
  const asked = choice === 'custom' ? custom : { from: startOf(choice, first, today), to: today };
  if (asked.to < first) return { asked, shown: null, sinceFirst: false };
  const sinceFirst = asked.from < first;
  return { asked, shown: sinceFirst ? { from: first, to: asked.to } : asked, sinceFirst };
};
