import { CalendarDate, type DateValue } from '@internationalized/date';
import { useRef, useState } from 'react';
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
import { useTypedParts } from './typed-parts';

const toCalendarDate = (day: LocalDate): DateValue => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new CalendarDate(year, month, date);
};

const toDay = (date: DateValue): LocalDate => date.toString() as LocalDate;

type Props = {
  readonly label: string;
  readonly value: LocalDate | null;
  /** Only whole, possible dates arrive here; null when the field was emptied. What is wrong with another is told to the form (field-problems). */
  readonly onChange: (day: LocalDate | null) => void;
  readonly min?: LocalDate | undefined;
  readonly max?: LocalDate | undefined;
  /** Nothing cannot be told here: emptied, the field says so and hands nothing on. */
  readonly isRequired?: boolean;
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
export const DayField = ({ label, value, onChange, min, max, isRequired = false, error }: Props) => {
  const today = useToday();
  const box = useRef<HTMLDivElement>(null);
  const [isPartial, setPartial] = useState(false);
  const [noSuchDay, setNoSuchDay] = useState<NoSuchDay | null>(null);
  /** Such a day, after the field was left with it. */
  const [refused, setRefused] = useState<NoSuchDay | null>(null);
  const problemOf = (date: DateValue | null): DayProblem | null => {
    if (date === null) return isRequired ? 'missing' : null;
    return dayProblem(date.toString(), { min, max, today });
  };
  const isUnfinished = isPartial || noSuchDay !== null;
  const parts = useTypedParts({ value, onChange, toShown: toCalendarDate, fromShown: toDay, problemOf, isUnfinished });
  const unfinished = isRequired ? 'missing' : 'incomplete';
  const problem = isPartial ? unfinished : parts.problem;
  const say = useProblemWords({ min, max });
  const noSuchDayWords = useNoSuchDayWords(noSuchDay ?? refused);
  const words = noSuchDayWords ?? (problem === null ? null : say(problem));
  const { shown, onLeave, onEdit } = useFieldProblem(words, () => focusFirstPart(box));
  const wrong = shown ?? error;
  const take = (next: DateValue | null): void => {
    // Left with a day that does not exist, the field offers the last one of that month: not a day that anybody told.
    const isLeft = box.current?.contains(document.activeElement) !== true;
    const isRefused = isLeft && noSuchDay !== null;
    setRefused(isRefused ? noSuchDay : null);
    if (isRefused) parts.end();
    else {
      onEdit();
      parts.take(next);
    }
  };
  const leave = (): void => {
    if (words === null) parts.end();
    onLeave();
  };
  return (
    <DateField
      className={css.field}
      value={parts.shown}
      onChange={take}
      onFocus={parts.begin}
      onBlur={leave}
      isInvalid={wrong !== undefined}
      validationBehavior="aria"
    >
      <Label className={css.label}>{label}</Label>
      <DateSegments boxRef={box} onPartial={setPartial} onNoSuchDay={setNoSuchDay} />
      <FieldError className={css.error}>{wrong}</FieldError>
    </DateField>
  );
};
