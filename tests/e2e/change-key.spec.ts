import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { findings } from './axe';
import { pressOn, typeInto } from './keyboard';
import { discard, freshFolder, launch } from './launch';
import { putJournal } from './made-journal';
import { goTo, leaveField, lock, PASSPHRASE, unlock, writeEntry } from './main-job';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const journalsIn = (userData: string): string[] =>
  readdirSync(join(userData, 'journals')).filter((name) => !name.startsWith('index.json'));

const expectEntry = async (page: Page): Promise<void> => {
  await leaveField(page);
  await goTo(page, '2', 'Journal');
  await expect(page.getByRole('option', { name: 'The first page' })).toBeVisible();
};

const toSettings = async (page: Page): Promise<void> => {
  await pressOn(page, page.getByRole('link', { name: 'Settings' }));
  await expect(page.getByRole('heading', { name: 'The key itself' })).toBeVisible();
};

/** Reads the recovery key on the screen, says that it is kept, and types two groups of it back. */
const keepRecoveryKey = async (page: Page): Promise<string[]> => {
  const list = page.getByRole('list', { name: 'Your recovery key' }).getByRole('listitem');
  await expect(list).toHaveCount(8, { timeout: 60_000 });
  const groups = (await list.allInnerTexts()).map((text) => text.trim().slice(-5));
  expect(await findings(page)).toEqual([]);
  await pressOn(page, button(page, 'I have it'));
  for (const field of await page.getByRole('textbox', { name: /^Group \d$/ }).all()) {
    const label = await page.locator(`label[for="${await field.getAttribute('id')}"]`).innerText();
    await typeInto(page, field, groups[Number(label.replace(/\D/g, '')) - 1] ?? '');
  }
  await pressOn(page, button(page, 'Check them'));
  return groups;
};

/** From Settings to the last question before the key is changed; resolves with the new recovery key. */
const prepareChange = async (page: Page): Promise<string[]> => {
  await toSettings(page);
  await pressOn(page, button(page, 'Change the key'));
  await expect(page.getByRole('dialog', { name: 'Change the key itself' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await typeInto(page, page.getByLabel('Your passphrase', { exact: true }), PASSPHRASE);
  await page.keyboard.press('Enter');
  const groups = await keepRecoveryKey(page);
  await expect(page.getByRole('alertdialog', { name: 'Encrypt the journal anew?' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  return groups;
};

const tryRecoveryKey = async (page: Page, groups: readonly string[]): Promise<void> => {
  await pressOn(page, button(page, 'Use recovery key'));
  await typeInto(page, page.getByLabel('Recovery key', { exact: true }), groups.join(' '));
  await page.keyboard.press('Enter');
};

test('the key itself is changed by keyboard alone, every word is there, and the old copies can go', async () => {
  test.setTimeout(300_000);
  const userData = freshFolder();
  const oldGroups = await putJournal(userData);
  const { app, page, problems } = await launch({ userData });
  await unlock(page);
  await writeEntry(page, 'The first page', 'It began with rain.');
  const [before = ''] = journalsIn(userData);
  const salt = (name: string): string =>
    readFileSync(join(userData, 'journals', name, 'journal.db'))
      .subarray(0, 16)
      .toString('hex');
  const oldSalt = salt(before);

  const newGroups = await prepareChange(page);
  await pressOn(page, button(page, 'Encrypt it anew'));
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Your journal has a new key now.')).toBeVisible();
  expect(await findings(page)).toEqual([]);

  await unlock(page);
  await expectEntry(page);
  await lock(page);
  await expect(page.getByText('Your journal has a new key now.')).toHaveCount(0);
  await tryRecoveryKey(page, oldGroups);
  await expect(page.getByText('That recovery key does not open it.')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+a');
  await page.keyboard.type(newGroups.join(' '));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible({ timeout: 30_000 });
  await expectEntry(page);

  await toSettings(page);
  await expect(page.getByText(/You changed it last on/)).toBeVisible();
  await expect(page.getByText(/: 1 journal as it was before and \d+ backups? in the journal's folder\./)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await pressOn(page, button(page, 'Remove them'));
  await expect(page.getByRole('alertdialog', { name: 'Remove the copies under an earlier key?' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await pressOn(page, button(page, 'Go on'));
  await pressOn(page, button(page, 'Remove for good'));
  await expect(button(page, 'Remove them')).toHaveCount(0);
  await expect(button(page, 'Change the key')).toBeFocused();
  const [after = '', ...others] = journalsIn(userData);
  expect(others).toEqual([]);
  expect(after).not.toBe(before);
  expect(salt(after)).not.toBe(oldSalt);

  await leaveField(page);
  await lock(page);
  await unlock(page);
  await expectEntry(page);
  await app.close();
  discard(userData);
  expect(problems).toEqual([]);
});

test('killed while the key is changed, Ebb says once that nothing was changed, and which recovery key holds', async () => {
  test.setTimeout(300_000);
  const userData = freshFolder();
  const oldGroups = await putJournal(userData);
  const first = await launch({ userData });
  await unlock(first.page);
  await prepareChange(first.page);
  const killed = new Promise((resolve) => first.app.process().once('exit', resolve));
  const noted = (): boolean => readFileSync(join(userData, 'journals', 'index.json'), 'utf8').includes('"keyChange":{');
  await pressOn(first.page, button(first.page, 'Encrypt it anew'));
  await expect.poll(noted, { intervals: [1] }).toBe(true);
  first.app.process().kill('SIGKILL');
  await killed;

  const { app, page, problems } = await launch({ userData });
  const words = /^Changing the key was cut short, and nothing was changed\./;
  await expect(page.getByText(words)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await tryRecoveryKey(page, oldGroups);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(words)).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await toSettings(page);
  await expect(page.getByText('made before the key was changed')).toHaveCount(0);
  await pressOn(page, button(page, 'I have read this'));
  await expect(page.getByText(words)).toHaveCount(0);
  await leaveField(page);
  await lock(page);
  await expect(page.getByText(words)).toHaveCount(0);
  await app.close();
  discard(userData);
  expect(problems).toEqual([]);
});
