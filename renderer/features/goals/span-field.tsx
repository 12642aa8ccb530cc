import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDayShort } from '#lib/format';
import { Checkbox } from '#ui/checkbox';
import { IconButton } from '#ui/icon-button';
import { DayField } from '#ui/moment-field';
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
  return (
    <div className={css.part}>
      <div className={css.span}>
        <DayField label={t('goals.form.starts')} value={form.starts} onChange={(starts) => onChange({ starts })} />
        {form.hasEnd && (
          <DayField label={t('goals.form.ends')} value={form.ends} onChange={(ends) => onChange({ ends })} />
        )}
      </div>
      <Checkbox isSelected={form.hasEnd} onChange={(hasEnd) => onChange({ hasEnd })}>
        {t('goals.form.hasEnd')}
      </Checkbox>
      {wrong.includes('starts') && <p className={css.wrong}>{t('goals.form.wrong.starts')}</p>}
      {wrong.includes('ends') && <p className={css.wrong}>{t('goals.form.wrong.ends')}</p>}
      <Pauses form={form} onChange={onChange} />
    </div>
  );
};
