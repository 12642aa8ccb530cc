import type { Country, DeviceSettings } from '#core/settings';
import { defaultDeviceSettings } from '#core/settings';
import { useCallQuery, useCommand } from './query-client';
import { tellFailure } from './tell-failure';

const memberStates = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const own: readonly string[] = ['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'IN'] satisfies Country[];

/** The country whose numbers fit a region (ISO 3166), or null where Ebb has none for it. */
export const countryOfRegion = (region: string): Country | null => {
  const code = region.toUpperCase();
  if (own.includes(code)) return code as Country;
  return memberStates.includes(code) ? 'EU' : null;
};

/**
 * Whose emergency numbers are shown: those of the country the person chose, or of the system's region. Null where
 * neither gives one: a wrong number costs more time than none, so nothing is guessed.
 */
export const useCountry = () => {
  const device = useCallQuery('device.get', {}).data ?? defaultDeviceSettings;
  const about = useCallQuery('shell.about', {}).data;
  const save = useCommand('device.save');
  const byRegion = countryOfRegion(about?.country ?? '');
  const choose = (country: DeviceSettings['country']): void =>
    save.mutate({ country }, { onError: ({ code }) => tellFailure(code) });
  return { country: device.country ?? byRegion, chosen: device.country, byRegion, choose };
};
