import { expect, type Page, test } from '@playwright/test';
import type { Document } from '#core/document';
import { findDocumentProblem } from '#core/document-problem';
import { pageLines } from '#tests/support/page-lines';
import { realPastes } from '#tests/support/real-pastes';
import { findings } from './axe';
import { discard, launch, type RunningApp } from './launch';

const sheet = (page: Page) => page.getByRole('textbox', { name: 'Your page' });
const menu = (page: Page) => page.getByRole('listbox', { name: 'What to put here' });

const pageOf = (page: Page): Promise<Document> =>
  sheet(page).evaluate((element) => (element as unknown as { editor: { getJSON: () => Document } }).editor.getJSON());
const expectLines = async (page: Page, lines: readonly string[]): Promise<void> =>
  expect.poll(async () => pageLines(await pageOf(page))).toEqual(lines);

const begin = async (page: Page): Promise<void> => {
  await page.evaluate(() => {
    window.location.hash = '/journal';
  });
  await page.getByRole('button', { name: /^New/ }).click();
  await expect(sheet(page)).toBeFocused();
};

/** What the page says the screen reader should read of the menu. */
const followed = (page: Page): Promise<string | null> =>
  sheet(page).evaluate((element) => {
    const id = element.getAttribute('aria-activedescendant');
    return id === null ? null : (document.getElementById(id)?.textContent ?? 'nothing there');
  });

test.describe('the editor', () => {
  let running: RunningApp;
  const requests: string[] = [];

  test.beforeAll(async () => {
    running = await launch({ args: ['--sample'] });
    running.page.on('request', (request) => requests.push(request.url()));
    await running.page.getByRole('navigation', { name: 'Pages' }).waitFor();
  });

  test.afterAll(async () => {
    await running.app.close();
    discard(running.userData);
  });

  test('puts in what a slash asks for, by the keyboard alone', async () => {
    const { page } = running;
    await begin(page);
    await page.keyboard.type('/');
    await expect(menu(page)).toBeVisible();
    expect(await followed(page)).toBe('Text');
    await page.keyboard.press('ArrowDown');
    expect(await followed(page)).toBe('Heading 1');
    await expect(page.getByText(/^Saved/).first()).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.type('check');
    await expect(menu(page).getByRole('option')).toHaveText(['Checklist']);
    await page.keyboard.press('Enter');
    await expect(menu(page)).toBeHidden();
    expect(await followed(page)).toBeNull();
    await page.keyboard.press('Control+z');
    await expectLines(page, ['p /check']);
    await expect(menu(page)).toBeHidden();
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.type('tea');
    await expectLines(page, ['[ ] tea']);
  });

  test('leaves the typed words on Escape, and in words and addresses', async () => {
    const { page } = running;
    await begin(page);
    await page.keyboard.type('/quo');
    await expect(menu(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu(page)).toBeHidden();
    await expect(sheet(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.type('and/or https://example.org/a ');
    await expect(menu(page)).toBeHidden();
    await page.keyboard.type('/line');
    await menu(page).getByRole('option', { name: 'Line across' }).click();
    await expectLines(page, [
      'p /quo',
      'p and/or [https://example.org/a](https://example.org/a)',
      'horizontalRule',
      'p',
    ]);
  });

  test('has room for the menu in the smallest window with the largest text, and at the end of a long page', async () => {
    const { app, page } = running;
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '24px'));
    await begin(page);
    for (let line = 0; line < 12; line += 1) await page.keyboard.press('Enter');
    await page.keyboard.type('/');
    await expect(menu(page)).toBeVisible();
    const box = await menu(page).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(600);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(900);
    await page.screenshot({ path: 'out/playwright/slash-small.png' });
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  });

  test('shows nothing but the words in focus, says how they are saved, and comes back on Escape', async () => {
    const { page } = running;
    await begin(page);
    await page.keyboard.press('Control+Shift+F');
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
    await expect(page.getByRole('toolbar', { name: 'Form' })).toBeHidden();
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Delete the entry' })).toBeHidden();
    await expect(sheet(page)).toBeFocused();
    await page.keyboard.type('Only this.');
    await expect(page.getByText('Saved · 2 words').first()).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.screenshot({ path: 'out/playwright/alone.png' });
    // Another page has its rail; coming back, the words are alone again.
    await page.getByRole('button', { name: 'Show everything again' }).focus();
    await page.keyboard.press('1');
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
    await sheet(page).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
    await expect(sheet(page)).toBeFocused();
  });

  test('makes a link of the chosen words by the keys', async () => {
    const { page } = running;
    await begin(page);
    await page.keyboard.type('read this');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await expect(page.getByText(/1 of 2 words/).first()).toBeVisible();
    await page.keyboard.press('Control+Shift+K');
    await expect(page.getByRole('textbox', { name: 'Address' })).toBeFocused();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.type('example.org');
    await page.keyboard.press('Enter');
    await expect(sheet(page)).toBeFocused();
    await expectLines(page, ['p read [this](https://example.org)']);
  });

  test('goes from entry to entry by Alt and the arrows', async () => {
    const { page } = running;
    await page.evaluate(() => {
      window.location.hash = '/journal';
    });
    const place = () => page.evaluate(() => window.location.hash);
    await page.getByRole('option').nth(3).click();
    await sheet(page).click();
    const first = await place();
    const words = await sheet(page).innerText();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(place).not.toBe(first);
    // The address goes ahead of the page.
    await expect.poll(() => sheet(page).innerText()).not.toBe(words);
    await expect(sheet(page)).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(place).toBe(first);
    await page.getByRole('button', { name: 'The entry before' }).press('Enter');
    await expect.poll(place).not.toBe(first);
    await expect(page.getByRole('button', { name: 'The entry before' })).toBeFocused();
  });

  test(`keeps the words of ${realPastes.length} real pastes, in their form, and fetches nothing`, async () => {
    const { page } = running;
    await begin(page);
    for (const { from, html, page: lines } of realPastes) {
      await sheet(page).evaluate((element, text) => {
        const { editor } = element as unknown as { editor: { commands: { clearContent: () => void } } };
        editor.commands.clearContent();
        const data = new DataTransfer();
        data.setData('text/html', text);
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      }, html);
      const pasted = await pageOf(page);
      expect.soft(pageLines(pasted), from).toEqual(lines.map((line) => line.trimEnd()));
      expect.soft(findDocumentProblem(pasted), from).toBeNull();
    }
    expect(requests.filter((url) => !url.startsWith('app://ebb/'))).toEqual([]);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });
});
