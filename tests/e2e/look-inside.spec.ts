import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { findings } from './axe';
import { pressOn, tabTo, typeInto } from './keyboard';
import { callFrom, discard } from './launch';
import { launchOpen } from './made-journal';
import { chooseFile, EXPORT_PASSPHRASE, exportJournal, writeEntry } from './main-job';

const backups = (page: Page): Locator => page.getByRole('region', { name: 'Backups', exact: true });

const toBackups = async (page: Page): Promise<void> => {
  await pressOn(page, page.getByRole('link', { name: 'Settings' }));
  await expect(page.getByRole('heading', { name: 'Backups', exact: true })).toBeVisible();
};

/** Takes a backup of the journal as it is now, beside the one that comes by itself. */
const backUp = async (page: Page): Promise<void> => {
  await toBackups(page);
  await expect(backups(page).getByRole('listitem')).toHaveCount(1);
  await pressOn(page, page.getByRole('button', { name: 'Back up now' }));
  await expect(backups(page).getByRole('listitem')).toHaveCount(2);
};

const journalsIn = (userData: string): string => join(userData, 'journals');

/** Every file of every snapshot: its place, its content and when it was written. */
const snapshotFiles = (userData: string): string[] => {
  const home = journalsIn(userData);
  const [journal = ''] = readdirSync(home).filter((name) => !name.startsWith('.') && name !== 'index.json');
  const folder = join(home, journal, 'snapshots');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\d{8}T/.test(name))
    .sort()
    .map((name) => {
      const { mtimeMs, size } = statSync(join(folder, name));
      const isFile = statSync(join(folder, name)).isFile();
      const content = isFile
        ? createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex')
        : '';
      return `${name} ${size} ${mtimeMs} ${content}`;
    });
};

/** What stands beside the journals and is none of them. */
const strangers = (userData: string): string[] =>
  readdirSync(journalsIn(userData)).filter((name) => name.startsWith('.'));

test('by keyboard alone, a backup is looked into and an entry copied back; undone; nothing in the backup changes', async () => {
  const { app, page, userData, problems } = await launchOpen();
  await writeEntry(page, 'The river', 'It was slow and grey.');
  await writeEntry(page, 'The bees', 'They were late this year.');
  await backUp(page);
  const files = snapshotFiles(userData);
  const listed = await callFrom(page, 'entries.list', { before: null, limit: 10 });
  const river = listed.ok ? listed.value.items.find(({ title }) => title === 'The river') : undefined;
  if (river === undefined) throw new Error('not written');
  expect(await callFrom(page, 'entries.delete', { id: river.id })).toMatchObject({ ok: true });

  const look = backups(page).getByRole('button', { name: /^Look inside: the backup of today/ });
  await pressOn(page, look.first());
  await expect(page.getByRole('heading', { level: 1, name: /^The backup of today [\d:.]+$/ })).toBeVisible();
  const row = page.getByRole('option', { name: /The river/ });
  await expect(row).toContainText('now under Recently deleted');
  await expect(page.getByRole('option', { name: /The bees/ })).not.toContainText('now');
  expect(await findings(page)).toEqual([]);

  await typeInto(page, page.getByRole('searchbox', { name: 'Search this backup' }), 'slow');
  await expect(page.getByRole('option')).toHaveCount(1);
  await pressOn(page, row);
  const entry = page.getByRole('article', { name: 'Entry as it was then' });
  await expect(entry).toContainText('It was slow and grey.');
  expect(await findings(page)).toEqual([]);
  const copyBack = entry.getByRole('button', { name: 'Copy back into the journal' });
  await pressOn(page, copyBack);
  await expect(page.getByRole('status')).toContainText('“The river” is back in your journal.');
  await expect(entry).toContainText('Your journal has this entry with the same words.');
  await pressOn(page, page.getByRole('button', { name: 'Undo' }));
  await expect(copyBack).toBeVisible();
  await pressOn(page, copyBack);
  await expect(copyBack).toHaveCount(0);
  expect(snapshotFiles(userData)).toEqual(files);

  await pressOn(page, entry.getByRole('link', { name: 'Show it as it is now' }));
  await expect(page.getByRole('textbox', { name: 'Your page' })).toContainText('It was slow and grey.');
  await expect(page.getByRole('option')).toHaveCount(2);
  expect(snapshotFiles(userData)).toEqual(files);
  expect(problems).toEqual([]);
  await app.close();
  discard(userData);
});

test('by keyboard alone, a backup and an export are tested; what is in them is told, and nothing of it stays', async () => {
  const { app, page, userData, problems } = await launchOpen();
  await writeEntry(page, 'The river', 'It was slow and grey.');
  await toBackups(page);
  await expect(backups(page).getByRole('listitem')).toHaveCount(1);
  const file = join(userData, 'journal.ebb.age');
  await chooseFile(app, file);
  await exportJournal(page);

  const test = backups(page).getByRole('button', { name: 'Test my backup' });
  await pressOn(page, test);
  const dialog = page.getByRole('dialog', { name: 'Test a backup' });
  await tabTo(page, dialog.getByRole('radio', { name: 'A backup on this computer' }));
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await pressOn(page, dialog.getByRole('button', { name: 'Choose an export file' }));
  await typeInto(page, dialog.getByLabel("The export's passphrase"), EXPORT_PASSPHRASE);
  await page.keyboard.press('Enter');
  const done = page.getByRole('dialog', { name: 'Everything could be read back' });
  await expect(done).toBeVisible({ timeout: 60_000 });
  await expect(done).toContainText('1 entry');
  await expect(done).toContainText('The river');
  expect(await findings(page)).toEqual([]);
  await pressOn(page, done.getByRole('button', { name: 'Done' }));

  await pressOn(page, test);
  await pressOn(page, dialog.getByRole('button', { name: 'Test it' }));
  await expect(done).toBeVisible({ timeout: 60_000 });
  await pressOn(page, done.getByRole('button', { name: 'Done' }));
  await expect(backups(page)).toContainText(/Tested on .*: everything in the .+ could be read back\./);
  expect(strangers(userData)).toEqual([]);
  expect(problems).toEqual([]);
  await app.close();
  discard(userData);
});
