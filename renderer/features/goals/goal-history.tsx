import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '#core/goal';
import { marksByDay } from '#core/goal-periods';
import { addDays, type DateRange, type LocalDate, mondayOf } from '#core/local-date';
import { FieldProblems, useFieldProblems } from '#lib/field-problems';
import { formatDayShort } from '#lib/format';
import { useCallQuery } from '#lib/query-client';
import { useToday } from '#lib/today';
import { Button } from '#ui/button';
import { DayField } from '#ui/day-field';
import { ErrorState } from '#ui/error-state';
import { IconButton } from '#ui/icon-button';
import { Skeleton } from '#ui/skeleton';
import { useDayEditor } from './day-editor';
import { GoalGrid } from './goal-grid';
import css from './goal-history.module.css';

const YEAR_DAYS = 365;

const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);
const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** A year back from the goal's last day, as far as it goes; `turn` 0 is the latest. All of its days can be changed. */
const yearOf = ({ starts, ends }: Goal, today: LocalDate, turn: number): DateRange => {
  const end = ends === null ? today : earlier(ends, today);
  const to = addDays(end, -turn * YEAR_DAYS);
  return { from: later(starts, addDays(to, 1 - YEAR_DAYS)), to };
};

type OneDayProps = { readonly range: DateRange; readonly onOpen: (day: LocalDate, cell: Element) => void };

/** The same as pressing a cell, for those to whom the cells are too small. */
const OneDay = ({ range, onOpen }: OneDayProps) => {
  const { t } = useTranslation();
  const [day, setDay] = useState<LocalDate | null>(range.to);
  const button = useRef<HTMLDivElement>(null);
  const problems = useFieldProblems();
  const isThere = day !== null && day >= range.from && day <= range.to;
  const open = (): void => {
    if (problems.allRight() && isThere && button.current !== null) onOpen(day, button.current);
  };
  return (
    <div className={css.oneDay}>
      <FieldProblems value={problems}>
        <DayField label={t('goals.history.oneDay')} value={day} min={range.from} max={range.to} onChange={setDay} />
      </FieldProblems>
      <div ref={button}>
        <Button variant="soft" isDisabled={!isThere} onPress={open}>
          {t('goals.history.change')}
        </Button>
      </div>
    </div>
  );
};

/** What the days of the last year were; every day up to today can be changed. */
export const GoalHistory = ({ goal }: { readonly goal: Goal }) => {
  const { t } = useTranslation();
  const today = useToday();
  const [turn, setTurn] = useState(0);
  const range = yearOf(goal, today, turn);
  // Whole weeks, for a times-a-week goal is judged by them.
  const asked = { goal: goal.id, from: mondayOf(range.from), to: addDays(mondayOf(range.to), 6) };
  const { data, error, isPending, isError, refetch } = useCallQuery('goals.marks', asked);
  const marks = marksByDay(data ?? []);
  const { open, editor } = useDayEditor(goal, marks);
  if (isPending) return <Skeleton lines={6} />;
  if (isError) return <ErrorState code={error.code} onRetry={() => void refetch()} />;
  return (
    <div className={css.history}>
      <div className={css.years}>
        <span>
          {t('goals.history.span', {
            from: formatDayShort(range.from),
            to: formatDayShort(range.to),
          })}
        </span>
        {(turn > 0 || goal.starts < range.from) && (
          <>
            <IconButton
              name={t('goals.history.earlier')}
              icon={ChevronLeft}
              isDisabled={goal.starts >= range.from}
              onPress={() => setTurn(turn + 1)}
            />
            <IconButton
              name={t('goals.history.later')}
              icon={ChevronRight}
              isDisabled={turn === 0}
              onPress={() => setTurn(turn - 1)}
            />
          </>
        )}
      </div>
      <GoalGrid key={turn} goal={goal} marks={marks} range={range} onOpen={open} />
      <OneDay key={range.to} range={range} onOpen={open} />
      {editor}
    </div>
  );
};
