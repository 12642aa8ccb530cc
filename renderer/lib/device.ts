import { type DeviceSettings, defaultDeviceSettings } from '#core/settings';
import { useCallQuery, useCommand } from './query-client';

/** The settings of this computer, and a way to change some of them. */
export const useDevice = () => {
  const device = useCallQuery('device.get', {}).data ?? defaultDeviceSettings;
  const save = useCommand('device.save');
  return { device, error: save.error, change: (part: Partial<DeviceSettings>): void => save.mutate(part) };
};
