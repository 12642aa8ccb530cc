/** Heights in rem, so that rows grow with the text. */
export const ROW = 5.5;
export const MONTH = 2;

/** A list of equal rows with a heading above the first row of every month. */
export type Rows = {
  readonly count: number;
  /** Indexes of the rows that begin a month, ascending; the first is 0. */
  readonly months: readonly number[];
};

/** Where the months begin in a list ordered by day. */
export const rowsOf = (items: readonly { readonly day: string }[]): Rows => {
  const months: number[] = [];
  let month = '';
  items.forEach(({ day }, index) => {
    if (day.startsWith(month) && month !== '') return;
    month = day.slice(0, 7);
    months.push(index);
  });
  return { count: items.length, months };
};

/** How many numbers of an ascending list are at most `limit`. */
const countUpTo = (numbers: readonly number[], limit: number): number => {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The upper edge of a row, in rem from the top of the list. */
export const topOf = ({ months }: Rows, index: number): number => index * ROW + countUpTo(months, index) * MONTH;

/** The height of the whole list in rem. */
export const heightOf = ({ count, months }: Rows): number => count * ROW + months.length * MONTH;

/** The row that lies at a height in rem; the nearest one outside the list. */
const rowAt = (rows: Rows, height: number): number => {
  let low = 0;
  let high = Math.max(0, rows.count - 1);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (topOf(rows, middle) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Rows to have ready above and below what is in sight, so that a flick of the wheel finds them there. */
const MARGIN = 6;

/** Which rows, first and past the last, to draw when the list is seen from one height to another, in rem. */
export const windowOf = (rows: Rows, from: number, to: number): readonly [number, number] => [
  Math.max(0, rowAt(rows, from) - MARGIN),
  Math.min(rows.count, rowAt(rows, to) + 1 + MARGIN),
];

/** The rows to draw, month by month: the month's first row and those of its rows that are in the window. */
export const monthsIn = (
  { months, count }: Rows,
  [first, end]: readonly [number, number],
): { readonly start: number; readonly indexes: readonly number[] }[] => {
  const parts: { start: number; indexes: readonly number[] }[] = [];
  for (let month = Math.max(0, countUpTo(months, first) - 1); month < months.length; month += 1) {
    const start = months[month] ?? 0;
    if (start >= end) break;
    const from = Math.max(first, start);
    const to = Math.min(end, months[month + 1] ?? count);
    parts.push({ start, indexes: Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset) });
  }
  return parts;
};
