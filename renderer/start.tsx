import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import '#lib/i18n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { defaultDeviceSettings } from '#core/settings';
import { applyAppearance } from '#lib/appearance';
import { call } from '#lib/client';
import { setRegion } from '#lib/format';
import { queryClient, queryKeyOf } from '#lib/query-client';
import { App } from './app';

/** Puts the app into the window. */
export const start = async (): Promise<void> => {
  // Both are answered by the shell within a millisecond; waiting for them spares a flash of the wrong theme and number.
  const [device, about] = await Promise.all([call('device.get', {}), call('shell.about', {})]);
  if (device.ok) queryClient.setQueryData(queryKeyOf('device.get', {}), device.value);
  if (about.ok) queryClient.setQueryData(queryKeyOf('shell.about', {}), about.value);
  applyAppearance(device.ok ? device.value : defaultDeviceSettings);
  setRegion(about.ok ? about.value.region : '');
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
};
