import type { DeviceSettings } from '#core/settings';
import { createStore } from './store';

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
/** Beside the rail there is little more than a column of words. */
const NARROW_REM = 44;
let textSize = 100;

/** Whether the window is small, low or narrow: what stands above the page then takes one line, so that the page has room. */
export const isCramped = createStore(false);

/**
 * Says on the root how much room there is. Styles do not ask by themselves: a media query knows nothing of the text size, and
 * with a container of a dialog's size Chromium 130 painted nothing of some dialogs, nor of what was behind them.
 */
const measure = (): void => {
  const inRem = (length: number): number => length / ((16 * textSize) / 100);
  const height = inRem(window.innerHeight);
  const { dataset } = document.documentElement;
  if (height < SMALL_REM) dataset.height = height < LOW_REM ? 'low' : 'small';
  else delete dataset.height;
  isCramped.write(height < SMALL_REM || inRem(window.innerWidth) < NARROW_REM);
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
