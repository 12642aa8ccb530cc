import { type ReactNode, useRef, useState } from 'react';
import type { Goal } from '#core/goal';
import type { MarksByDay } from '#core/goal-periods';
import { dayNumber, type LocalDate } from '#core/local-date';
import { formatDayExactly } from '#lib/format';
import { AnchoredPopover } from '#ui/anchored-popover';
import { GoalDayEditor } from '#ui/goal-day-editor';

type DayEditing = {
  /** Opens the editor of a day beside the cell that was pressed. */
  readonly open: (day: LocalDate, cell: Element) => void;
  /** To be rendered once, anywhere. */
  readonly editor: ReactNode;
};

/** One editor for many cells: whichever was pressed last has it beside it. */
export const useDayEditor = (goal: Goal, marks: MarksByDay): DayEditing => {
  const [day, setDay] = useState<LocalDate | null>(null);
  const anchor = useRef<Element | null>(null);
  const close = (): void => setDay(null);
  return {
    open: (next, cell) => {
      anchor.current = cell;
      setDay(next);
    },
    editor: day !== null && (
      <AnchoredPopover anchor={anchor} label={formatDayExactly(day)} isOpen onClose={close}>
        <GoalDayEditor on={{ goal, day, mark: marks.get(dayNumber(day)) ?? null }} onClose={close} />
      </AnchoredPopover>
    ),
  };
};
