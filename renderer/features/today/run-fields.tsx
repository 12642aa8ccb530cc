import { useTranslation } from 'react-i18next';
import type { EndCause } from '#core/run';
import { useToday } from '#lib/today';
import { DayField } from '#ui/day-field';
import { Segmented } from '#ui/segmented';
import { TimeField } from '#ui/time-field';
import css from './clean-time.module.css';
import type { DayAndTime } from './run-moment';

type DayAndTimeProps = {
  readonly label: string;
  readonly value: DayAndTime;
  readonly onChange: (value: DayAndTime) => void;
};

/** A day, and a time of it for those who want to say. */
export const DayAndTimeField = ({ label, value, onChange }: DayAndTimeProps) => {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <div className={css.dayAndTime}>
      <DayField label={label} value={value.day} max={today} onChange={(day) => onChange({ ...value, day })} />
      <TimeField
        label={t('today.run.time')}
        value={value.minutes}
        onChange={(minutes) => onChange({ ...value, minutes })}
      />
    </div>
  );
};

type CauseProps = { readonly value: EndCause; readonly onChange: (cause: EndCause) => void };

/** Why a run ended; no more than the person wants to say. */
export const CauseField = ({ value, onChange }: CauseProps) => {
  const { t } = useTranslation();
  return (
    <div className={css.field}>
      <span aria-hidden>{t('today.run.cause')}</span>
      <Segmented
        label={t('today.run.cause')}
        options={[
          { id: 'slip', label: t('today.run.causes.slip') },
          { id: 'other', label: t('today.run.causes.other') },
        ]}
        value={value}
        onChange={onChange}
      />
    </div>
  );
};
