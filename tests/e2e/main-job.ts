import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { pressOn, tabTo, typeInto } from './keyboard';
import type { RunningApp } from './launch';

/** A passphrase for tests' journals. */
export const PASSPHRASE = 'quokka lantern oatmeal bridge';

/** A passphrase for tests' exports. */
export const EXPORT_PASSPHRASE = 'walnut harbour pencil seven';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** From the first screen to an open journal, recovery key proven, by keyboard alone. Returns the key's groups. */
export const createJournal = async (page: Page, passphrase = PASSPHRASE): Promise<string[]> => {
  await pressOn(page, button(page, 'Make my journal'));
  await typeInto(page, page.getByLabel('Passphrase', { exact: true }), passphrase);
  await typeInto(page, page.getByLabel('The same again', { exact: true }), passphrase);
  await page.keyboard.press('Enter');
  const list = page.getByRole('list', { name: 'Your recovery key' }).getByRole('listitem');
  await expect(list).toHaveCount(8, { timeout: 30_000 });
  const groups = (await list.allInnerTexts()).map((text) => text.trim().slice(-5));
  await pressOn(page, button(page, 'I have it'));
  for (const field of await page.getByRole('textbox', { name: /^Group \d$/ }).all()) {
    const number = Number(
      (await field.getAttribute('aria-label')) ??
        (await page.locator(`label[for="${await field.getAttribute('id')}"]`).innerText()).replace(/\D/g, ''),
    );
    await typeInto(page, field, groups[number - 1] ?? '');
  }
  await pressOn(page, button(page, 'Check them'));
  await pressOn(page, button(page, 'Skip'));
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  return groups;
};

/** Goes to a page by its number key, as long as no field has the focus. */
export const goTo = async (page: Page, key: '1' | '2' | '3' | '4', title: string): Promise<void> => {
  await page.keyboard.press(key);
  await expect(page.getByRole('heading', { level: 1 }).filter({ hasText: title }).first()).toBeVisible();
};

/** A check-in from Today: mood good, craving 3, tired, a note. */
export const checkIn = async (page: Page, note: string): Promise<void> => {
  await leaveField(page);
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: 'Check in' });
  await tabTo(page, form.getByRole('radio', { name: 'Very low' }));
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await typeInto(page, form.getByRole('textbox', { name: 'Craving, as a number' }), '3');
  await tabTo(page, form.getByRole('toolbar', { name: 'HALT' }).getByRole('button', { name: 'hungry' }));
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await pressOn(page, button(page, 'Sleep, energy, confidence, note, time'));
  await typeInto(page, form.getByRole('textbox', { name: 'Note' }), note);
  await pressOn(page, button(page, 'Save check-in'));
  await expect(page.getByRole('region', { name: 'Check-ins' })).toContainText('Good');
};

/** A goal from one of the examples, ticked for today. */
export const addGoal = async (page: Page): Promise<void> => {
  await leaveField(page);
  await goTo(page, '4', 'Goals');
  await pressOn(page, button(page, 'Journal every night'));
  await pressOn(page, button(page, 'Save goal'));
  await pressOn(page, page.getByRole('checkbox', { name: /^Done today/ }), 'Space');
  await expect(page.getByRole('checkbox', { name: /^Done today/ })).toBeChecked();
};

/** The system's own dialogs cannot be driven from here: they answer with this file. */
export const chooseFile = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);

/** Locks by shortcut and waits for the lock screen. */
export const lock = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+l');
  // Closing the journal and starting a fresh worker takes a moment, much more of one under a tracer.
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible({ timeout: 30_000 });
};

