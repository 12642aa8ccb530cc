import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pressOn, typeInto } from './keyboard';
import { callFrom, discard, freshFolder, launch, type RunningApp } from './launch';
import { answered, createJournal, lock, PASSPHRASE, unlock } from './main-job';

let userData: string;
let groups: string[];

const journalFolder = (): string => {
  const home = join(userData, 'journals');
  const [name = ''] = readdirSync(home).filter((entry) => entry !== 'index.json');
  return join(home, name);
};

const withApp = async (use: (running: RunningApp) => Promise<void>): Promise<void> => {
  const running = await launch({ userData });
  try {
    await use(running);
    expect(running.problems).toEqual([]);
  } finally {
    await running.app.close();
  }
};

test.beforeAll(async () => {
  userData = freshFolder();
  await withApp(async ({ page }) => {
    groups = await createJournal(page);
  });
});

test.afterAll(() => discard(userData));

test('a journal can be locked and opened again by keyboard alone', async () => {
  await withApp(async ({ page }) => {
    await unlock(page);
    await lock(page);
    await expect(page.getByText('nothing leaves this computer')).toBeVisible();
    await unlock(page);
  });
});

test('the lock screen tells a wrong passphrase plainly and waits after five', async () => {
  await withApp(async ({ page }) => {
    const field = page.getByLabel('Passphrase', { exact: true });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await field.fill('not this one');
      await page.keyboard.press('Enter');
      await answered(page);
    }
    await field.fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/You can try again in \d+ second/)).toBeVisible();
    await expect(page.getByText(/You can try again in/)).toBeHidden({ timeout: 20_000 });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible({ timeout: 30_000 });
  });
});

test('the recovery key opens it and a new passphrase can be chosen', async () => {
  await withApp(async ({ page }) => {
    await pressOn(page, page.getByRole('button', { name: 'Use recovery key' }));
    await typeInto(page, page.getByLabel('Recovery key', { exact: true }), groups.join(' '));
    await page.keyboard.press('Enter');
    await expect(page.getByText('You opened your journal with the recovery key')).toBeVisible({ timeout: 30_000 });
    await pressOn(page, page.getByRole('button', { name: 'Choose a passphrase' }));
    const dialog = page.getByRole('dialog', { name: 'Change your passphrase' });
    // Whoever begins to type at once types into it: the first space is not a press on the cross.
    await expect(dialog.getByLabel('New passphrase', { exact: true })).toBeFocused();
    await page.keyboard.type('harbor walnut quilt meadow');
    await typeInto(page, dialog.getByLabel('The same again', { exact: true }), 'harbor walnut quilt meadow');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Passphrase changed', {
      timeout: 30_000,
    });
    await expect(dialog).toBeHidden();
    await lock(page);
    await unlock(page, 'harbor walnut quilt meadow');
    await pressOn(page, page.getByRole('link', { name: 'Settings' }));
    await pressOn(page, page.getByRole('button', { name: 'Change passphrase' }));
    await typeInto(page, dialog.getByLabel('Current passphrase', { exact: true }), 'harbor walnut quilt meadow');
    await typeInto(page, dialog.getByLabel('New passphrase', { exact: true }), PASSPHRASE);
    await typeInto(page, dialog.getByLabel('The same again', { exact: true }), PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden({ timeout: 30_000 });
  });
});

test('a lock while a new recovery key is on the screen leaves the old one as it was', async () => {
  await withApp(async ({ app, page }) => {
    await unlock(page);
    await pressOn(page, page.getByRole('link', { name: 'Settings' }));
    await pressOn(page, page.getByRole('button', { name: 'Make a new recovery key' }));
    await typeInto(page, page.getByLabel('Your passphrase', { exact: true }), PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'I have it' })).toBeVisible({ timeout: 30_000 });
    await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
    await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible({ timeout: 30_000 });
    await pressOn(page, page.getByRole('button', { name: 'Use recovery key' }));
    await typeInto(page, page.getByLabel('Recovery key', { exact: true }), groups.join(' '));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible({ timeout: 30_000 });
  });
});

test('a second start brings the first window to the front instead of opening the journal twice', async () => {
  await withApp(async ({ page }) => {
    await unlock(page);
    await expect(launch({ userData })).rejects.toThrow();
    expect(await callFrom(page, 'vault.status', {})).toMatchObject({ ok: true, value: { state: 'open' } });
  });
});

test('one damaged header copy is repaired and said', async () => {
  truncateSync(join(journalFolder(), 'header.b.json'), 100);
  await withApp(async ({ page }) => {
    await unlock(page);
    await expect(page.getByText('One of two copies of a small key file was damaged')).toBeVisible();
  });
  expect(readFileSync(join(journalFolder(), 'header.a.json'))).toEqual(
    readFileSync(join(journalFolder(), 'header.b.json')),
  );
});

const both = (folder: string, harm: (file: string) => void): void => {
  for (const copy of ['a', 'b']) harm(join(folder, `header.${copy}.json`));
};

const faults: readonly (readonly [heading: string, harm: (folder: string) => void])[] = [
  ['Your key file is damaged', (folder) => both(folder, (file) => truncateSync(file, 50))],
  ['Your key file is not here', (folder) => both(folder, (file) => rmSync(file))],
  ['Your pages are not in their place', (folder) => rmSync(join(folder, 'journal.db'))],
  ['Your pages are not in their place', (folder) => truncateSync(join(folder, 'journal.db'))],
  ["Your journal's folder is not here", (folder) => rmSync(folder, { recursive: true })],
];

for (const [heading, harm] of faults) {
  test(`a fault has a screen of its own with a way on, and nothing is touched: ${heading} (${faults.findIndex(([, other]) => other === harm) + 1})`, async () => {
    const folder = journalFolder();
    const kept = freshFolder('kept');
    cpSync(folder, kept, { recursive: true });
    harm(folder);
    await withApp(async ({ page }) => {
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Restore from an export' })).toBeVisible();
      await expect(page.getByText(/delete/i)).toHaveCount(0);
    });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o700 });
    cpSync(kept, folder, { recursive: true });
    discard(kept);
    await withApp(({ page }) => unlock(page));
  });
}

test('idle, sleep and a locked screen lock the journal', async () => {
  await withApp(async ({ app, page }) => {
    for (const event of ['suspend', 'lock-screen']) {
      await unlock(page);
      await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
      await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
    }
  });
});
