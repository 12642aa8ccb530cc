import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { findings } from './axe';
import { pressOn, tabTo, typeInto } from './keyboard';
import { callFrom, discard, freshFolder, launch, type RunningApp } from './launch';
import { putJournal } from './made-journal';
import { goTo, leaveField, PASSPHRASE, unlock, writeEntry } from './main-job';

const SEE = 'See what can be brought back';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });

const withApp = async (userData: string, use: (running: RunningApp) => Promise<void>): Promise<void> => {
  const running = await launch({ userData });
  try {
    await use(running);
    expect(running.problems).toEqual([]);
  } finally {
    await running.app.close();
  }
};

/** A journal with one entry and a backup of it, closed. Answers with its folder and its recovery key. */
const aBackedUpJournal = async (userData: string) => {
  const groups = await putJournal(userData);
  await withApp(userData, async ({ page }) => {
    await unlock(page);
    await writeEntry(page, 'The first page', 'It began with rain.');
    expect(await callFrom(page, 'snapshots.take', { job: randomUUID() })).toMatchObject({ ok: true });
  });
  const home = join(userData, 'journals');
  const [name = ''] = readdirSync(home).filter((entry) => entry !== 'index.json');
  return { folder: join(home, name), groups };
};

const headerFiles = (folder: string): string[] => ['a', 'b'].map((copy) => join(folder, `header.${copy}.json`));

const expectEntry = async (page: Page): Promise<void> => {
  await leaveField(page);
  await goTo(page, '2', 'Journal');
  await expect(page.getByRole('option', { name: 'The first page' })).toBeVisible();
  await pressOn(page, page.getByRole('listbox'));
  await expect(page.getByRole('textbox', { name: 'Your page' })).toHaveText('It began with rain.');
};

let userData: string;
test.beforeEach(() => {
  userData = freshFolder();
});
test.afterEach(() => discard(userData));

test('a damaged journal comes back from a backup by keyboard alone, and what was damaged stays as it is', async () => {
  const { folder } = await aBackedUpJournal(userData);
  const database = join(folder, 'journal.db');
  const damaged = readFileSync(database);
  damaged[30] = (damaged[30] ?? 0) ^ 4;
  writeFileSync(database, damaged);
  await withApp(userData, async ({ page }) => {
    await typeInto(page, page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Some of your pages may not be readable')).toBeVisible({ timeout: 30_000 });
    expect(await findings(page)).toEqual([]);
    await pressOn(page, button(page, SEE));
    await typeInto(page, page.getByLabel('Passphrase', { exact: true }), 'not this one');
    await page.keyboard.press('Enter');
    await expect(page.getByText('That passphrase does not open it.')).toBeVisible({ timeout: 30_000 });
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Your journal can be brought back')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('radio').first()).toBeChecked();
    await expect(page.getByText('1 entry').first()).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await tabTo(page, page.getByRole('radio').first());
    // The first is what can still be read; the newest backup follows.
    await page.keyboard.press('ArrowDown');
    await pressOn(page, button(page, 'Bring this one back'));
    await expect(page.getByRole('alertdialog')).toContainText('The files that are here now are kept as they are');
    expect(await findings(page)).toEqual([]);
    await pressOn(page, button(page, 'Bring it back'));
    await expect(heading(page, 'Welcome back')).toBeVisible({ timeout: 30_000 });
    await expect(
      page.getByRole('main').getByText(/^Your journal is back, as it was in the backup from today/),
    ).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await unlock(page);
    await expectEntry(page);
  });
  expect(readFileSync(database)).toEqual(damaged);

  // The damaged one is there, and nobody gets lost in it.
  await withApp(userData, async ({ page }) => {
    await pressOn(page, button(page, 'Your journal as it was before'));
    await pressOn(page, page.getByRole('button', { name: /^As it was before/ }));
    await expect(page.getByText(/^This is your journal as it was before/)).toBeVisible();
    await typeInto(page, page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Some of your pages may not be readable')).toBeVisible({ timeout: 30_000 });
    expect(await findings(page)).toEqual([]);
    await pressOn(page, button(page, 'Go to the current one'));
    await unlock(page);
    await expectEntry(page);
  });
});

test('lost key files are written anew from a backup by keyboard alone, with the recovery key', async () => {
  const { folder, groups } = await aBackedUpJournal(userData);
  for (const file of headerFiles(folder)) rmSync(file);
  await withApp(userData, async ({ page }) => {
    await expect(heading(page, 'Your key file is not here')).toBeVisible();
    await pressOn(page, button(page, SEE));
    await pressOn(page, button(page, 'Use recovery key'));
    await typeInto(page, page.getByLabel('Recovery key', { exact: true }), groups.join(' '));
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Your pages are whole')).toBeVisible({ timeout: 30_000 });
    expect(await findings(page)).toEqual([]);
    await pressOn(page, button(page, 'Write the key files anew'));
    await expect(
      page.getByRole('main').getByText(/^The key files are there again, and all you wrote is as it was\./),
    ).toBeVisible();
    await unlock(page);
    await expectEntry(page);
  });
  const [one, other] = headerFiles(folder).map((file) => readFileSync(file));
  expect(one).toEqual(other);
});

test('what is looked at and left alone can be opened again at once', async () => {
  const { folder } = await aBackedUpJournal(userData);
  const kept = headerFiles(folder).map((file) => [file, readFileSync(file)] as const);
  for (const [file] of kept) rmSync(file);
  await withApp(userData, async ({ page }) => {
    await pressOn(page, button(page, SEE));
    await typeInto(page, page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Your pages are whole')).toBeVisible({ timeout: 30_000 });
    for (const [file, bytes] of kept) writeFileSync(file, bytes);
    await pressOn(page, button(page, 'Back'));
    await pressOn(page, button(page, 'Try again'));
    await unlock(page);
    await expectEntry(page);
  });
});
