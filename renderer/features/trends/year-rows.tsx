import clsx from 'clsx';
import { memo } from 'react';
import type { LocalDate } from '#core/local-date';
import { weekdayNames } from '#lib/format';
import type { WeekCell, WeekGrid } from '#lib/week-grid';
import { nearestMood, type TrendDay } from './mood-history';
import { tickFormat } from './words';
import css from './year-figure.module.css';
import { placeOf } from './year-fold';

/** The names of the months, over the weeks in which they begin. */
export const Months = ({ months, perFold }: Pick<WeekGrid, 'months'> & { readonly perFold: number }) => {
  const write = tickFormat('month');
  return months.map(({ day, column }) => (
    <span key={day} className={css.month} style={placeOf({ row: -1, column }, perFold)} aria-hidden>
      {write(day)}
    </span>
  ));
};

type RowProps = {
  /** From 0 for Monday. */
  readonly weekday: number;
  readonly row: number;
  readonly cells: readonly WeekCell[];
  readonly days: ReadonlyMap<LocalDate, TrendDay>;
  readonly describe: (day: TrendDay) => string;
  /** The day that the keys have reached, if it is in this row. */
  readonly reached: LocalDate | undefined;
  readonly folds: number;
  readonly perFold: number;
};

/** All days of one weekday. */
export const WeekdayRow = memo(({ weekday, row, cells, days, describe, reached, folds, perFold }: RowProps) => {
  const name = weekdayNames()[weekday];
  const lines = Array.from({ length: folds }, (_, fold) => placeOf({ row, column: fold * perFold }, perFold).gridRow);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus.
    <div role="row" className={css.row}>
      {lines.map((gridRow, fold) => (
        <span
          key={gridRow}
          role={fold === 0 ? 'rowheader' : undefined}
          aria-hidden={fold > 0}
          className={css.weekday}
          style={{ gridColumn: 1, gridRow }}
        >
          {name}
        </span>
      ))}
      {cells.map((cell) => {
        const day = days.get(cell.day);
        const style = placeOf(cell, perFold);
        // Nothing can be recorded there: before the first record, after today.
        if (day === undefined) return <span key={cell.day} className={clsx(css.cell, css.outside)} style={style} />;
        return (
          // biome-ignore lint/a11y/useSemanticElements: see the grid.
          <span
            key={cell.day}
            className={clsx(css.cell, day.mood === null ? css.none : css[`mood${nearestMood(day.mood)}`])}
            style={style}
            role="gridcell"
            aria-label={describe(day)}
            tabIndex={cell.day === reached ? 0 : -1}
            data-day={cell.day}
          />
        );
      })}
    </div>
  );
});
