import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { type DeviceSettings, defaultDeviceSettings } from '#core/settings';
import { callFrom, discard, freshFolder, launch } from './launch';
import {
  checkIn,
  chooseFile,
  EXPORT_PASSPHRASE,
  exportJournal,
  goTo,
  leaveField,
  searchFor,
  writeEntry,
} from './main-job';

const pictures = fileURLToPath(new URL('../../out/tour', import.meta.url));

type Theme = 'light' | 'dark';
const themes: readonly Theme[] = ['light', 'dark'];

/** Takes one picture in each theme, numbered in the order of the tour. */
const photographer = () => {
  let number = 0;
  return async (page: Page, name: string): Promise<void> => {
    number += 1;
    for (const theme of themes) {
      await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
      const file = `${String(number).padStart(2, '0')}-${name}-${theme}.png`;
      await page.screenshot({ path: join(pictures, file), animations: 'disabled' });
    }
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
  };
};

const withDevice = async (page: Page, change: Partial<DeviceSettings>): Promise<void> => {
  const saved = await callFrom(page, 'device.save', {
    ...defaultDeviceSettings,
    theme: 'light',
    country: 'GB',
    ...change,
  });
  expect(saved.ok).toBe(true);
};

test('the main job in pictures', async () => {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const picture = photographer();
  const backup = join(freshFolder('tour'), 'my-journal.ebb.age');

  const first = await launch();
  await expect(first.page.getByRole('button', { name: 'Make my journal' })).toBeVisible();
  await picture(first.page, 'welcome');
  await first.page.getByRole('link', { name: /^Emergency/ }).click();
  await picture(first.page, 'emergency-before-unlocking');
  await first.app.close();
  discard(first.userData);

  const { app, page, userData, problems } = await launch({ args: ['--sample'] });
  await withDevice(page, {});
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await picture(page, 'today');
  await checkIn(page, 'Slept well. Rain all day.');
  await picture(page, 'checked-in');
  await writeEntry(
    page,
    'A quiet evening',
    'The rain stopped at six. I walked to the river and back and did not think of much.',
  );
  await picture(page, 'journal');
  await searchFor(page, 'river');
  await picture(page, 'search');
  await page.keyboard.press('Escape');
  await leaveField(page);
  await goTo(page, '3', 'Trends');
  await picture(page, 'trends');
  await goTo(page, '4', 'Goals');
  await picture(page, 'goals');
  await chooseFile(app, backup);
  await exportJournal(page, EXPORT_PASSPHRASE);
  await picture(page, 'settings');
  await app.close();
  discard(userData);
  expect(problems).toEqual([]);
});
