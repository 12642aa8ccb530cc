/** Heights in rem, so that rows grow with the text. */
export const ROW = 5.5;
export const HEADING = 2;

/** A list of equal rows with a heading above the first row of every group: the pinned ones, then every month. */
export type Rows = {
  readonly count: number;
  /** How many pinned rows stand before the months. */
  readonly pinned: number;
  /** Indexes of the rows that begin a group, ascending; the first is 0. */
  readonly groups: readonly number[];
};

/** Where the groups begin in a list whose first rows are the pinned ones and whose others are ordered by day. */
export const rowsOf = (items: readonly { readonly day: string }[], pinned = 0): Rows => {
  const groups: number[] = [];
  let group: string | null = null;
  items.forEach(({ day }, index) => {
    const own = index < pinned ? 'pinned' : day.slice(0, 7);
    if (own === group) return;
    group = own;
    groups.push(index);
  });
  return { count: items.length, pinned, groups };
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
export const topOf = ({ groups }: Rows, index: number): number => index * ROW + countUpTo(groups, index) * HEADING;

/** The height of the whole list in rem. */
export const heightOf = ({ count, groups }: Rows): number => count * ROW + groups.length * HEADING;

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

/** The rows to draw, group by group: the group's first row and those of its rows that are in the window. */
export const groupsIn = (
  { groups, count }: Rows,
  [first, end]: readonly [number, number],
): { readonly start: number; readonly indexes: readonly number[] }[] => {
  const parts: { start: number; indexes: readonly number[] }[] = [];
  for (let group = Math.max(0, countUpTo(groups, first) - 1); group < groups.length; group += 1) {
    const start = groups[group] ?? 0;
    if (start >= end) break;
    const from = Math.max(first, start);
    const to = Math.min(end, groups[group + 1] ?? count);
    parts.push({ start, indexes: Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset) });
  }
  return parts;
};
