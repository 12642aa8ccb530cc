import { useTranslation } from 'react-i18next';
import type { Country } from '#core/settings';
import { Card } from '#ui/card';
import { crisisNumbers } from './crisis-numbers';
import css from './emergency.module.css';
import { EmergencySources } from './emergency-sources';
import { OverdoseSteps } from './overdose-steps';
import { PhoneNumber } from './phone-number';

export type OwnPerson = { readonly name: string; readonly phone: string };

type Props = {
  readonly country: Country;
  /** The person's own contact; always before ours. */
  readonly person: OwnPerson | null;
};

const toleranceRules = ['alone', 'naloxone', 'smaller', 'fentanyl'] as const;
const redFlags = ['fluids', 'chest', 'confusion', 'fits', 'pregnancy', 'alcohol'] as const;

/** What to do, in the order in which it saves lives (design/care.md, "Emergency card"). */
export const EmergencyCard = ({ country, person }: Props) => {
  const { t } = useTranslation();
  const { emergency, crisisLine } = crisisNumbers[country];
  const [first] = emergency;
  return (
    <div className={css.columns}>
      <OverdoseSteps emergency={emergency.map(({ number }) => number)} />
      <div className={css.column}>
        <Card title={t('emergency.suicide.title')}>
          <div className={css.words}>
            <p className={css.spoken}>{t('emergency.suicide.matters')}</p>
            <p>{t('emergency.suicide.callSomeone')}</p>
            {person !== null && (
              <PhoneNumber
                label={
                  person.name === ''
                    ? t('emergency.suicide.ownUnnamed')
                    : t('emergency.suicide.own', { name: person.name })
                }
                numbers={[person.phone]}
              />
            )}
            {crisisLine !== null && <PhoneNumber label={t('emergency.suicide.line')} numbers={[crisisLine.number]} />}
            <PhoneNumber
              label={t(crisisLine === null ? 'emergency.suicide.noLine' : 'emergency.suicide.danger')}
              numbers={emergency.map(({ number }) => number)}
            />
          </div>
        </Card>
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
        <Card title={t('emergency.withdrawal.title')}>
          <div className={css.words}>
            <ul className={css.list}>
              {redFlags.map((flag) => (
                <li key={flag}>{t(`emergency.withdrawal.${flag}`)}</li>
              ))}
            </ul>
            <p>{t('emergency.withdrawal.call', { number: first.number })}</p>
          </div>
        </Card>
      </div>
      <EmergencySources country={country} />
    </div>
  );
};
