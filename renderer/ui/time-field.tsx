import { Time } from '@internationalized/date';
import { useRef, useState } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { TimeField as AriaTimeField, type TimeValue } from 'react-aria-components/TimeField';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '#lib/field-problems';
import { DateSegments, focusFirstPart } from './date-segments';
import css from './field.module.css';
import { useTypedParts } from './typed-parts';

type Props = {
  readonly label: string;
  /** Minutes since midnight; null while no time is told. */
  readonly value: number | null;
  /** Only whole times arrive here; null when the field was emptied. */
  readonly onChange: (minutes: number | null) => void;
  /** Nothing cannot be told here: emptied, the field says so and hands nothing on. */
  readonly isRequired?: boolean;
};

const toTime = (minutes: number): TimeValue => new Time(Math.floor(minutes / 60), minutes % 60);
const toMinutes = ({ hour, minute }: TimeValue): number => hour * 60 + minute;

/** A time of day that may be left open unless it is required. What is half typed stays in the field, and the field says so. */
export const TimeField = ({ label, value, onChange, isRequired = false }: Props) => {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [isPartial, setPartial] = useState(false);
  const problemOf = (time: TimeValue | null): 'missing' | null => (time === null && isRequired ? 'missing' : null);
  const parts = useTypedParts({
    value,
    onChange,
    toShown: toTime,
    fromShown: toMinutes,
    problemOf,
    isUnfinished: isPartial,
  });
  const unfinished = isRequired ? 'missing' : 'incomplete';
  const problem = isPartial ? unfinished : parts.problem;
  const words = problem === null ? null : t(`ui.time.${problem}`);
  const { shown, onLeave, onEdit } = useFieldProblem(words, () => focusFirstPart(box));
  const take = (next: TimeValue | null): void => {
    onEdit();
    parts.take(next);
  };
  const leave = (): void => {
    if (words === null) parts.end();
    onLeave();
  };
  return (
    <AriaTimeField
      className={css.field}
      value={parts.shown}
      onChange={take}
      onFocus={parts.begin}
      onBlur={leave}
      isInvalid={shown !== undefined}
      validationBehavior="aria"
    >
      <Label className={css.label}>{label}</Label>
      <DateSegments boxRef={box} onPartial={setPartial} />
      <FieldError className={css.error}>{shown}</FieldError>
    </AriaTimeField>
  );
};
