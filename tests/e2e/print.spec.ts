import { expect, type Page, test } from '@playwright/test';
import { discard, launch } from './launch';

/** Every token of the look with its value as the page has it now. */
const tokens = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    const rulesIn = (rules: CSSRuleList): CSSRule[] =>
      [...rules].flatMap((rule) => (rule instanceof CSSMediaRule ? rulesIn(rule.cssRules) : [rule]));
    const names = [...document.styleSheets]
      .flatMap((sheet) => rulesIn(sheet.cssRules))
      .flatMap((rule) =>
        rule instanceof CSSStyleRule && rule.selectorText.startsWith(':root') ? [...rule.style] : [],
      );
    return Object.fromEntries(
      ['color-scheme', ...names.filter((name) => name.startsWith('--'))].map((name) => [
        name,
        root.getPropertyValue(name),
      ]),
    );
  });

const inTheme = async (page: Page, theme: 'light' | 'dark'): Promise<Record<string, string>> => {
  await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
  return tokens(page);
};

test('what is printed looks the same from the dark theme as from the light one', async () => {
  const { app, page, userData } = await launch();
  await page.getByRole('button', { name: 'Make my journal' }).waitFor();
  const shown = await inTheme(page, 'light');
  expect((await inTheme(page, 'dark'))['--mood-1']).not.toBe(shown['--mood-1']);
  await page.emulateMedia({ media: 'print' });
  const printed = await inTheme(page, 'light');
  expect(await inTheme(page, 'dark')).toEqual(printed);
  expect(printed['--mood-1']).toBe(shown['--mood-1']);
  expect(printed['--paper']).toMatch(/^#fff(fff)?$/);
  await app.close();
  discard(userData);
});