/** Unlocks with a passphrase. */
export const unlock = async (page: Page, passphrase = PASSPHRASE): Promise<void> => {
  await typeInto(page, page.getByLabel('Passphrase', { exact: true }), passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible({ timeout: 30_000 });
};

/** Exports everything from Settings to the file chosen with chooseFile, and waits until it has been verified. */
export const exportJournal = async (page: Page, passphrase = EXPORT_PASSPHRASE): Promise<void> => {
  await pressOn(page, page.getByRole('link', { name: 'Settings' }));
  await pressOn(page, button(page, 'Export'));
  await pressOn(page, button(page, 'Choose where to put it'));
  await typeInto(page, page.getByLabel('A passphrase for this file', { exact: true }), passphrase);
  await typeInto(page, page.getByLabel('The same again', { exact: true }), passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Written and checked' })).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Escape');
};

/** From the lock screen: looks into the file chosen with chooseFile and restores it into a new journal. */
export const restoreJournal = async (page: Page, exportPassphrase: string, passphrase = PASSPHRASE): Promise<void> => {
  await pressOn(page, button(page, 'Restore an export'));
  await pressOn(page, button(page, 'Choose an export file'));
  await typeInto(page, page.getByLabel("The export's passphrase"), exportPassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByText('What is inside')).toBeVisible({ timeout: 60_000 });
  await typeInto(page, page.getByLabel('A passphrase for the restored journal', { exact: true }), passphrase);
  await typeInto(page, page.getByLabel('The same again', { exact: true }), passphrase);
  await page.keyboard.press('Enter');
  await expect(button(page, 'I have it')).toBeVisible({ timeout: 60_000 });
  await pressOn(page, button(page, 'I have it'));
  await pressOn(page, button(page, 'Do this later'));
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
};

/** A new entry with a title and a page, by keyboard; waits until it is said to be saved. */
export const writeEntry = async (page: Page, title: string, text: string): Promise<void> => {
  await leaveField(page);
  await page.keyboard.press('n');
  const sheet = page.getByRole('textbox', { name: 'Your page' });
  await expect(sheet).toBeFocused();
  await page.keyboard.type(text);
  const name = page.getByRole('textbox', { name: 'Title' });
  for (let stop = 0; stop < 5 && !(await name.evaluate((field) => field === document.activeElement)); stop += 1) {
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.type(title);
  await expect(page.getByRole('option', { name: title })).toBeVisible();
  await expect(page.getByText(/^Saved · \d+ words?$/)).toBeVisible();
};

/** Types into the journal's search. */
export const searchFor = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(text);
  await expect(page.getByText(/entr(y|ies) found|Nothing found/)).toBeVisible();
};

/** Leaves whatever field has the focus, so that single keys are shortcuts again. */
export const leaveField = async (page: Page): Promise<void> => {
  await pressOn(page, page.getByRole('link', { name: 'Today' }));
};

/**
 * The main job by keyboard alone: make a journal, write, check in, see the trend, keep a goal, find, export, lock, restore
 * the export into a new journal, and find everything in it again.
 */
export const wholeMainJob = async ({ app, page, userData, problems }: RunningApp): Promise<void> => {
  await createJournal(page);
  await writeEntry(page, 'The first page', 'It began with rain.');
  await checkIn(page, 'a good day');
  await goTo(page, '3', 'Trends');
  await expect(page.getByText(/1 of 1 days? recorded/).first()).toBeVisible();
  await addGoal(page);
  await searchFor(page, 'rain');
  await expect(page.getByRole('option', { name: 'The first page' })).toBeVisible();
  const file = join(userData, 'backup.ebb.age');
  await chooseFile(app, file);
  await exportJournal(page, EXPORT_PASSPHRASE);
  expect(readFileSync(file).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  await lock(page);
  await restoreJournal(page, EXPORT_PASSPHRASE, 'another lantern oatmeal bridge');
  await leaveField(page);
  await expect(page.getByRole('region', { name: 'Check-ins' })).toContainText('a good day');
  await page.keyboard.press('2');
  await expect(page.getByRole('option', { name: 'The first page' })).toBeVisible();
  await goTo(page, '4', 'Goals');
  await expect(page.getByRole('checkbox', { name: /^Done today/ })).toBeChecked();
  expect(problems).toEqual([]);
};

/** Waits until the lock screen has refused an attempt; what it said about the one before goes when the next begins. */
export const answered = (page: Page): Promise<void> => expect(page.getByRole('alert')).toBeVisible({ timeout: 20_000 });
