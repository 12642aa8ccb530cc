import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '#lib/client';
import { useCountry } from '#lib/country';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Page } from '#ui/page';
import { CountrySelect } from './country-question';
import css from './emergency.module.css';
import { EmergencyCard } from './emergency-card';
import type { OwnPerson } from './suicide-card';

/** The card with its title, country and print button; the same locked and open. */
export const EmergencyView = ({ person }: { readonly person: OwnPerson | null }) => {
  const { t } = useTranslation();
  const { country, choose } = useCountry();
  const actions = (
    <div className={css.actions}>
      {country !== null && (
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
      <EmergencyCard country={country} onChooseCountry={choose} person={person} />
    </Page>
  );
};

/** Help inside the open journal; the person's own contact comes first. */
export const EmergencyPage = () => {
  const { data: profile } = useCallQuery('profile.get', {});
  const phone = profile?.personPhone.trim() ?? '';
  return <EmergencyView person={phone === '' ? null : { name: profile?.personName.trim() ?? '', phone }} />;
};
