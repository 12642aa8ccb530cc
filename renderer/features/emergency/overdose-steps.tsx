import { useTranslation } from 'react-i18next';
import { Card } from '#ui/card';
import css from './emergency.module.css';

const signs = ['wake', 'breathing', 'lips', 'pupils', 'limp', 'skin'] as const;
const steps = ['breathing', 'call', 'naloxone', 'breaths', 'stay'] as const;

/** Five steps in order, and the signs to know it by. */
export const OverdoseSteps = ({ emergency }: { readonly emergency: readonly string[] }) => {
  const { t } = useTranslation();
  const number = emergency.join(` ${t('emergency.or')} `);
  return (
    <Card tone="help" title={<span className={css.cardTitle}>{t('emergency.overdose.title')}</span>}>
      <ol className={css.steps}>
        {steps.map((step, index) => (
          <li key={step} className={css.step}>
            <span className={css.marker} aria-hidden>
              {index + 1}
            </span>
            <div className={css.stepWords}>
              <strong className={step === 'call' ? css.callStep : css.stepTitle}>
                {t(`emergency.overdose.${step}`, { number })}
              </strong>
              <p>{t(`emergency.overdose.${step}More`)}</p>
            </div>
          </li>
        ))}
      </ol>
      <h3 className={css.signsTitle}>{t('emergency.signs.title')}</h3>
      <ul className={css.list}>
        {signs.map((sign) => (
          <li key={sign}>{t(`emergency.signs.${sign}`)}</li>
        ))}
      </ul>
    </Card>
  );
};
