import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { pressOn } from './keyboard';
import { discard, freshFolder, launch, type RunningApp } from './launch';
import { launchOpen } from './made-journal';
import { goTo, leaveField, lock, unlock } from './main-job';
import { findTraces } from './traces';

/** Words that occur nowhere else. */
const canaries = { note: 'zqnote-canary-half-said', title: 'zqtitle-canary-of-a-goal', why: 'zqwhy-canary-of-a-goal' };

/** What may be lost by a sudden end: one second of typing. */
const KEPT_WITHIN_MS = 1100;

const ownHome = () => {
  const home = freshFolder('home');
  const folder = (name: string): string => {
    const made = join(home, name);
    mkdirSync(made);
    return made;
  };
  const env = { HOME: home, TMPDIR: folder('tmp'), XDG_CONFIG_HOME: folder('config'), XDG_CACHE_HOME: folder('cache') };
  return { home, env, userData: folder('user') };
};

const killAll = async ({ app }: RunningApp): Promise<void> => {
  const child = app.process();
  const gone = once(child, 'exit');
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await gone;
};

const note = (page: Page) => page.getByRole('form', { name: 'Check in' }).getByRole('textbox', { name: 'Note' });

const typeWords = async (page: Page): Promise<void> => {
  await leaveField(page);
  await page.keyboard.press('c');
  await pressOn(page, page.getByRole('button', { name: 'Sleep, energy, confidence, note, time' }));
  await note(page).pressSequentially(canaries.note);
  await leaveField(page);
  await goTo(page, '4', 'Goals');
  await page.getByRole('button', { name: 'New goal' }).click();
  await page.getByLabel('What you want to do').pressSequentially(canaries.title);
  await page.getByLabel('Why, if you like').pressSequentially(canaries.why);
};

const takeUp = async (page: Page): Promise<void> => {
  await expect(page.getByText('You were writing these when Ebb locked or stopped.')).toBeVisible();
  await pressOn(page, page.getByRole('button', { name: 'Continue: A goal' }));
  await expect(page.getByLabel('What you want to do')).toHaveValue(canaries.title);
  await expect(page.getByLabel('Why, if you like')).toHaveValue(canaries.why);
};

test('words typed in forms survive kill -9 to within a second, are taken up, and lie readable nowhere', async () => {
  test.setTimeout(180_000);
  const { home, env, userData } = ownHome();
  const before = await launchOpen({ userData, env });
  await typeWords(before.page);
  await before.page.waitForTimeout(KEPT_WITHIN_MS);
  await killAll(before);
  expect(findTraces([home], Object.values(canaries))).toEqual([]);

  const { app, page, problems } = await launch({ userData, env });
  await unlock(page);
  await takeUp(page);
  await page.getByRole('button', { name: 'Save goal' }).click();
  await expect(page.getByRole('heading', { name: canaries.title })).toBeVisible();
  await pressOn(page, page.getByRole('button', { name: 'Continue: A check-in' }));
  await expect(note(page)).toHaveValue(canaries.note);
  await page.getByRole('button', { name: 'Save check-in' }).click();
  await expect(page.getByRole('region', { name: 'Check-ins' })).toContainText(canaries.note);
  await expect(page.getByText('when Ebb locked or stopped')).toHaveCount(0);
  expect(problems).toEqual([]);
  await app.close();
  expect(findTraces([home], Object.values(canaries))).toEqual([]);
  discard(home);
});

test('a lock keeps what stands in forms, and what is let go of is not offered again', async () => {
  test.setTimeout(180_000);
  const { app, page, userData } = await launchOpen();
  await typeWords(page);
  await lock(page);
  await unlock(page);
  await takeUp(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await pressOn(page, page.getByRole('button', { name: 'Let it go: A check-in' }));
  await expect(page.getByText('when Ebb locked or stopped')).toHaveCount(0);
  await lock(page);
  await unlock(page);
  await expect(page.getByRole('heading', { name: 'Goals' })).toBeVisible();
  await expect(page.getByText('when Ebb locked or stopped')).toHaveCount(0);
  await app.close();
  discard(userData);
});

test('the window is empty at once when the journal locks', async () => {
  test.setTimeout(120_000);
  const { app, page, userData } = await launchOpen();
  await typeWords(page);
  // Read in the same breath: before anything was written, and before the shell has heard of it.
  const left = await page.evaluate(() => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', code: 'KeyL', ctrlKey: true, cancelable: true }));
    return document.documentElement.outerHTML;
  });
  expect(left).toMatch(/<body><\/body>/);
  for (const word of Object.values(canaries)) expect(left).not.toContain(word);
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible({ timeout: 30_000 });
  await app.close();
  discard(userData);
});
