import { addDays, countDays, type DateRange, eachDay, type LocalDate, weekdayOf } from '#core/local-date';

/** A day's cell: its row is its place in the week, its column the week; both from 0. */
export type WeekCell = { readonly day: LocalDate; readonly row: number; readonly column: number };
export type WeekGrid = {
  /** Seven rows, the week's first day first; each holds its days in order. */
  readonly rows: readonly (readonly WeekCell[])[];
  readonly columns: number;
  /** The column in which each month is named. */
  readonly months: readonly { readonly day: LocalDate; readonly column: number }[];
};

/** Fewer columns than this are too narrow for the name of a month. */
const NAME_COLUMNS = 3;

/** A range of days in weeks that begin on `firstWeekday` (ISO, Monday 1 to Sunday 7). */
export const weekGrid = (range: DateRange, firstWeekday: number): WeekGrid => {
  const lead = (weekdayOf(range.from) - firstWeekday + 7) % 7;
  const cells = eachDay(range).map((day, place) => ({
    day,
    row: (lead + place) % 7,
    column: Math.floor((lead + place) / 7),
  }));
  const columns = Math.ceil((lead + countDays(range)) / 7);
  const starts = cells.filter(({ day }, place) => place === 0 || day.endsWith('-01'));
  const months = starts.filter(({ column }, place) => (starts[place + 1]?.column ?? columns) - column >= NAME_COLUMNS);
  return {
    rows: Array.from({ length: 7 }, (_, row) => cells.filter((cell) => cell.row === row)),
    columns,
    months,
  };
};

const steps: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  ArrowLeft: -7,
  ArrowRight: 7,
  PageUp: -28,
  PageDown: 28,
};

/** The day a key leads to in a grid of weeks (a column is a week), or null for a key that leads nowhere. */
export const dayByKey = (key: string, day: LocalDate, range: DateRange): LocalDate | null => {
  if (key === 'Home') return range.from;
  if (key === 'End') return range.to;
  const step = steps[key];
  if (step === undefined) return null;
  const next = addDays(day, step);
  if (next >= range.from && next <= range.to) return next;
  // A month's step goes as far as it can; a day's or a week's stays, rather than land in another row.
  if (!key.startsWith('Page')) return day;
  return step < 0 ? range.from : range.to;
};
