import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { pressOn } from './keyboard';
import { callFrom, discard, freshFolder, launch } from './launch';
import { launchOpen } from './made-journal';
import { chooseFile, leaveField, lock, unlock, writeEntry } from './main-job';

const rows = (page: Page) => page.getByRole('region', { name: 'Backups', exact: true }).getByRole('listitem');

const toSettings = async (page: Page): Promise<void> => {
  await pressOn(page, page.getByRole('link', { name: 'Settings' }));
  await expect(page.getByRole('heading', { name: 'Backups', exact: true })).toBeVisible();
};

const checkFirst = (page: Page): Promise<void> =>
  pressOn(
    page,
    rows(page)
      .first()
      .getByRole('button', { name: /^Check now/ }),
  );

/** Where the snapshots of the one journal lie, newest first. */
const snapshotsIn = (userData: string): string[] => {
  const home = join(userData, 'journals');
  const [journal = ''] = readdirSync(home).filter((name) => name !== 'index.json');
  const folder = join(home, journal, 'snapshots');
  return readdirSync(folder)
    .filter((name) => /^\d/.test(name))
    .sort()
    .reverse()
    .map((name) => join(folder, name));
};

const flipAByte = (file: string): void => {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

test('a journal is backed up by itself and when asked, and damage to a backup is found and told', async () => {
  const { app, page, userData, problems } = await launchOpen();
  await writeEntry(page, 'The first page', 'It began with rain.');
  await toSettings(page);
  await expect(rows(page)).toHaveCount(1);

  await pressOn(page, page.getByRole('button', { name: 'Back up now' }));
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('1 entry');
  await expect(rows(page).first()).toContainText(/Checked today \d\d:\d\d: it is whole/);
  await expect(page.getByRole('status')).toContainText('Backed up and checked');

  await checkFirst(page);
  await expect(page.getByRole('status')).toContainText(/^The backup of today [\d:.]+ is whole/);

  const [newest = ''] = snapshotsIn(userData);
  flipAByte(join(newest, 'journal.db'));
  await checkFirst(page);
  await expect(page.getByRole('status')).toContainText(/is damaged\. Your journal and the other backups/);
  await expect(rows(page).first()).toContainText('It is damaged');
  await expect(rows(page).nth(1)).toContainText('it is whole');

  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => Object.assign(globalThis, { shown: path });
  });
  await pressOn(page, page.getByRole('button', { name: 'Show in folder' }));
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'shown'))).toBe(newest);

  await leaveField(page);
  await expect(page.getByText(/^Last backup verified today \d\d:\d\d$/)).toBeVisible();
  await lock(page);
  await expect(page.getByText(/Last backup verified today/)).toBeVisible();
  // What was found damaged is still known, and the journal itself is as it was.
  await unlock(page);
  const listed = await callFrom(page, 'snapshots.list', {});
  expect(listed).toMatchObject({ ok: true, value: { snapshots: [{ damaged: true }, { damaged: false }] } });
  await page.keyboard.press('2');
  await expect(page.getByRole('option', { name: 'The first page' })).toBeVisible();
  expect(problems).toEqual([]);
  await app.close();
  discard(userData);
});

test('by keyboard alone, a journal goes back to a backup: what came later is not in it, and the passphrase opens it', async () => {
  const { app, page, userData, problems } = await launchOpen();
  await writeEntry(page, 'The first page', 'It began with rain.');
  await toSettings(page);
  // The one that comes by itself would be the newest otherwise.
  await expect(rows(page)).toHaveCount(1);
  await pressOn(page, page.getByRole('button', { name: 'Back up now' }));
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole('status')).toContainText('Backed up and checked');
  await writeEntry(page, 'The second page', 'It went on with snow.');

  await toSettings(page);
  await pressOn(
    page,
    rows(page)
      .first()
      .getByRole('button', { name: /^Go back to this/ }),
  );
  const question = page.getByRole('alertdialog', { name: /^Go back to the backup of today [\d:.]+\?$/ });
  await pressOn(page, question.getByRole('button', { name: 'Go back' }));
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible({ timeout: 30_000 });
  await expect(question).toHaveCount(0);
  await expect(page.getByText('Your journal is as it was in the backup you chose.')).toBeVisible();

  await unlock(page);
  await page.keyboard.press('2');
  await expect(page.getByRole('option', { name: 'The first page' })).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(1);
  // What the journal was before is in the backup made first.
  await toSettings(page);
  await expect(rows(page).first()).toContainText('2 entries');
  await expect(rows(page).first()).toContainText('made before going back');
  expect(problems).toEqual([]);
  await app.close();
  discard(userData);
});

test('by keyboard alone, a second folder is chosen, receives the backups, and is let go of', async () => {
  const { app, page, userData, problems } = await launchOpen();
  const stick = freshFolder('stick');
  const second = page.getByRole('region', { name: 'Copies in a second folder' });
  await toSettings(page);
  await expect(rows(page)).toHaveCount(1);

  await chooseFile(app, join(userData, 'journals'));
  await pressOn(page, second.getByRole('button', { name: 'Choose a folder' }));
  await expect(second.getByRole('alert')).toContainText('This folder holds your journals');

  await chooseFile(app, stick);
  await pressOn(page, second.getByRole('button', { name: 'Choose a folder' }));
  await expect(second.getByText(stick)).toBeVisible();
  await expect(second.getByText('It is there, and every backup is copied to it.')).toBeVisible({ timeout: 20_000 });
  await expect(second.getByRole('alert')).toHaveCount(0);
  const [vault = ''] = readdirSync(join(stick, 'Ebb backups'));
  const copies = () => readdirSync(join(stick, 'Ebb backups', vault)).filter((name) => /^\d/.test(name));
  expect(copies()).toHaveLength(1);
  await pressOn(page, page.getByRole('button', { name: 'Back up now' }));
  await expect.poll(copies).toHaveLength(2);

  await pressOn(page, second.getByRole('button', { name: 'Stop copying' }));
  await expect(second.getByRole('button', { name: 'Choose a folder' })).toBeFocused();
  expect(copies()).toHaveLength(2);
  expect(problems).toEqual([]);
  await app.close();
  discard(userData);
  discard(stick);
});

test('the sample journal is not backed up, and its Settings say why', async () => {
  const { app, page, userData } = await launch({ args: ['--sample'] });
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await toSettings(page);
  await expect(page.getByText(/This sample is thrown away when you leave it/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back up now' })).toHaveCount(0);
  await app.close();
  discard(userData);
});
