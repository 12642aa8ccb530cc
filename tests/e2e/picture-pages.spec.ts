import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { findings } from './axe';
import { discard } from './launch';
import { launchOpen } from './made-journal';
import { goTo, lock, unlock } from './main-job';

const fixture = (name: string): string => join(import.meta.dirname, '../fixtures/pictures', name);
const page = (window: Page) => window.getByRole('textbox', { name: 'Your page' });
const pictures = (window: Page) => page(window).locator('figure img');

const beginPage = async (window: Page): Promise<void> => {
  await goTo(window, '2', 'Journal');
  await window
    .getByRole('button', { name: /^New|Write a first page|Write$/ })
    .first()
    .click();
  await page(window).waitFor();
};

const addFiles = async (window: Page, ...names: string[]): Promise<void> => {
  const [chooser] = await Promise.all([
    window.waitForEvent('filechooser'),
    window.getByRole('button', { name: 'Pictures from files' }).click(),
  ]);
  await chooser.setFiles(names.map(fixture));
};

/** The size in pixels at which a picture of the page is drawn from, once it is there. */
const drawn = (window: Page, index = 0): Promise<[number, number]> =>
  pictures(window)
    .nth(index)
    .evaluate(async (element) => {
      const image = element as HTMLImageElement;
      image.scrollIntoView();
      await new Promise<void>((resolve) => {
        const look = (): void => void (image.naturalWidth > 0 ? resolve() : requestAnimationFrame(look));
        look();
      });
      return [image.naturalWidth, image.naturalHeight];
    });

/** Whether Chromium could fetch something, tried as an image. */
const loads = (window: Page, address: string): Promise<boolean> =>
  window.evaluate(
    (src) =>
      new Promise<boolean>((resolve) => {
        const image = new Image();
        image.onload = () => resolve(true);
        image.onerror = () => resolve(false);
        image.src = src;
      }),
    address,
  );

/** Pastes files, as a screenshot lies on the clipboard. */
const pasteFile = (window: Page, name: string, type: string): Promise<void> =>
  page(window).evaluate(
    (element, [base64, file, mediaType]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], file, { type: mediaType }));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [readFileSync(fixture(name)).toString('base64'), name, type] as const,
  );

test('pictures stand on a page, upright, with their words, and are there again after a lock', async () => {
  const { app, page: window, userData } = await launchOpen();
  await beginPage(window);
  await page(window).click();
  await window.keyboard.type('At the lake.');
  await addFiles(window, 'jpeg-camera.jpg', 'other-heic.heic', 'png-alpha.png');
  await expect(pictures(window)).toHaveCount(2);
  await expect(window.getByText('“other-heic.heic” is a HEIC file, which Ebb cannot show.')).toBeVisible();
  await pasteFile(window, 'gif-moving.gif', 'image/gif');
  await expect(pictures(window)).toHaveCount(3);

  await page(window).locator('figure').first().click();
  await window.getByRole('textbox', { name: 'Words below it' }).fill('The jetty in the morning');
  await window.getByRole('textbox', { name: 'Description, for who cannot see it' }).fill('Grey water and a jetty');
  await expect(page(window).locator('figcaption').first()).toHaveText('The jetty in the morning');
  await expect(window.getByText('Saved ·')).toBeVisible();
  // It comes softly, and is as dark as it will be only then.
  await window.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  expect(await findings(window)).toEqual([]);
  const address = await pictures(window).first().getAttribute('src');
  await lock(window);
  expect(await loads(window, address ?? '')).toBe(false);
  await unlock(window);
  await goTo(window, '2', 'Journal');
  await window.getByRole('option').first().click();
  await expect(pictures(window)).toHaveCount(3);
  // The camera was held sideways: 48 wide and 32 high, a quarter turn clockwise.
  const [width, height] = await drawn(window);
  expect(height).toBeGreaterThan(width);
  await expect(window.getByRole('img', { name: 'Grey water and a jetty' })).toBeVisible();

  await page(window).locator('figure').first().dblclick();
  const viewer = window.getByRole('dialog', { name: 'The jetty in the morning' });
  await expect(viewer.getByRole('img', { name: 'Grey water and a jetty' })).toBeVisible();
  expect(await findings(window)).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await app.close();
  discard(userData);
});

test('a picture taken off the page comes back by undo, and one copied to another page is that page’s own', async () => {
  const { app, page: window, userData } = await launchOpen();
  await beginPage(window);
  await page(window).click();
  await window.keyboard.type('One.');
  await addFiles(window, 'jpeg-plain.jpg');
  await expect(pictures(window)).toHaveCount(1);
  await page(window).locator('figure').first().click();
  await window.getByRole('button', { name: 'Take it off the page' }).click();
  await expect(pictures(window)).toHaveCount(0);
  await expect(window.getByText('Saved ·')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(pictures(window)).toHaveCount(1);
  await drawn(window);
  const first = await pictures(window).first().getAttribute('src');

  await page(window).locator('figure').first().click();
  await window.keyboard.press('Control+c');
  await window.getByRole('button', { name: /^New/ }).click();
  await page(window).click();
  await window.keyboard.press('Control+v');
  await expect(pictures(window)).toHaveCount(1);
  await drawn(window);
  await expect(pictures(window).first()).not.toHaveAttribute('src', first ?? '');
  await app.close();
  discard(userData);
});

test('nothing but a picture of the open journal is served as one', async () => {
  const { app, page: window, userData } = await launchOpen();
  for (const path of [
    '/picture/0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b/full',
    '/picture/../index.html',
    '/picture/%2e%2e/full',
    '/picture//thumbnail',
    '/picture/0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b/other',
  ]) {
    expect(await loads(window, path)).toBe(false);
  }
  await app.close();
  discard(userData);
});
