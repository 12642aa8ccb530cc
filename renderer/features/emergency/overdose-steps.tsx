import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Country } from '#core/settings';
import { Card } from '#ui/card';
import { CountryQuestion } from './country-question';
import css from './emergency.module.css';
import type { ShownNumbers } from './shown-numbers';

const signs = ['wake', 'breathing', 'lips', 'pupils', 'limp', 'skin'] as const;
const steps = ['breathing', 'call', 'naloxone', 'breaths', 'stay'] as const;

type Props = {
  /** Where nobody knows a number to call, the card asks where the person is. */
  readonly numbers: ShownNumbers;
  readonly onChooseCountry: (country: Country) => void;
  readonly onOwnNumbers: (() => void) | null;
};

const CallStep = ({ numbers: { emergency, otherEmergency }, onChooseCountry, onOwnNumbers }: Props) => {
  const { t } = useTranslation();
  const title = useRef<HTMLElement>(null);
  const wasAsked = useRef(false);
  const joined = (all: readonly string[]): string => all.join(` ${t('emergency.or')} `);
  const number = joined(emergency);
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
      {otherEmergency.length > 0 && <p>{t('emergency.overdose.callOther', { number: joined(otherEmergency) })}</p>}
      {number === '' && <CountryQuestion onChoose={choose} onOwnNumbers={onOwnNumbers} />}
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
