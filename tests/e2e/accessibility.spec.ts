import { expect, type Page, test } from '@playwright/test';
import { findings } from './axe';
import { callFrom, discard, launch, type RunningApp } from './launch';
import { lock } from './main-job';

test.describe('axe finds nothing', () => {
  let running: RunningApp;

  test.beforeAll(async () => {
    running = await launch({ args: ['--sample'] });
    await expect(running.page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  });

  test.afterAll(async () => {
    await running.app.close();
    discard(running.userData);
  });

  const views: readonly (readonly [name: string, path: string, ready: (page: Page) => Promise<unknown>])[] = [
    ['Today', '/today', (page) => page.getByRole('button', { name: 'Save check-in' }).waitFor()],
    ['Journal', '/journal', (page) => page.getByRole('option').first().waitFor()],
    [
      'Journal with an entry open',
      '/journal',
      async (page) => {
        await page.getByRole('option').first().click();
        await page.getByRole('textbox', { name: 'Your page' }).waitFor();
      },
    ],
    [
      'Journal searching',
      '/journal',
      async (page) => {
        await page.getByRole('searchbox').fill('river');
        await page.getByText(/entries found/).waitFor();
      },
    ],
    ['All tags', '/tags', (page) => page.getByRole('list', { name: 'All tags' }).waitFor()],
    ['Trends', '/trends', (page) => page.getByRole('heading', { name: /The last 12 months/ }).waitFor()],
    ['Goals', '/goals', (page) => page.getByRole('button', { name: 'New goal' }).waitFor()],
    [
      'a goal being made',
      '/goals',
      async (page) => {
        await page.getByRole('button', { name: 'New goal' }).click();
        await page.getByRole('dialog').waitFor();
      },
    ],
    [
      'a run that would go on beside another',
      '/today',
      async (page) => {
        await page.getByRole('button', { name: 'Runs and milestones' }).click();
        await page.getByRole('button', { name: 'Add a run' }).click();
        await page.getByRole('button', { name: 'That run has ended' }).waitFor();
      },
    ],
    [
      'Recently deleted',
      '/goals',
      async (page) => {
        await page
          .getByRole('button', { name: /^What to do with/ })
          .first()
          .click();
        await page.getByRole('menuitem', { name: 'Delete' }).click();
        await page.getByRole('link', { name: 'Settings' }).click();
        await page.getByRole('link', { name: 'Show what was deleted' }).click();
        await page.getByRole('button', { name: /^Take it back: Goal: / }).waitFor();
      },
    ],
    [
      'Recently deleted, asking before something goes for good',
      '/deleted',
      async (page) => {
        await page
          .getByRole('button', { name: /^Delete for good: / })
          .first()
          .click();
        await page.getByRole('alertdialog').waitFor();
      },
    ],
    [
      'Goals with a form that was not finished',
      '/goals',
      async (page) => {
        await callFrom(page, 'drafts.keep', {
          id: '019a9b3c-4d5e-7000-8000-0a1b2c3d4e5f',
          content: { form: 'people', typed: { personName: 'Dana' } },
        });
        await page.reload();
        await page.getByRole('button', { name: 'Continue: People to call' }).waitFor();
      },
    ],
    ['Settings', '/settings', (page) => page.getByRole('heading', { name: 'About', exact: true }).waitFor()],
    [
      'Settings with a recovery key that looks mistyped',
      '/settings',
      async (page) => {
        await page.getByRole('button', { name: 'Check my recovery key' }).click();
        await page.getByLabel('Recovery key', { exact: true }).fill('7KQ2M');
        await page.keyboard.press('Enter');
        await page.getByText('something is missing or mistyped').first().waitFor();
      },
    ],
    [
      'a goal with a date half typed',
      '/goals',
      async (page) => {
        await page.getByRole('button', { name: 'New goal' }).click();
        await page.getByRole('spinbutton', { name: /^year/ }).focus();
        await page.keyboard.press('Backspace');
        await page.keyboard.press('Backspace');
        await page.keyboard.press('Backspace');
        await page.keyboard.press('Backspace');
        await page.getByRole('button', { name: 'Save goal' }).click();
        await page.getByText('Fill in day, month and year').first().waitFor();
      },
    ],
    [
      'Emergency',
      '/emergency',
      (page) => page.getByRole('heading', { name: 'If someone may have overdosed' }).waitFor(),
    ],
  ];

  for (const [name, path, ready] of views) {
    test(`on ${name}, in light and dark`, async () => {
      const { page } = running;
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, path);
      await ready(page);
      expect(await findings(page)).toEqual([]);
      if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape');
    });
  }
});

test('axe finds nothing from the first screen to the lock screen', async () => {
  const { app, page, userData } = await launch();
  const check = async (): Promise<void> => expect(await findings(page)).toEqual([]);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Make my journal' }).waitFor();
  await check();
  await press('Make my journal');
  await page.getByLabel('Passphrase', { exact: true }).fill('quokka lantern oatmeal bridge');
  await page.getByLabel('The same again', { exact: true }).fill('quokka lantern oatmeal bridge');
  await check();
  await press('Go on');
  await page.getByRole('button', { name: 'I have it' }).waitFor({ timeout: 30_000 });
  await check();
  await press('I have it');
  await check();
  await press('Do this later');
  await page.getByRole('button', { name: 'Skip' }).waitFor();
  await check();
  await press('Skip');
  for (const path of ['/today', '/journal', '/trends', '/goals']) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await check();
  }
  await page.getByRole('link', { name: 'Settings' }).click();
  // The first backup comes by itself.
  await page.getByRole('button', { name: /^Check now/ }).waitFor();
  await check();
  await page.getByRole('button', { name: /^Go back to this/ }).click();
  await page.getByRole('alertdialog').waitFor();
  await check();
  await page.keyboard.press('Escape');
  await lock(page);
  await check();
  await press('Restore an export');
  await check();
  await app.close();
  discard(userData);
});
