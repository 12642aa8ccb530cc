import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { noteFault } from '#tests/support/how-often';
import { discard } from './launch';
import { launchOpen } from './made-journal';
import { lock, unlock, writeEntry } from './main-job';

test('the folder goes away while somebody writes: it is said, no word is lost, and all is saved once it is back', async () => {
  const { app, page, userData, problems } = await launchOpen();
  await writeEntry(page, 'On the stick', 'What was written before.');
  const journals = join(userData, 'journals');
  const [name = ''] = readdirSync(journals).filter((item) => item !== 'index.json');
  const away = join(userData, 'away');
  renameSync(join(journals, name), away);

  const sheet = page.getByRole('textbox', { name: 'Your page' });
  await sheet.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And this without the stick.');
  await expect(page.getByText('The folder is not there. Perhaps a drive was taken out.')).toBeVisible();
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await expect(sheet).toContainText('And this without the stick.');

  renameSync(away, join(journals, name));
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.getByText(/^Saved · \d+ words?$/)).toBeVisible();
  await lock(page);
  await unlock(page);
  await page.keyboard.press('2');
  await page.getByRole('option', { name: 'On the stick' }).click();
  await expect(sheet).toHaveText('What was written before. And this without the stick.');
  await app.close();
  discard(userData);
  expect(problems).toEqual([]);
  noteFault('the folder goes away while somebody writes, in Electron', 1, '0 words; told, saved once it is back');
});

test('the journal is locked while its folder is away: the words wait, sealed, and are saved once it is back', async () => {
  const { app, page, userData } = await launchOpen();
  await writeEntry(page, 'On the stick', 'Before.');
  const journals = join(userData, 'journals');
  const [name = ''] = readdirSync(journals).filter((item) => item !== 'index.json');
  const away = join(userData, 'away');
  renameSync(join(journals, name), away);
  await page.getByRole('textbox', { name: 'Your page' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' After.');
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: "Your journal's folder is not here" })).toBeVisible({
    timeout: 30_000,
  });

  renameSync(away, join(journals, name));
  await page.getByRole('button', { name: /again/ }).click();
  await unlock(page);
  await expect(page.getByText('The words that could not be written are saved now.').first()).toBeVisible();
  await page.keyboard.press('2');
  await page.getByRole('option', { name: 'On the stick' }).click();
  await expect(page.getByRole('textbox', { name: 'Your page' })).toHaveText('Before. After.');
  await app.close();
  discard(userData);
  noteFault('the journal is locked while its folder is away, in Electron', 1, '0 words; saved once it is back');
});
