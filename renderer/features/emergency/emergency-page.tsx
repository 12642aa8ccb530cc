import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { call } from '#lib/client';
import { useCountry } from '#lib/country';
import { useDevice } from '#lib/device';
import { requestIntent } from '#lib/intents';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Page } from '#ui/page';
import { CountrySelect } from './country-question';
import css from './emergency.module.css';
import { EmergencyCard } from './emergency-card';
import { type OwnPerson, ownPeople } from './own-people';

type Props = {
  readonly people: readonly OwnPerson[];
  /** Leads to where own numbers are put in; null while the journal is locked. */
  readonly onOwnNumbers: (() => void) | null;
};

/** The card with its title, country and print button; the same locked and open. */
export const EmergencyView = ({ people, onOwnNumbers }: Props) => {
  const { t } = useTranslation();
  const { country, choose } = useCountry();
  const { device } = useDevice();
  const isAsked = country === null && device.ownEmergencyNumber === '';
  const actions = (
    <div className={css.actions}>
      {!isAsked && (
        <div className={css.country}>
          <CountrySelect label={t('emergency.country')} country={country} hideLabel onChoose={choose} />
        </div>
      )}
      <Button variant="ghost" icon={Printer} onPress={() => void call('shell.print', {})}>
        {t('emergency.print')}
      </Button>
    </div>
  );
  return (
    <Page title={t('emergency.title')} kicker={t('emergency.lead')} actions={actions}>
      <EmergencyCard
        country={country}
        onChooseCountry={choose}
        own={device}
        people={people}
        onOwnNumbers={onOwnNumbers}
      />
    </Page>
  );
};

/** Help inside the open journal; the person's own contacts come first. */
export const EmergencyPage = () => {
  const { data: profile } = useCallQuery('profile.get', {});
  const [, navigate] = useLocation();
  const toOwnNumbers = (): void => {
    navigate('/settings');
    requestIntent('own-numbers');
  };
  return <EmergencyView people={profile === undefined ? [] : ownPeople(profile)} onOwnNumbers={toOwnNumbers} />;
};
