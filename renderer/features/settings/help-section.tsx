import { useTranslation } from 'react-i18next';
import { type Country, countries } from '#core/settings';
import { useCountry } from '#lib/country';
import { Card } from '#ui/card';
import { Select } from '#ui/select';
import { SettingRow } from './setting-row';

/** Whose emergency numbers are shown. */
export const HelpSection = () => {
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
    <Card title={t('settings.help.title')}>
      <SettingRow title={t('settings.help.country')} more={t('settings.help.more')}>
        <Select<Country | 'system'>
          label={t('settings.help.country')}
          hideLabel
          options={options}
          value={chosen ?? 'system'}
          onChange={(id) => choose(id === 'system' ? null : id)}
        />
      </SettingRow>
    </Card>
  );
};
