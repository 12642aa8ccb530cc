import { useTranslation } from 'react-i18next';
import { firstWeekday, weekdayNames } from '#lib/format';
import { ChipGroup } from '#ui/chip-group';
import { NumberField } from '#ui/number-field';
import { Segmented } from '#ui/segmented';
import css from './goal-form.module.css';
import type { PartProps } from './measure-field';

/** Weekdays in the order in which the system's region writes them. */
const useWeekdays = () => {
  const names = weekdayNames('short');
  const first = firstWeekday();
  return Array.from({ length: 7 }, (_, index) => {
    const day = ((first - 1 + index) % 7) + 1;
    return { id: String(day), label: names[day - 1] ?? '' };
  });
};

/** When it is due: every day, on some weekdays, or some times a week. */
export const ScheduleField = ({ form, onChange, isWrong }: PartProps) => {
  const { t } = useTranslation();
  const weekdays = useWeekdays();
  return (
    <div className={css.part}>
      <span className={css.label} aria-hidden>
        {t('goals.form.rhythm')}
      </span>
      <Segmented
        label={t('goals.form.rhythm')}
        options={[
          { id: 'daily', label: t('goals.form.rhythms.daily') },
          { id: 'weekdays', label: t('goals.form.rhythms.weekdays') },
          { id: 'times-a-week', label: t('goals.form.rhythms.times-a-week') },
        ]}
        value={form.rhythm}
        onChange={(rhythm) => onChange({ rhythm })}
      />
      {form.rhythm === 'weekdays' && (
        <ChipGroup
          label={t('goals.form.weekdays')}
          options={weekdays}
          selected={form.days.map(String)}
          onChange={(days) => onChange({ days: days.map(Number) })}
        />
      )}
      {form.rhythm === 'times-a-week' && (
        <div className={css.times}>
          <NumberField
            label={t('goals.form.times')}
            value={form.times}
            min={1}
            max={7}
            step={1}
            digits={0}
            onChange={(times) => onChange({ times })}
          />
        </div>
      )}
      {isWrong && <p className={css.wrong}>{t(`goals.form.wrong.${form.rhythm === 'weekdays' ? 'days' : 'times'}`)}</p>}
    </div>
  );
};
