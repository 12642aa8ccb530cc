import { useTranslation } from 'react-i18next';
import type { Goal } from '#core/goal';
import { dayState } from '#core/goal-days';
import { type MarksByDay, marksByDay } from '#core/goal-periods';
import { addDays, dayNumber, eachDay, type LocalDate, mondayOf } from '#core/local-date';
import { formatDayLong, weekdayNames } from '#lib/format';
import { dayInWords } from '#lib/goal-words';
import { useCallQuery } from '#lib/query-client';
import { useToday } from '#lib/today';
import { GoalMarkSign } from '#ui/goal-mark-sign';
import { useDayEditor } from './day-editor';
import { isEditable } from './goal-status';
import css from './goals.module.css';

type CellProps = {
  readonly goal: Goal;
  readonly day: LocalDate;
  readonly marks: MarksByDay;
  readonly onOpen: (day: LocalDate, cell: Element) => void;
};

const WeekDay = ({ goal, day, marks, onOpen }: CellProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const state = dayState(goal, day, { marks, today });
  const words = dayInWords(goal, state, marks.get(dayNumber(day)) ?? null);
  const name = t('goals.day.name', { day: formatDayLong(day), state: words });
  if (!isEditable(goal, day, today)) {
    return (
      <span className={css.weekDay} role="img" aria-label={name} title={name}>
        <GoalMarkSign state={state} size="large" />
      </span>
    );
  }
  return (
    <button
      type="button"
      className={css.weekDay}
      aria-label={name}
      aria-haspopup="dialog"
      title={name}
      onClick={({ currentTarget }) => onOpen(day, currentTarget)}
    >
      <GoalMarkSign state={state} size="large" />
    </button>
  );
};

/** The seven days of this week, each with what it was; past days and today can be changed. */
export const GoalWeek = ({ goal }: { readonly goal: Goal }) => {
  const { t } = useTranslation();
  const today = useToday();
  const from = mondayOf(today);
  const to = addDays(from, 6);
  const { data = [] } = useCallQuery('goals.marks', { goal: goal.id, from, to });
  const marks = marksByDay(data);
  const { open, editor } = useDayEditor(goal, marks);
  const letters = weekdayNames('narrow');
  return (
    <>
      <ol className={css.week} aria-label={t('goals.thisWeek')}>
        {eachDay({ from, to }).map((day, index) => (
          <li key={day} data-today={day === today || undefined}>
            <span className={css.letter} aria-hidden>
              {letters[index]}
            </span>
            <WeekDay goal={goal} day={day} marks={marks} onOpen={open} />
          </li>
        ))}
      </ol>
      {editor}
    </>
  );
};
