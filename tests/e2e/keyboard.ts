import { type ElementHandle, expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has between two of its controls. */
const MOST_STOPS = 150;

type Whether = 'focused' | 'elsewhere' | 'gone';

/** Looked for by its name once, which takes longer than a key, and again only where the page has put another in its place. */
const focusOf = (target: Locator) => {
  let element: Promise<ElementHandle | null> | null = null;
  const ask = async (): Promise<Whether> => {
    element ??= target.elementHandle({ timeout: 1000 }).catch(() => null);
    const found = await element;
    if (found === null) return 'gone';
    return found
      .evaluate((node): Whether => {
        if (!node.isConnected) return 'gone';
        return node === document.activeElement ? 'focused' : 'elsewhere';
      })
      .catch(() => 'gone');
  };
  return async (): Promise<boolean> => {
    const whether = await ask();
    if (whether === 'gone') element = null;
    return whether === 'focused';
  };
};

/** Reaches a control as a person without a mouse does, by Tab alone; fails when it cannot be reached. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await expect(target).toBeVisible();
  const hasFocus = focusOf(target);
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${String(target)}`);
};

/** Reaches a button, link or box by Tab and presses a key on it. */
export const pressOn = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press(key);
};

/** Reaches a field by Tab and types into it. */
export const typeInto = async (page: Page, target: Locator, text: string): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.type(text);
};
