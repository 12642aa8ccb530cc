import { afterEach, expect, it } from 'vitest';
import { applyAppearance, isCramped } from '#lib/appearance';

const before = [window.innerHeight, window.innerWidth] as const;

const resizeTo = (height: number, width = 1440): void => {
  window.innerHeight = height;
  window.innerWidth = width;
  window.dispatchEvent(new Event('resize'));
};

afterEach(() => {
  applyAppearance({ theme: 'light', textSize: 100 });
  resizeTo(...before);
});

it.each([
  [900, 100, undefined],
  [600, 100, 'small'],
  [500, 100, 'low'],
  [600, 150, 'low'],
  [900, 150, 'small'],
  [1100, 150, undefined],
] as const)('a window of %i px with text of %i %% is %s', (height, textSize, said) => {
  resizeTo(height);
  applyAppearance({ theme: 'light', textSize });
  expect(document.documentElement.dataset.height).toBe(said);
  resizeTo(2000);
  expect(document.documentElement.dataset.height).toBeUndefined();
  resizeTo(height);
  expect(document.documentElement.dataset.height).toBe(said);
});

it.each([
  [900, 1440, 100, false],
  [600, 1440, 100, true],
  [900, 1440, 150, true],
  [1200, 900, 100, false],
  [1200, 900, 150, true],
] as const)(
  'a window %i px high and %i wide with text of %i %% has little room: %s',
  (height, width, textSize, said) => {
    resizeTo(height, width);
    applyAppearance({ theme: 'light', textSize });
    expect(isCramped.read()).toBe(said);
  },
);
