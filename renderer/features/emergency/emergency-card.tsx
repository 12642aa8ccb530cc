import { useTranslation } from 'react-i18next';
import type { Country } from '#core/settings';
import { Card } from '#ui/card';
import css from './emergency.module.css';
import { EmergencySources } from './emergency-sources';
import { OverdoseSteps } from './overdose-steps';
import type { OwnPerson } from './own-people';
import { numbersFor, type OwnNumbers } from './shown-numbers';
import { SuicideCard } from './suicide-card';

type Props = {
  /** Null where nobody knows. */
  readonly country: Country | null;
  readonly onChooseCountry: (country: Country) => void;
  readonly own: OwnNumbers;
  /** The person's own contacts; always before every line. */
  readonly people: readonly OwnPerson[];
  /** Leads to where own numbers are put in; null while the journal is locked. */
  readonly onOwnNumbers: (() => void) | null;
};

const toleranceRules = ['alone', 'naloxone', 'smaller', 'fentanyl'] as const;
const redFlags = ['fluids', 'chest', 'confusion', 'fits', 'pregnancy', 'alcohol'] as const;

const ToleranceCard = () => {
  const { t } = useTranslation();
  return (
    <Card title={t('emergency.tolerance.title')}>
      <div className={css.words}>
        <p>{t('emergency.tolerance.lead')}</p>
        <ul className={css.list}>
          {toleranceRules.map((rule) => (
            <li key={rule} className={css.strong}>
              {t(`emergency.tolerance.${rule}`)}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
};

const WithdrawalCard = ({ number }: { readonly number: string | undefined }) => {
  const { t } = useTranslation();
  return (
    <Card title={t('emergency.withdrawal.title')}>
      <div className={css.words}>
        <ul className={css.list}>
          {redFlags.map((flag) => (
            <li key={flag}>{t(`emergency.withdrawal.${flag}`)}</li>
          ))}
        </ul>
        <p>{number === undefined ? t('emergency.withdrawal.callLocal') : t('emergency.withdrawal.call', { number })}</p>
      </div>
    </Card>
  );
};

/** What to do, in the order in which it saves lives (docs/care.md, "The emergency card"). */
export const EmergencyCard = ({ country, onChooseCountry, own, people, onOwnNumbers }: Props) => {
  const numbers = numbersFor(country, own);
  return (
    <div className={css.columns}>
      <OverdoseSteps numbers={numbers} onChooseCountry={onChooseCountry} onOwnNumbers={onOwnNumbers} />
      <div className={css.column}>
        <SuicideCard numbers={numbers} people={people} onOwnNumbers={onOwnNumbers} />
        <ToleranceCard />
        <WithdrawalCard number={numbers.emergency[0]} />
      </div>
      <EmergencySources
        countries={country === null ? [] : [country]}
        withOwn={own.ownEmergencyNumber !== '' || own.ownCrisisLine !== ''}
      />
    </div>
  );
};
