import { expect, test } from '@playwright/test';
import type { LocalDate } from '#core/local-date';
import { callFrom, discard, launch } from './launch';
import { launchOpen } from './made-journal';
import { PASSPHRASE } from './main-job';

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
  await page.getByRole('button', { name: 'Delete the entry' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.keyboard.press('4');
  await page.getByRole('button', { name: 'New goal' }).first().click();
  const message = await page.getByRole('region', { name: /Messages/ }).boundingBox();
  const save = await page.getByRole('button', { name: 'Save goal' }).boundingBox();
  expect(message).not.toBeNull();
  expect((message?.y ?? 0) + (message?.height ?? 0)).toBeLessThan(save?.y ?? 0);
  await app.close();
  discard(userData);
});

for (const [region, february, october] of [
  ['en_GB', '15022025', '31102025'],
  ['en_US', '02152025', '10312025'],
] as const) {
  test(`a date typed over another is the one that was typed (${region})`, async () => {
    const { app, page, userData } = await launch({ args: ['--sample'], env: { LANG: `${region}.UTF-8` } });
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    await page.getByRole('button', { name: 'Runs and milestones' }).click();
    await page.getByRole('button', { name: 'Add a run' }).click();
    const day = page.getByRole('group', { name: 'First day' });
    const parts = day.getByRole('spinbutton');
    const type = async (digits: string): Promise<void> => {
      await parts.first().click();
      await page.keyboard.type(digits, { delay: 30 });
    };
    const shown = async (): Promise<string> =>
      (await parts.allTextContents()).map((part) => part.padStart(2, '0')).join('');
    await type(february);
    expect(await shown()).toBe(february);
    await type(october);
    expect(await shown()).toBe(october);
    // 31 September, or the 9th month of a 31st: no day, so it is not taken for another.
    await type(october.replace('10', '09'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByText('September 2025 has no day 31.').first()).toBeVisible();
    await parts.nth(2).click();
    for (let key = 0; key < 4; key += 1) await page.keyboard.press('Backspace');
    await expect(parts.nth(2)).toHaveText('yyyy');
    await app.close();
    discard(userData);
  });
}

test('a time that was told can be taken back', async () => {
  const { app, page, userData } = await launch({ args: ['--sample'] });
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await page.getByRole('button', { name: 'Runs and milestones' }).click();
  await page.getByRole('button', { name: 'Add a run' }).click();
  const parts = page.getByRole('group', { name: 'Time, if you like' }).first().getByRole('spinbutton');
  await parts.first().click();
  await page.keyboard.type('1030');
  await expect(parts.nth(1)).toHaveText('30');
  for (const part of [0, 1]) {
    await parts.nth(part).click();
    for (let key = 0; key < 3; key += 1) await page.keyboard.press('Backspace');
  }
  expect((await parts.allTextContents()).join('')).not.toMatch(/\d/);
  await app.close();
  discard(userData);
});

test('Ctrl L locks from every field, also from those that keep their keys to themselves', async () => {
  const { app, page, userData } = await launchOpen();
  await page.getByRole('button', { name: 'Set a first day' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sleep, energy, confidence, note, time' }).click();
  await page.getByRole('button', { name: '+ more' }).click();
  await page.getByLabel('A word of your own').focus();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await app.close();
  discard(userData);
});

test('a date half typed when the journal locks changes nothing; a whole one counts', async () => {
  const { app, page, userData } = await launchOpen();
  await page.getByRole('button', { name: 'Sleep, energy, confidence, note, time' }).click();
  await page.getByRole('radio', { name: 'Good', exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'At an earlier time' }).click();
  const day = page.getByRole('group', { name: 'Date' }).getByRole('spinbutton').first();
  await day.click();
  await page.keyboard.type('15072025', { delay: 30 });
  await page.keyboard.press('Tab');
  await day.click();
  await page.keyboard.type('31022025', { delay: 30 });
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Continue: A check-in' }).click();
  await page.getByRole('button', { name: 'Save check-in' }).click();
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  const range = { from: '2025-01-01' as LocalDate, to: '2025-12-31' as LocalDate };
  const stored = await callFrom(page, 'checkIns.list', range);
  expect(stored).toMatchObject({ ok: true, value: [{ day: '2025-07-15', mood: 4 }] });
  await app.close();
  discard(userData);
});

test('Escape closes a dialog from a field that knows keys of its own', async () => {
  const { app, page, userData } = await launch({ args: ['--sample'] });
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await page.getByRole('button', { name: 'Runs and milestones' }).click();
  await page.getByLabel('What you call it').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await app.close();
  discard(userData);
});
