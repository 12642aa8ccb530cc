import { afterEach, expect, it } from 'vitest';
import { applyAppearance } from '#lib/appearance';

const before = window.innerHeight;

const resizeTo = (height: number): void => {
  window.innerHeight = height;
  window.dispatchEvent(new Event('resize'));
};

afterEach(() => {
  applyAppearance({ theme: 'light', textSize: 100 });
  resizeTo(before);
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
