import type { DeviceSettings } from '#core/settings';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
let theme: DeviceSettings['theme'] = 'system';

const paint = (): void => {
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
};
systemIsDark.addEventListener('change', paint);

/** Windows of less than so many rem are "small" or "low": larger text counts as a lower window does. */
const SMALL_REM = 42;
const LOW_REM = 32;
let textSize = 100;

/**
 * Says on the root how much room there is. Styles do not ask by themselves: a media query knows nothing of the text size, and
 * with a container of a dialog's size Chromium 130 painted nothing of some dialogs, nor of what was behind them.
 */
const measure = (): void => {
  const rem = window.innerHeight / ((16 * textSize) / 100);
  const { dataset } = document.documentElement;
  if (rem < SMALL_REM) dataset.height = rem < LOW_REM ? 'low' : 'small';
  else delete dataset.height;
};
window.addEventListener('resize', measure);

/** Puts theme and text size on the whole window. Sizes are in rem, so the root's font size scales everything. */
export const applyAppearance = (settings: Pick<DeviceSettings, 'theme' | 'textSize'>): void => {
  theme = settings.theme;
  paint();
  textSize = settings.textSize;
  document.documentElement.style.fontSize = `${textSize}%`;
  measure();
};
