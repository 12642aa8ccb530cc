import { useTranslation } from 'react-i18next';
import { useDevice } from '#lib/device';
import { Card } from '#ui/card';
import { NumberField } from '#ui/number-field';
import { Segmented } from '#ui/segmented';
import { SettingRow } from './setting-row';

const themes = ['system', 'light', 'dark'] as const;

/** Light or dark, and how large everything is. */
export const AppearanceSection = () => {
  const { t } = useTranslation();
  const { device, change } = useDevice();
  const options = themes.map((id) => ({ id, label: t(`settings.appearance.${id}`) }));
  return (
    <Card title={t('settings.appearance.title')}>
      <SettingRow title={t('settings.appearance.theme')}>
        <Segmented
          label={t('settings.appearance.theme')}
          options={options}
          value={device.theme}
          onChange={(theme) => change({ theme })}
        />
      </SettingRow>
      <SettingRow title={t('settings.appearance.textSize')} more={t('settings.appearance.textSizeMore')}>
        <NumberField
          label={t('settings.appearance.textSize')}
          hideLabel
          value={device.textSize}
          onChange={(textSize) => textSize !== null && change({ textSize: Math.round(textSize) })}
          min={90}
          max={150}
          step={10}
          digits={0}
          unit={t('settings.appearance.unit')}
        />
      </SettingRow>
    </Card>
  );
};
