import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '#core/goal';
import { dayState } from '#core/goal-days';
import type { MarksByDay } from '#core/goal-periods';
import { type DateRange, dayNumber, type LocalDate } from '#core/local-date';
import { firstWeekday, formatDayExactly, formatMonthShort, weekdayNames } from '#lib/format';
import { dayInWords } from '#lib/goal-words';
import { useToday } from '#lib/today';
import { dayByKey, type WeekCell, weekGrid } from '#lib/week-grid';
import { GoalMarkSign } from '#ui/goal-mark-sign';
import css from './goal-history.module.css';

type Props = {
  readonly goal: Goal;
  readonly marks: MarksByDay;
  /** The days it shows; all can be changed. */
  readonly range: DateRange;
  readonly onOpen: (day: LocalDate, cell: Element) => void;
};

const cellOf = ({ target }: { readonly target: EventTarget }): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-day]') : null;
const dayOfCell = (cell: HTMLElement | null): LocalDate | null => (cell?.dataset.day as LocalDate | undefined) ?? null;

/** Which day the keys stand on, and which one its words are shown for. */
const useReach = ({ range, onOpen }: Props) => {
  const grid = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<LocalDate>(range.to);
  const [shown, setShown] = useState<LocalDate | null>(null);
  const openCell = (event: KeyboardEvent | MouseEvent): void => {
    const cell = cellOf(event);
    const day = dayOfCell(cell);
    if (cell === null || day === null) return;
    event.preventDefault();
    setReached(day);
    onOpen(day, cell);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') openCell(event);
    const next = dayByKey(event.key, reached, range);
    if (next === null) return;
    event.preventDefault();
    setReached(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  const onFocus = (event: FocusEvent): void => {
    const day = dayOfCell(cellOf(event));
    if (day === null) return;
    setReached(day);
    setShown(day);
  };
  const handlers = {
    onKeyDown,
    onFocus,
    onClick: openCell,
    onPointerOver: (event: PointerEvent) => setShown(dayOfCell(cellOf(event))),
    onPointerLeave: () => setShown(null),
  };
  return { grid, reached, shown, handlers };
};

type CellProps = Pick<Props, 'goal' | 'marks'> & {
  readonly cell: WeekCell;
  readonly reachable: boolean;
};

const Cell = ({ goal, marks, cell: { day, row, column }, reachable }: CellProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const place = { gridColumn: column + 2, gridRow: row + 2 };
  const state = dayState(goal, day, { marks, today });
  const words = dayInWords(goal, state, marks.get(dayNumber(day)) ?? null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot give its cells a share of the width in both directions.
    <span
      className={css.cell}
      style={place}
      role="gridcell"
      aria-colindex={column + 2}
      aria-haspopup="dialog"
      aria-label={t('goals.day.name', { day: formatDayExactly(day), state: words })}
      tabIndex={reachable ? 0 : -1}
      data-day={day}
    >
      <GoalMarkSign state={state} size="cell" />
    </span>
  );
};

/** A year of a goal: weeks as columns, weekdays as rows; arrow keys go from day to day, Enter changes one. */
export const GoalGrid = (props: Props) => {
  const { goal, marks, range } = props;
  const { t } = useTranslation();
  const today = useToday();
  const { grid, reached, shown, handlers } = useReach(props);
  const weekStart = firstWeekday();
  const layout = weekGrid(range, weekStart);
  const names = weekdayNames();
  // The latest days first, where not all of them have room.
  useLayoutEffect(() => grid.current?.parentElement?.scrollTo({ left: grid.current.scrollWidth }), [grid]);
  const words = (day: LocalDate): string =>
    t('goals.day.name', {
      day: formatDayExactly(day),
      state: dayInWords(goal, dayState(goal, day, { marks, today }), marks.get(dayNumber(day)) ?? null),
    });
  return (
    <>
      <div className={css.scroller}>
        {/* biome-ignore lint/a11y/useSemanticElements: see the cells. */}
        <div
          ref={grid}
          role="grid"
          aria-label={t('goals.history.label', { title: goal.title })}
          aria-colcount={layout.columns + 1}
          className={css.grid}
          style={{ gridTemplateColumns: `max-content repeat(${layout.columns}, minmax(0.75rem, 1.125rem))` }}
          {...handlers}
        >
          {layout.months.map(({ day, column }) => (
            <span
              key={day}
              className={css.month}
              style={{ gridColumn: `${column + 2} / span 3`, gridRow: 1 }}
              aria-hidden
            >
              {formatMonthShort(day)}
            </span>
          ))}
          {layout.rows.map((cells, row) => {
            const weekday = names[(weekStart - 1 + row) % 7];
            return (
              // biome-ignore lint/a11y/useSemanticElements: see the cells.
              // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus.
              <div key={weekday} role="row" className={css.row}>
                {/* biome-ignore lint/a11y/useSemanticElements: see the cells. */}
                <span
                  role="rowheader"
                  className={css.weekday}
                  style={{ gridColumn: 1, gridRow: row + 2 }}
                  tabIndex={-1}
                >
                  {weekday}
                </span>
                {cells.map((cell) => (
                  <Cell key={cell.day} {...{ goal, marks, cell }} reachable={cell.day === reached} />
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {/* Said by the cell itself; written here for the eye. */}
      <p className={css.shown} aria-hidden>
        {shown === null ? '' : words(shown)}
      </p>
    </>
  );
};
