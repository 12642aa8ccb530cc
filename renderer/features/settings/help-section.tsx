import { useTranslation } from 'react-i18next';
import { type Country, countries } from '#core/settings';
import { useCountry } from '#lib/country';
import { useCallQuery } from '#lib/query-client';
import { Card } from '#ui/card';
import { ErrorState } from '#ui/error-state';
import { Select } from '#ui/select';
import { OwnNumbersForm } from './own-numbers-form';
import { PeopleForm } from './people-form';
import { SettingRow } from './setting-row';
import css from './settings.module.css';

const CountryRow = () => {
  const { t } = useTranslation();
  const { chosen, byRegion, choose } = useCountry();
  const system =
    byRegion === null
      ? t('settings.help.bySystemUnknown')
      : t('settings.help.bySystem', { country: t(`emergency.countries.${byRegion}`) });
  const options = [
    { id: 'system' as const, label: system },
    ...countries.map((id) => ({ id, label: t(`emergency.countries.${id}`) })),
  ];
  return (
    <SettingRow title={t('settings.help.country')} more={t('settings.help.more')}>
      <Select<Country | 'system'>
        label={t('settings.help.country')}
        hideLabel
        options={options}
        value={chosen ?? 'system'}
        onChange={(id) => choose(id === 'system' ? null : id)}
      />
    </SettingRow>
  );
};

/** Whose numbers the emergency card shows: the country's, and first of all the person's own. */
export const HelpSection = () => {
  const { t } = useTranslation();
  const device = useCallQuery('device.get', {});
  return (
    <Card title={t('settings.help.title')}>
      <CountryRow />
      <SettingRow title={t('settings.help.own')} more={t('settings.help.ownMore')} />
      {device.isError && <ErrorState code={device.error.code} onRetry={() => void device.refetch()} />}
      {device.data !== undefined && <OwnNumbersForm saved={device.data} />}
      <div className={css.next}>
        <SettingRow title={t('settings.help.people')} more={t('settings.help.peopleMore')} />
        <PeopleForm />
      </div>
    </Card>
  );
};
