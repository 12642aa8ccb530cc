import { useTranslation } from 'react-i18next';
import { dayOf, instantOf, type LocalDate, minuteOfDay } from '#core/local-date';
import { DayField } from './day-field';
import css from './moment-field.module.css';
import { TimeField } from './time-field';

type Props = {
  readonly label: string;
  readonly at: number;
  /** The zone of the wall clock on which the time is read. */
  readonly zone: string;
  readonly onChange: (at: number) => void;
  readonly maxDay?: LocalDate;
};

/** A date and a time of day on the wall in `zone`. */
export const MomentField = ({ label, at, zone, onChange, maxDay }: Props) => {
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
        isRequired
        onChange={(next) => next !== null && onChange(instantOf(next, minutes, zone))}
      />
      <TimeField
        label={t('ui.moment.time')}
        value={minutes}
        isRequired
        onChange={(next) => next !== null && onChange(instantOf(day, next, zone))}
      />
    </div>
  );
};
