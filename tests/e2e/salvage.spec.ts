import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { findings } from './axe';
import { pressOn, typeInto } from './keyboard';
import { callFrom, discard, freshFolder, launch, type RunningApp } from './launch';
import { putJournal } from './made-journal';
import { goTo, leaveField, PASSPHRASE, unlock, writeEntry } from './main-job';

const PAGE = 4096;

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

/** Has the system's dialog answer with this folder. */
const chooseFolder = (app: ElectronApplication, folder: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);

const expectEntry = async (page: Page): Promise<void> => {
  await leaveField(page);
  await goTo(page, '2', 'Journal');
  await expect(page.getByRole('option', { name: 'The first page' })).toBeVisible();
  await pressOn(page, page.getByRole('listbox'));
  await expect(page.getByRole('textbox', { name: 'Your page' })).toHaveText('It began with rain.');
};

const makeJournal = async (userData: string): Promise<void> => {
  await putJournal(userData);
  await withApp(userData, async ({ page }) => {
    await unlock(page);
    await writeEntry(page, 'The first page', 'It began with rain.');
    expect(await callFrom(page, 'snapshots.take', { job: randomUUID() })).toMatchObject({ ok: true });
  });
};

const folderIn = (userData: string): string => {
  const home = join(userData, 'journals');
  const [name = ''] = readdirSync(home).filter((entry) => entry !== 'index.json');
  return join(home, name);
};

let userData: string;
let stick: string;
test.beforeEach(() => {
  userData = freshFolder();
  stick = freshFolder('stick');
});
test.afterEach(() => {
  discard(userData);
  discard(stick);
});

test('what can be read of a damaged journal comes back by keyboard alone, and the words are there', async () => {
  await makeJournal(userData);
  const folder = folderIn(userData);
  // Whether the snapshot of the day has been taken already is chance.
  rmSync(join(folder, 'snapshots'), { recursive: true, force: true });
  const database = join(folder, 'journal.db');
  const damaged = readFileSync(database);
  // The first page, without which SQLite opens nothing.
  damaged[30] = (damaged[30] ?? 0) ^ 4;
  writeFileSync(database, damaged);
  await withApp(userData, async ({ page }) => {
    await typeInto(page, page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Some of your pages may not be readable')).toBeVisible({ timeout: 30_000 });
    await pressOn(page, button(page, 'See what can be brought back'));
    await typeInto(page, page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Your journal can be brought back')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('radio', { name: /^What can still be read/ })).toBeChecked();
    await expect(page.getByText('1 entry').first()).toBeVisible();
    await expect(page.getByText('As far as Ebb can tell, nothing is missing.')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await pressOn(page, button(page, 'Bring this back'));
    await expect(page.getByRole('alertdialog')).toContainText('The files that are here now are kept as they are');
    expect(await findings(page)).toEqual([]);
    await pressOn(page, button(page, 'Bring it back'));
    await expect(heading(page, 'Welcome back')).toBeVisible({ timeout: 30_000 });
    await unlock(page);
    await expectEntry(page);
  });
  expect(readFileSync(database)).toEqual(damaged);
  const copies = readdirSync(join(folder, 'damaged'));
  expect(copies).toHaveLength(1);
  expect(readFileSync(join(folder, 'damaged', copies[0] ?? '', 'journal.db'))).toEqual(damaged);
  expect(damaged.length % PAGE).toBe(0);
});

test('a journal whose folder is gone comes back from the second folder by keyboard alone', async () => {
  await makeJournal(userData);
  const folder = folderIn(userData);
  await withApp(userData, async ({ app, page }) => {
    await unlock(page);
    await chooseFolder(app, stick);
    const chosen = await callFrom(page, 'shell.chooseFolder', {});
    const ticket = chosen.ok ? (chosen.value?.ticket ?? null) : null;
    expect(await callFrom(page, 'snapshots.take', { job: randomUUID() })).toMatchObject({ ok: true });
    expect(await callFrom(page, 'snapshots.chooseSecond', { folder: ticket })).toMatchObject({ ok: true });
    const second = async () => {
      const list = await callFrom(page, 'snapshots.list', {});
      return list.ok ? list.value.second?.missing : null;
    };
    await expect.poll(second, { timeout: 30_000 }).toBe(0);
  });
  rmSync(folder, { recursive: true });
  await withApp(userData, async ({ page }) => {
    await expect(heading(page, "Your journal's folder is not here")).toBeVisible();
    await pressOn(page, button(page, 'Restore a backup from a folder'));
    await expect(page.getByText(`Ebb has copied its backups to ${stick}.`)).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await pressOn(page, button(page, 'Look there'));
    await expect(page.getByRole('heading', { name: /^There (is one backup|are \d backups)$/ })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await typeInto(page, page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio').first()).toBeChecked({ timeout: 30_000 });
    await pressOn(page, button(page, 'Bring this one back'));
    await pressOn(page, button(page, 'Bring it back'));
    await expect(heading(page, 'Your journal is here again')).toBeVisible({ timeout: 30_000 });
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await unlock(page);
    await expectEntry(page);
  });
});

test('a journal comes to a new computer from a stick, and a folder without backups says so', async () => {
  await makeJournal(userData);
  const copies = join(stick, 'Ebb backups', basename(folderIn(userData)));
  mkdirSync(copies, { recursive: true });
  cpSync(join(folderIn(userData), 'snapshots'), copies, { recursive: true });
  const fresh = freshFolder('new');
  const empty = freshFolder('empty');
  try {
    await withApp(fresh, async ({ app, page }) => {
      await pressOn(page, button(page, 'I have a backup'));
      await chooseFolder(app, empty);
      await pressOn(page, button(page, 'Choose the folder'));
      await expect(page.getByRole('alert')).toContainText('There are no backups of Ebb in this folder.');
      await chooseFolder(app, stick);
      await pressOn(page, button(page, 'Choose the folder'));
      await typeInto(page, page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('radio').first()).toBeChecked({ timeout: 30_000 });
      await pressOn(page, button(page, 'Bring this one back'));
      await expect(page.getByRole('checkbox', { name: `Go on copying new backups into ${stick}` })).toBeChecked();
      await pressOn(page, button(page, 'Bring it back'));
      await expect(heading(page, 'Your journal is here again')).toBeVisible({ timeout: 30_000 });
      await pressOn(page, button(page, 'Unlock it'));
      await unlock(page);
      await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
      expect(await callFrom(page, 'snapshots.list', {})).toMatchObject({
        value: { second: { folder: stick, present: true } },
      });
    });
  } finally {
    discard(fresh);
    discard(empty);
  }
});
