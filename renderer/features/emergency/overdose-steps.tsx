import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Country } from '#core/settings';
import { Card } from '#ui/card';
import { CountryQuestion } from './country-question';
import css from './emergency.module.css';

const signs = ['wake', 'breathing', 'lips', 'pupils', 'limp', 'skin'] as const;
const steps = ['breathing', 'call', 'naloxone', 'breaths', 'stay'] as const;

type Props = {
  /** Empty where Ebb knows no number; then it asks where the person is. */
  readonly emergency: readonly string[];
  readonly onChooseCountry: (country: Country) => void;
};

const CallStep = ({ emergency, onChooseCountry }: Props) => {
  const { t } = useTranslation();
  const title = useRef<HTMLElement>(null);
  const wasAsked = useRef(false);
  const number = emergency.join(` ${t('emergency.or')} `);
  useEffect(() => {
    // The question is gone with its answer: whoever answered it goes on at the number.
    if (number !== '' && wasAsked.current) title.current?.focus();
  }, [number]);
  const choose = (country: Country): void => {
    wasAsked.current = true;
    onChooseCountry(country);
  };
  return (
    <>
      <strong ref={title} tabIndex={-1} className={css.callStep}>
        {number === '' ? t('emergency.overdose.callLocal') : t('emergency.overdose.call', { number })}
      </strong>
      <p>{t('emergency.overdose.callMore')}</p>
      {number === '' && <CountryQuestion onChoose={choose} />}
    </>
  );
};

const PlainStep = ({ step }: { readonly step: Exclude<(typeof steps)[number], 'call'> }) => {
  const { t } = useTranslation();
  return (
    <>
      <strong className={css.stepTitle}>{t(`emergency.overdose.${step}`)}</strong>
      <p>{t(`emergency.overdose.${step}More`)}</p>
    </>
  );
};

/** Five steps in order, and the signs to know it by. */
export const OverdoseSteps = (props: Props) => {
  const { t } = useTranslation();
  return (
    <Card tone="help" title={<span className={css.cardTitle}>{t('emergency.overdose.title')}</span>}>
      <ol className={css.steps}>
        {steps.map((step, index) => (
          <li key={step} className={css.step}>
            <span className={css.marker} aria-hidden>
              {index + 1}
            </span>
            <div className={css.stepWords}>{step === 'call' ? <CallStep {...props} /> : <PlainStep step={step} />}</div>
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
