import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Strength } from '#lib/passphrase-strength';
import css from './strength-meter.module.css';

type Measure = (passphrase: string) => Strength;

const useMeasure = (): Measure | null => {
  const [measure, setMeasure] = useState<Measure | null>(null);
  useEffect(() => {
    let gone = false;
    void import('#lib/passphrase-strength').then((module) => {
      if (!gone) setMeasure(() => module.measureStrength);
    });
    return () => {
      gone = true;
    };
  }, []);
  return measure;
};

/** How hard a passphrase is to guess: four bars, and the same in words. */
export const StrengthMeter = ({ passphrase }: { readonly passphrase: string }) => {
  const { t, i18n } = useTranslation();
  const measure = useMeasure();
  const typed = useDeferredValue(passphrase);
  const strength = measure === null || typed === '' ? null : measure(typed);
  const warningKey = `passphrase.warnings.${strength?.warning}` as 'passphrase.warnings.common';
  const warning = strength !== null && i18n.exists(warningKey) ? t(warningKey) : '';
  return (
    <div className={css.meter}>
      <div className={css.bars} data-score={strength?.score} aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <span key={bar} className={css.bar} data-on={strength !== null && bar <= strength.score ? '' : undefined} />
        ))}
      </div>
      <p className={css.words} aria-live="polite">
        {strength === null ? t('passphrase.strength.empty') : t(`passphrase.strength.${strength.score}`)}
        {warning !== '' && `. ${warning}`}
      </p>
    </div>
  );
};
