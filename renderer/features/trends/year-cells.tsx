import { type FocusEvent, type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateRange, LocalDate } from '#core/local-date';
import { firstWeekday, formatDayExactly } from '#lib/format';
import { dayByKey, weekGrid } from '#lib/week-grid';
import { DayTip } from './day-tip';
import type { TrendDay } from './mood-history';
import { useSize } from './use-size';
import { dayDescriber, moodWords } from './words';
import css from './year-figure.module.css';
import { foldFor, placeOf, rowsIn } from './year-fold';
import { Months, WeekdayRow } from './year-rows';

const dayUnder = ({ target }: PointerEvent | FocusEvent): LocalDate | null =>
  target instanceof HTMLElement ? ((target.dataset.day as LocalDate | undefined) ?? null) : null;

/** Which day the keys stand on, and which one the words are shown for. */
const useDays = (year: DateRange, days: readonly TrendDay[]) => {
  const grid = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<LocalDate | undefined>(days.at(-1)?.day);
  const [shown, setShown] = useState<LocalDate | null>(null);
  const within = { from: days[0]?.day ?? year.from, to: days.at(-1)?.day ?? year.to };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setShown(null);
    if (reached === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = dayByKey(event.key, reached, within);
    if (next === null) return;
    event.preventDefault();
    setReached(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  const handlers = {
    onKeyDown: press,
    onFocus: (event: FocusEvent): void => {
      const day = dayUnder(event);
      if (day === null) return;
      setReached(day);
      setShown(day);
    },
    onBlur: () => setShown(null),
    onPointerOver: (event: PointerEvent) => setShown(dayUnder(event)),
    onPointerLeave: () => setShown(null),
  };
  return { grid, reached, shown, handlers };
};

type Props = {
  readonly title: string;
  readonly year: DateRange;
  /** The days that could be recorded. */
  readonly days: readonly TrendDay[];
};

/** Weeks as columns, weekdays as rows; the arrow keys go from day to day. */
export const YearCells = ({ title, year, days }: Props) => {
  const { t } = useTranslation();
  const [ref, size] = useSize();
  const weekStart = firstWeekday();
  const layout = useMemo(() => weekGrid(year, weekStart), [year, weekStart]);
  const byDay = useMemo(() => new Map(days.map((day) => [day.day, day])), [days]);
  const { grid, reached, shown, handlers } = useDays(year, days);
  const describe = useMemo(() => dayDescriber(t), [t]);
  const perFold = foldFor(layout.columns, size);
  const cell = layout.rows.flat().find(({ day }) => day === shown);
  const told = shown === null ? undefined : byDay.get(shown);
  const place = cell && placeOf(cell, perFold);
  return (
    <div ref={ref} className={css.year}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot divide its width evenly and keep its cells square. */}
      <div
        ref={grid}
        role="grid"
        aria-label={title}
        className={css.grid}
        style={{ gridTemplateColumns: `auto repeat(${perFold}, minmax(0, 1fr))` }}
        {...handlers}
      >
        <Months months={layout.months} perFold={perFold} />
        {layout.rows.map((cells, row) => (
          <WeekdayRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the week.
            key={row}
            weekday={(weekStart - 1 + row) % 7}
            row={row}
            cells={cells}
            days={byDay}
            describe={describe}
            // Only the row that holds it, and the one that held it, are drawn anew.
            reached={cells.some(({ day }) => day === reached) ? reached : undefined}
            folds={Math.ceil(layout.columns / perFold)}
            perFold={perFold}
          />
        ))}
      </div>
      {told !== undefined && place !== undefined && (
        <DayTip
          mood={told.mood}
          words={[formatDayExactly(told.day), moodWords(t, told.mood)]}
          share={place.gridColumn / (perFold + 1)}
          bottom={`calc(${(1 - (place.gridRow - 1) / rowsIn(layout.columns, perFold)) * 100}% + 0.375rem)`}
        />
      )}
    </div>
  );
};
