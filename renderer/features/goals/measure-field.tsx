import { useTranslation } from 'react-i18next';
import { AmountField } from '#ui/amount-field';
import { Segmented } from '#ui/segmented';
import { TextField } from '#ui/text-field';
import type { GoalForm } from './goal-form';
import css from './goal-form.module.css';

export type PartProps = {
  readonly form: GoalForm;
  readonly onChange: (form: Partial<GoalForm>) => void;
  readonly isWrong: boolean;
};

/** What counts as done: simply yes, or an amount of something. */
export const MeasureField = ({ form, onChange, isWrong }: PartProps) => {
  const { t } = useTranslation();
  return (
    <div className={css.part}>
      <span className={css.label} aria-hidden>
        {t('goals.form.kind')}
      </span>
      <Segmented
        label={t('goals.form.kind')}
        options={[
          { id: 'yes-no', label: t('goals.form.kinds.yes-no') },
          { id: 'amount', label: t('goals.form.kinds.amount') },
        ]}
        value={form.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {form.kind === 'amount' && (
        <div className={css.amount}>
          <div className={css.part}>
            <span className={css.label} aria-hidden>
              {t('goals.form.target')}
            </span>
            <AmountField
              label={t('goals.form.target')}
              value={form.target}
              onChange={(target) => onChange({ target })}
            />
          </div>
          <TextField
            label={t('goals.form.unit')}
            placeholder={t('goals.form.unitExample')}
            value={form.unit}
            maxLength={40}
            onChange={(unit) => onChange({ unit })}
          />
        </div>
      )}
      {isWrong && <p className={css.wrong}>{t('goals.form.wrong.measure')}</p>}
    </div>
  );
};
