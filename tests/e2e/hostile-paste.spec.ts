import { readdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { findDocumentProblem } from '#core/document-problem';
import type { HostilePaste } from '#tests/support/hostile-paste';
import { hostilePastes } from '#tests/support/hostile-pastes';
import { noteFault } from '#tests/support/how-often';
import { discard } from './launch';
import { launchOpen } from './made-journal';
import { lock } from './main-job';

/** What the page is besides the words in it: nothing of this may change. */
const stateOf = (page: Page) =>
  page.evaluate(() => {
    const outside = [...document.querySelectorAll('script, style, link, meta, base, iframe, object, form, title')];
    return {
      globals: Object.getOwnPropertyNames(window)
        .filter((name) => !/^\d+$/.test(name))
        .sort(),
      prototypes: [Object.prototype, Array.prototype, Element.prototype].map((one) => Object.getOwnPropertyNames(one)),
      outside: outside.map((element) => element.outerHTML),
      rootClass: [document.documentElement.className, document.body.className],
      place: location.href,
      title: document.title,
      cookies: document.cookie,
      stored: [localStorage.length, sessionStorage.length],
    };
  });

/** Pastes each into the empty page and reports what the page then holds. */
const pasteAll = (page: Page, pastes: readonly HostilePaste[]) =>
  page.getByRole('textbox', { name: 'Your page' }).evaluate(async (sheet, all) => {
    const { editor } = sheet as unknown as {
      editor: { getJSON: () => unknown; commands: { clearContent: () => void } };
    };
    const allowed = 'p h2 h3 h4 ul ol li blockquote hr br strong em a label input div span'.split(' ');
    const known = /^(href|class|dir|data-type|data-checked|type|checked|aria-label|contenteditable|start|level)$/;
    // What a screen reader hears of a check box is hidden from sight.
    const isOwn = (element: Element, name: string): boolean => name === 'style' && element.matches('label > span');
    const strangers = (): string[] =>
      [...sheet.querySelectorAll('*')].flatMap((element) =>
        element.matches('.ProseMirror-separator, .ProseMirror-trailingBreak')
          ? []
          : [
              ...(allowed.includes(element.localName) ? [] : [element.localName]),
              ...element.getAttributeNames().filter((name) => !known.test(name) && !isOwn(element, name)),
            ],
      );
    const seen: { what: string; doc: unknown; strangers: string[]; empty: boolean }[] = [];
    for (const { what, type, text } of all) {
      editor.commands.clearContent();
      const data = new DataTransfer();
      data.setData(type, text);
      sheet.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve));
      seen.push({ what, doc: editor.getJSON(), strangers: strangers(), empty: sheet.textContent === '' });
    }
    return seen;
  }, pastes);

test(`of ${hostilePastes.length} hostile pastes none runs, loads, leaves the page or breaks it`, async () => {
  test.setTimeout(300_000);
  expect(hostilePastes.length).toBeGreaterThanOrEqual(240);
  const { app, page, userData, problems } = await launchOpen();
  const requests: string[] = [];
  const dialogs: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Your page' })).toBeFocused();
  const before = await stateOf(page);
  const files = readdirSync(userData).sort();

  const seen = await pasteAll(page, hostilePastes);
  expect(seen).toHaveLength(hostilePastes.length);
  for (const { what, doc, strangers, empty } of seen) {
    expect.soft(findDocumentProblem(doc), what).toBeNull();
    expect.soft(strangers, what).toEqual([]);
    expect.soft(empty, what).toBe(false);
  }
  // Handlers of what could not be loaded run late.
  await page.waitForTimeout(1000);
  expect(await stateOf(page)).toEqual(before);
  expect(await page.evaluate(() => 'hacked' in window || 'polluted' in {})).toBe(false);
  expect(dialogs).toEqual([]);
  expect(requests.filter((url) => !url.startsWith('app://ebb/'))).toEqual([]);
  expect(app.windows()).toHaveLength(1);
  expect(readdirSync(userData).sort()).toEqual(files);
  // It still saves, and locks.
  await expect(page.getByText(/^Saved · \d+ words?$/)).toBeVisible();
  await lock(page);
  await app.close();
  discard(userData);
  // The policy says so when it refuses a pasted style or base; anything else would be a problem.
  expect(problems.filter((text) => !/inline style|base URI/.test(text))).toEqual([]);
  noteFault('hostile pastes into a page, in Electron', hostilePastes.length, '0 scripts, 0 requests, 0 writes outside');
});
