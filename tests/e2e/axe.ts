import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const themes = ['light', 'dark'] as const;

/** Ends what is only on its way in: half faded in, a word has no contrast. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    }
  });

/** What axe finds on the page as it stands, in both themes: rule, theme and the first places. */
export const findings = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  for (const theme of themes) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    await settle(page);
    // Its usual way opens a page of its own, which this app does not allow.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    found.push(
      ...violations.map(
        ({ id, nodes }) =>
          `${theme}: ${id}: ${nodes
            .slice(0, 3)
            .map(({ target }) => target.join(' '))
            .join(' | ')}`,
      ),
    );
  }
  return found;
};
