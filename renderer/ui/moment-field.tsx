import { CalendarDate, type DateValue, Time } from '@internationalized/date';
import { useState } from 'react';
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { Label } from 'react-aria-components/Label';
import { TimeField } from 'react-aria-components/TimeField';
import { useTranslation } from 'react-i18next';
import { dayOf, instantOf, type LocalDate, localDate, minuteOfDay } from '#core/local-date';
import fieldCss from './field.module.css';
import css from './moment-field.module.css';

const toCalendarDate = (day: LocalDate): CalendarDate => {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new CalendarDate(year, month, date);
};

type DayProps = {
  readonly label: string;
  readonly value: LocalDate | null;
  /** Only whole, real dates arrive here; null when the field was emptied. */
  readonly onChange: (day: LocalDate | null) => void;
  readonly min?: LocalDate;
  readonly max?: LocalDate;
};

/** Whether a date as far as it is typed may leave the field: a year being typed is the year 2 for a moment. */
const isWhole = (day: string, min: LocalDate | undefined, max: LocalDate | undefined): day is LocalDate =>
  localDate.safeParse(day).success && (min === undefined || day >= min) && (max === undefined || day <= max);

/** A date typed part by part, in the order the system's region writes it. What is half typed stays in the field. */
export const DayField = ({ label, value, onChange, min, max }: DayProps) => {
  const [typing, setTyping] = useState<{ readonly over: LocalDate | null; readonly date: DateValue } | null>(null);
  const stored = value === null ? null : toCalendarDate(value);
  const take = (next: DateValue | null): void => {
    const day = next?.toString() ?? null;
    const leaves = next === null || isWhole(day ?? '', min, max);
    setTyping(leaves ? null : { over: value, date: next });
    if (leaves) onChange(day as LocalDate | null);
  };
  return (
    <DateField
      className={fieldCss.field}
      value={typing !== null && typing.over === value ? typing.date : stored}
      onChange={take}
      minValue={min === undefined ? undefined : toCalendarDate(min)}
      maxValue={max === undefined ? undefined : toCalendarDate(max)}
    >
      <Label className={fieldCss.label}>{label}</Label>
      <DateInput className={css.box}>
        {(segment) => <DateSegment segment={segment} className={css.segment} />}
      </DateInput>
    </DateField>
  );
};

type MomentProps = {
  readonly label: string;
  readonly at: number;
  /** The zone of the wall clock on which the time is read. */
  readonly zone: string;
  readonly onChange: (at: number) => void;
  readonly maxDay?: LocalDate;
};

/** A date and a time of day on the wall in `zone`. */
export const MomentField = ({ label, at, zone, onChange, maxDay }: MomentProps) => {
  const { t } = useTranslation();
  const day = dayOf(at, zone);
  const minutes = minuteOfDay(at, zone);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row.
    <div role="group" aria-label={label} className={css.moment}>
      <DayField
        label={t('ui.moment.date')}
        value={day}
        max={maxDay}
        onChange={(next) => next !== null && onChange(instantOf(next, minutes, zone))}
      />
      <TimeField
        className={fieldCss.field}
        value={new Time(Math.floor(minutes / 60), minutes % 60)}
        onChange={(next) => next !== null && onChange(instantOf(day, next.hour * 60 + next.minute, zone))}
      >
        <Label className={fieldCss.label}>{t('ui.moment.time')}</Label>
        <DateInput className={css.box}>
          {(segment) => <DateSegment segment={segment} className={css.segment} />}
        </DateInput>
      </TimeField>
    </div>
  );
};
