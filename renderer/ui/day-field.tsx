import { CalendarDate, type DateValue } from '@internationalized/date';
import { useMemo, useRef, useState } from 'react';
import { DateField } from 'react-aria-components/DateField';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#core/local-date';
import { type DayProblem, dayProblem } from '#lib/day-problem';
import { useFieldProblem } from '#lib/field-problems';
import { formatDayExactly, formatMonth, formatNumber } from '#lib/format';
import { useToday } from '#lib/today';
import { DateSegments, focusFirstPart, type NoSuchDay } from './date-segments';
import css from './field.module.css';

const toCalendarDate = (day: LocalDate): CalendarDate => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new CalendarDate(year, month, date);
};

type Props = {
  readonly label: string;
  readonly value: LocalDate | null;
  /** Only whole, possible dates arrive here; null when the field was emptied. What is wrong with another is told to the form (field-problems). */
  readonly onChange: (day: LocalDate | null) => void;
  readonly min?: LocalDate | undefined;
  readonly max?: LocalDate | undefined;
  /** What is wrong with the date for reasons that the form alone knows. */
  readonly error?: string | undefined;
};

const useProblemWords = ({ min, max }: Pick<Props, 'min' | 'max'>) => {
  const { t } = useTranslation();
  return (problem: DayProblem): string => {
    const limit = problem === 'tooLate' ? max : problem === 'tooEarly' ? min : undefined;
    return t(`ui.day.${problem}`, { day: limit === undefined ? '' : formatDayExactly(limit) });
  };
};

const useNoSuchDayWords = (day: NoSuchDay | null): string | null => {
  const { t } = useTranslation();
  if (day === null) return null;
  return t('ui.day.noSuchDay', { month: formatMonth(day.month), day: formatNumber(day.date, 0) });
};

/**
 * A date typed part by part, in the order the system's region writes it. What is half typed stays in the field, and the
 * field says so. A day that does not exist cannot stay: when it is left, the field shows what it held before, and says why.
 */
export const DayField = ({ label, value, onChange, min, max, error }: Props) => {
  const today = useToday();
  const box = useRef<HTMLDivElement>(null);
  const [typing, setTyping] = useState<{ readonly over: LocalDate | null; readonly date: DateValue } | null>(null);
  const [isPartial, setPartial] = useState(false);
  const [noSuchDay, setNoSuchDay] = useState<NoSuchDay | null>(null);
  /** Such a day, after the field was left with it. */
  const [refused, setRefused] = useState<NoSuchDay | null>(null);
  /** What stood here before typing began: on its way to "25 12" a date is the 25th of January for a moment. */
  const [before, setBefore] = useState(value);
  // The same for as long as the value is: React Aria takes another for a change from outside and drops what is being typed.
  const date = useMemo(() => (value === null ? null : toCalendarDate(value)), [value]);
  const typed = typing !== null && typing.over === value ? typing.date : null;
  const problemOf = (date: DateValue): DayProblem | null => dayProblem(date.toString(), { min, max, today });
  const problem = isPartial ? 'incomplete' : typed === null ? null : problemOf(typed);
  const say = useProblemWords({ min, max });
  const noSuchDayWords = useNoSuchDayWords(noSuchDay ?? refused);
  const words = noSuchDayWords ?? (problem === null ? null : say(problem));
  const { shown, onLeave, onEdit } = useFieldProblem(words, () => focusFirstPart(box));
  const wrong = shown ?? error;
  const take = (next: DateValue | null): void => {
    // Left with a day that does not exist, the field offers the last one of that month: not a day that anybody told.
    const isLeft = box.current?.contains(document.activeElement) !== true;
    setRefused(isLeft ? noSuchDay : null);
    if (isLeft && noSuchDay !== null) return;
    onEdit();
    const stays = next !== null && problemOf(next) !== null;
    setTyping(stays ? { over: before, date: next } : null);
    if (!stays) onChange(next === null ? null : (next.toString() as LocalDate));
    else if (value !== before) onChange(before);
  };
  return (
    <DateField
      className={css.field}
      value={typed ?? date}
      onChange={take}
      onFocus={() => setBefore(value)}
      onBlur={onLeave}
      isInvalid={wrong !== undefined}
      validationBehavior="aria"
    >
      <Label className={css.label}>{label}</Label>
      <DateSegments boxRef={box} onPartial={setPartial} onNoSuchDay={setNoSuchDay} />
      <FieldError className={css.error}>{wrong}</FieldError>
    </DateField>
  );
};
