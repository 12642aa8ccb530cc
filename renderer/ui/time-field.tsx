import { Time } from '@internationalized/date';
import { useMemo, useRef, useState } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { TimeField as AriaTimeField } from 'react-aria-components/TimeField';
import { useTranslation } from 'react-i18next';
import { useFieldProblem } from '#lib/field-problems';
import { DateSegments, focusFirstPart } from './date-segments';
import css from './field.module.css';

type Props = {
  readonly label: string;
  /** Minutes since midnight; null while no time is told. */
  readonly value: number | null;
  /** Only whole times arrive here; null when the field was emptied. */
  readonly onChange: (minutes: number | null) => void;
};

/** A time of day that may be left open. What is half typed stays in the field, and the field says so. */
export const TimeField = ({ label, value, onChange }: Props) => {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [isPartial, setPartial] = useState(false);
  // The same for as long as the value is: React Aria takes another for a change from outside and drops what is being typed.
  const time = useMemo(() => (value === null ? null : new Time(Math.floor(value / 60), value % 60)), [value]);
  const words = isPartial ? t('ui.time.incomplete') : null;
  const { shown, onLeave, onEdit } = useFieldProblem(words, () => focusFirstPart(box));
  return (
    <AriaTimeField
      className={css.field}
      value={time}
      onChange={(next) => {
        onEdit();
        onChange(next === null ? null : next.hour * 60 + next.minute);
      }}
      onBlur={onLeave}
      isInvalid={shown !== undefined}
      validationBehavior="aria"
    >
      <Label className={css.label}>{label}</Label>
      <DateSegments boxRef={box} onPartial={setPartial} />
      <FieldError className={css.error}>{shown}</FieldError>
    </AriaTimeField>
  );
};
