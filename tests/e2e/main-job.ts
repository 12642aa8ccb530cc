import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { pressOn, tabTo, typeInto } from './keyboard';

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
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
};

/** Unlocks with a passphrase. */
export const unlock = async (page: Page, passphrase = PASSPHRASE): Promise<void> => {
  await typeInto(page, page.getByLabel('Passphrase', { exact: true }), passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible({ timeout: 30_000 });
};
