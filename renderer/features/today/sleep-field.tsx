import { useTranslation } from 'react-i18next';
import { NumberField } from '#ui/number-field';
import css from './check-in.module.css';

const DAY_MINUTES = 1440;

type Props = { readonly minutes: number | null; readonly onChange: (minutes: number | null) => void };

/** How long the person slept, in hours and minutes. */
export const SleepField = ({ minutes, onChange }: Props) => {
  const { t } = useTranslation();
  // A nought that nobody typed stands in the way of what is typed next.
  const hours = minutes === null || (minutes > 0 && minutes < 60) ? null : Math.floor(minutes / 60);
  const rest = minutes === null || minutes % 60 === 0 ? null : minutes % 60;
  const change = (nextHours: number | null, nextRest: number | null): void => {
    // Seven and a half hours say their minutes themselves.
    const more = Number.isInteger(nextHours ?? 0) ? (nextRest ?? 0) : 0;
    const total = Math.round((nextHours ?? 0) * 60 + more);
    onChange(nextHours === null && nextRest === null ? null : total);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row.
    <div role="group" aria-label={t('today.checkIn.sleep')} className={css.row}>
      <span className={css.label} aria-hidden>
        {t('today.checkIn.sleep')}
      </span>
      <div className={css.sleep}>
        <NumberField
          label={t('today.checkIn.sleepHours')}
          hideLabel
          unit={t('today.checkIn.hours')}
          value={hours}
          min={0}
          max={(DAY_MINUTES - (rest ?? 0)) / 60}
          onChange={(next) => change(next, rest)}
        />
        <NumberField
          label={t('today.checkIn.sleepMinutes')}
          hideLabel
          unit={t('today.checkIn.minutes')}
          value={rest}
          min={0}
          max={DAY_MINUTES - (hours ?? 0) * 60}
          onChange={(next) => change(hours, next)}
        />
      </div>
    </div>
  );
};
