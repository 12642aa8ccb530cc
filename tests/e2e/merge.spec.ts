import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { findings } from './axe';
import { pressOn, typeInto } from './keyboard';
import { discard, freshFolder, launch, type RunningApp } from './launch';
import { putJournal } from './made-journal';
import {
  chooseFile,
  createJournal,
  EXPORT_PASSPHRASE,
  exportJournal,
  goTo,
  leaveField,
  lock,
  unlock,
  writeEntry,
} from './main-job';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const withApp = async (userData: string, use: (running: RunningApp) => Promise<void>): Promise<void> => {
  const running = await launch({ userData });
  try {
    await use(running);
    expect(running.problems).toEqual([]);
  } finally {
    await running.app.close();
  }
};

const titles = async (page: Page): Promise<string[]> => {
  await leaveField(page);
  await goTo(page, '2', 'Journal');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options.first()).toBeVisible();
  const names = await options.evaluateAll((found) => found.map((option) => option.textContent ?? ''));
  return ['From elsewhere', 'The first page'].filter((title) => names.some((name) => name.includes(title)));
};

let folders: string[];
test.beforeEach(() => {
  folders = [freshFolder('elsewhere'), freshFolder(), freshFolder('exports')];
});
test.afterEach(() => folders.forEach(discard));

test('an export is merged by keyboard alone, told beforehand, and undone later', async () => {
  const [elsewhere = '', userData = '', exports = ''] = folders;
  const file = join(exports, 'elsewhere.ebb.age');
  await withApp(elsewhere, async ({ app, page }) => {
    await createJournal(page);
    await writeEntry(page, 'From elsewhere', 'The sea was calm.');
    await chooseFile(app, file);
    await exportJournal(page);
  });
  await putJournal(userData);
  await withApp(userData, async ({ app, page }) => {
    await unlock(page);
    await writeEntry(page, 'The first page', 'It began with rain.');
    await chooseFile(app, file);
    await pressOn(page, page.getByRole('link', { name: 'Settings' }));
    await pressOn(page, button(page, 'Merge an export'));
    await pressOn(page, button(page, 'Choose an export file'));
    await typeInto(page, page.getByLabel("The export's passphrase"), EXPORT_PASSPHRASE);
    await page.keyboard.press('Enter');
    const told = page.getByRole('dialog', { name: 'What would change' });
    await expect(told).toContainText('1 entry', { timeout: 60_000 });
    await expect(told).toContainText('It is an export of another journal.');
    expect(await findings(page)).toEqual([]);
    await pressOn(page, button(page, 'Merge'));
    const done = page.getByRole('dialog', { name: 'Merged' });
    await expect(done).toContainText('Only in the export, so this came in.', { timeout: 60_000 });
    await pressOn(page, button(page, 'Done'));
    await expect(page.getByText('made before merging an export')).toBeVisible();
    expect(await titles(page)).toEqual(['From elsewhere', 'The first page']);
    await pressOn(page, page.getByRole('link', { name: 'Settings' }));
    await pressOn(page, button(page, 'Undo the merge'));
    await pressOn(page, page.getByRole('alertdialog').getByRole('button', { name: 'Undo the merge' }));
    await expect(page.getByRole('status').filter({ hasText: 'The merge is undone.' })).toBeVisible();
    expect(await titles(page)).toEqual(['The first page']);
    await lock(page);
  });
  expect(readdirSync(join(userData, 'journals')).filter((name) => name.startsWith('.'))).toEqual([]);
});
