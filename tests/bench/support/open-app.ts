import type { Page } from '@playwright/test';
import { callFrom, launch, type RunningApp } from '#tests/e2e/launch';
import { answerAsReleased } from './as-released';
import { PASSPHRASE, type Vault } from './vaults';
import { words } from './words';

/** The field of the lock screen. */
const passphraseField = (page: Page) => page.getByLabel(words.lock.passphrase, { exact: true });

/** Goes to a page of the app, now or, on the lock screen, once it is unlocked. */
export const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Types the passphrase, all but the Enter. */
export const typePassphrase = async (page: Page): Promise<void> => {
  await passphraseField(page).fill(PASSPHRASE);
};

/** Locks the journal and waits for the lock screen. */
export const lock = async (page: Page): Promise<void> => {
  const locked = page.waitForEvent('load');
  await callFrom(page, 'shell.lock', {});
  await locked;
  await passphraseField(page).waitFor();
};

/** Starts the app as it was built, at its lock screen, with a worker that answers as in the released app. */
export const openLocked = async ({ userData }: Pick<Vault, 'userData'>): Promise<RunningApp> => {
  const running = await launch({ userData });
  await passphraseField(running.page).waitFor();
  await answerAsReleased(running.app);
  // Locking starts a fresh worker.
  await lock(running.page);
  return running;
};

/** Starts the app and unlocks it, up to a page of it. */
export const openAt = async (vault: Vault, hash: string): Promise<RunningApp> => {
  const running = await openLocked(vault);
  await goTo(running.page, hash);
  await typePassphrase(running.page);
  await running.page.keyboard.press('Enter');
  await running.page.getByRole('navigation', { name: words.nav.label }).waitFor();
  return running;
};
