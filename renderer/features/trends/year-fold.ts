import type { WeekCell } from '#lib/week-grid';
import type { Size } from './use-size';

/** A cell smaller than this is hard to see and harder to point at; the year is then folded into two halves. */
const LEAST_CELL_REM = 0.7;
const WEEKDAYS_REM = 2.5;
/** A fold is a line of month names, seven days, and a line of room. */
const FOLD_ROWS = 9;

/** How many weeks stand side by side in the room there is. */
export const foldFor = (columns: number, { width, rem }: Size): number => {
  const cell = (width - WEEKDAYS_REM * rem) / columns;
  return width > 0 && cell < LEAST_CELL_REM * rem ? Math.ceil(columns / 2) : columns;
};

/** Where a cell, or what belongs to its column, stands in the CSS grid; both lines from 1, weekday names and month names first. */
export const placeOf = (
  { row, column }: Pick<WeekCell, 'row' | 'column'>,
  perFold: number,
): { readonly gridColumn: number; readonly gridRow: number } => ({
  gridColumn: (column % perFold) + 2,
  gridRow: Math.floor(column / perFold) * FOLD_ROWS + row + 2,
});

/** How many lines the grid has. */
export const rowsIn = (columns: number, perFold: number): number => Math.ceil(columns / perFold) * FOLD_ROWS - 1;
