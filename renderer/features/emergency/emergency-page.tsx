import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { countries } from '#core/settings';
import { call } from '#lib/client';
import { useCountry } from '#lib/country';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Page } from '#ui/page';
import { Select } from '#ui/select';
import css from './emergency.module.css';
import { EmergencyCard, type OwnPerson } from './emergency-card';

/** The card with its title, country and print button; the same locked and open. */
export const EmergencyView = ({ person }: { readonly person: OwnPerson | null }) => {
  const { t } = useTranslation();
  const { country, choose } = useCountry();
  const options = countries.map((id) => ({ id, label: t(`emergency.countries.${id}`) }));
  const actions = (
    <div className={css.actions}>
      <Select label={t('emergency.country')} hideLabel options={options} value={country} onChange={choose} />
      <Button variant="ghost" icon={Printer} onPress={() => void call('shell.print', {})}>
        {t('emergency.print')}
      </Button>
    </div>
  );
  return (
    <Page title={t('emergency.title')} kicker={t('emergency.lead')} actions={actions}>
      <EmergencyCard country={country} person={person} />
    </Page>
  );
};

/** Help inside the open journal; the person's own contact comes first. */
export const EmergencyPage = () => {
  const { data: profile } = useCallQuery('profile.get', {});
  const phone = profile?.personPhone.trim() ?? '';
  return <EmergencyView person={phone === '' ? null : { name: profile?.personName.trim() ?? '', phone }} />;
};
