import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDayShort } from '#lib/format';
import { Checkbox } from '#ui/checkbox';
import { DayField } from '#ui/day-field';
import { IconButton } from '#ui/icon-button';
import type { GoalField, GoalForm } from './goal-form';
import css from './goal-form.module.css';

type Props = {
  readonly form: GoalForm;
  readonly onChange: (form: Partial<GoalForm>) => void;
  readonly wrong: readonly GoalField[];
};

const Pauses = ({ form, onChange }: Omit<Props, 'wrong'>) => {
  const { t } = useTranslation();
  if (form.pauses.length === 0) return null;
  return (
    <div className={css.part}>
      <span className={css.label}>{t('goals.form.pauses')}</span>
      <ul>
        {form.pauses.map((pause) => {
          const from = formatDayShort(pause.from);
          const words =
            pause.to === null
              ? t('goals.form.pauseSince', { from })
              : t('goals.form.pauseSpan', { from, to: formatDayShort(pause.to) });
          return (
            <li key={pause.from} className={css.pause}>
              {words}
              <IconButton
                name={t('ui.remove', { label: words })}
                icon={X}
                onPress={() => onChange({ pauses: form.pauses.filter((other) => other !== pause) })}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
};

/** From when to when, and the pauses so far. */
export const SpanField = ({ form, onChange, wrong }: Props) => {
  const { t } = useTranslation();
  const errorOf = (field: 'starts' | 'ends'): string | undefined =>
    wrong.includes(field) ? t(`goals.form.wrong.${field}`) : undefined;
  return (
    <div className={css.part}>
      <div className={css.span}>
        <DayField
          label={t('goals.form.starts')}
          value={form.starts}
          onChange={(starts) => onChange({ starts })}
          error={errorOf('starts')}
        />
        {form.hasEnd && (
          <DayField
            label={t('goals.form.ends')}
            value={form.ends}
            onChange={(ends) => onChange({ ends })}
            error={errorOf('ends')}
          />
        )}
      </div>
      <Checkbox isSelected={form.hasEnd} onChange={(hasEnd) => onChange({ hasEnd })}>
        {t('goals.form.hasEnd')}
      </Checkbox>
      <Pauses form={form} onChange={onChange} />
    </div>
  );
};
