import { expect, test } from '@playwright/test';
import { discard, launch } from './launch';

test('half hours of sleep may be typed with a comma or a point', async () => {
  const { app, page, userData } = await launch({ args: ['--sample'] });
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await page.getByRole('button', { name: 'Sleep, energy, confidence, note, time' }).click();
  const sleep = page.getByRole('group', { name: 'Sleep' });
  const [hours, minutes] = [sleep.getByRole('textbox').nth(0), sleep.getByRole('textbox').nth(1)];
  for (const typed of ['7,5', '7.5']) {
    await hours.fill('');
    await hours.pressSequentially(typed);
    await page.keyboard.press('Tab');
    await expect(hours).toHaveValue('7');
    await expect(minutes).toHaveValue('30');
    await minutes.fill('');
  }
  await app.close();
  discard(userData);
});

test('a message never lies over the buttons of a dialog', async () => {
  const { app, page, userData } = await launch({ args: ['--sample'] });
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await page.keyboard.press('2');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Move to the bin' }).click();
  await page.keyboard.press('4');
  await page.getByRole('button', { name: 'New goal' }).first().click();
  const message = await page.getByRole('region', { name: /Messages/ }).boundingBox();
  const save = await page.getByRole('button', { name: 'Save goal' }).boundingBox();
  expect(message).not.toBeNull();
  expect((message?.y ?? 0) + (message?.height ?? 0)).toBeLessThan(save?.y ?? 0);
  await app.close();
  discard(userData);
});
