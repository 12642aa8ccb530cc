import type { DeviceSettings } from '#core/settings';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
let theme: DeviceSettings['theme'] = 'system';

const paint = (): void => {
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
};
systemIsDark.addEventListener('change', paint);

/** Puts theme and text size on the whole window. Sizes are in rem, so the root's font size scales everything. */
export const applyAppearance = (settings: Pick<DeviceSettings, 'theme' | 'textSize'>): void => {
  theme = settings.theme;
  paint();
  document.documentElement.style.fontSize = `${settings.textSize}%`;
};
