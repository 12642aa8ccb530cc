import { CalendarDate, Time } from '@internationalized/date';
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { Label } from 'react-aria-components/Label';
import { TimeField } from 'react-aria-components/TimeField';
import { useTranslation } from 'react-i18next';
import { dayOf, instantOf, type LocalDate, minuteOfDay } from '#core/local-date';
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

/** A date typed part by part, in the order the system's region writes it. */
export const DayField = ({ label, value, onChange, min, max }: DayProps) => (
  <DateField
    className={fieldCss.field}
    value={value === null ? null : toCalendarDate(value)}
    onChange={(next) => onChange(next === null ? null : (next.toString() as LocalDate))}
    minValue={min === undefined ? undefined : toCalendarDate(min)}
    maxValue={max === undefined ? undefined : toCalendarDate(max)}
  >
    <Label className={fieldCss.label}>{label}</Label>
    <DateInput className={css.box}>{(segment) => <DateSegment segment={segment} className={css.segment} />}</DateInput>
  </DateField>
);

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
