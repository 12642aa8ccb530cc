import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import '#lib/i18n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Result } from '#core/result';
import { type About, type DeviceSettings, defaultDeviceSettings } from '#core/settings';
import type { VaultStatus } from '#core/vault-status';
import { applyAppearance } from '#lib/appearance';
import { setRegion } from '#lib/format';
import { queryClient, queryKeyOf } from '#lib/query-client';
import { App } from './app';

type Answers = readonly [Result<DeviceSettings>, Result<About>, Result<VaultStatus>];

/** Puts the app into the window; with the answers at hand it neither flashes a wrong theme nor draws anything twice. */
export const start = ([device, about, status]: Answers): void => {
  if (device.ok) queryClient.setQueryData(queryKeyOf('device.get', {}), device.value);
  if (about.ok) queryClient.setQueryData(queryKeyOf('shell.about', {}), about.value);
  if (status.ok) queryClient.setQueryData(queryKeyOf('vault.status', {}), status.value);
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
