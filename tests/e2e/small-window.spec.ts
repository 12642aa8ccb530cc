import { randomUUID } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { LocalDate } from '#core/local-date';
import { defaultDeviceSettings } from '#core/settings';
import { aGoal, anId } from '#tests/support/builders';
import { findings } from './axe';
import { pressOn, tabTo, typeInto } from './keyboard';
import { callFrom, discard, freshFolder, launch, type RunningApp } from './launch';
import {
  chooseFile,
  createJournal,
  EXPORT_PASSPHRASE,
  exportJournal,
  lock,
  PASSPHRASE,
  unlock,
  writeEntry,
} from './main-job';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The smallest window there is; the largest text was chosen before. */
const shrink = async ({ app, page }: RunningApp): Promise<void> => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
  const seen = () =>
    page.evaluate(() => `${innerWidth} ${innerHeight} ${getComputedStyle(document.documentElement).fontSize}`);
  await expect.poll(seen).toBe('900 600 24px');
};

/** What was put into the journal behind the window's back is shown from then on. */
const lockAndUnlock = async (page: Page): Promise<void> => {
  await lock(page);
  await unlock(page);
};

/** All of it is in the window, and nothing lies on it: neither what is fixed nor the end of what scrolls. */
const isWholeInSight = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const middle = (left + right) / 2;
    return [top + 3, bottom - 3].every((y) => {
      const on = document.elementFromPoint(middle, y);
      return on !== null && (element.contains(on) || on.contains(element)) && top >= 0 && bottom <= innerHeight;
    });
  });
const expectInSight = async (...targets: readonly Locator[]): Promise<void> => {
  for (const target of targets) {
    await expect(async () => expect(await isWholeInSight(target), String(target)).toBe(true)).toPass({
      timeout: 10_000,
    });
  }
};

/** How many parts of the page have more in them than they show. */
const scrollAreas = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter(
        (element) =>
          element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY),
      ).length,
  );

const journalIn = (userData: string): string => {
  const home = join(userData, 'journals');
  const [name = ''] = readdirSync(home).filter((entry) => entry !== 'index.json');
  return join(home, name);
};

const withCopy = async (use: (running: RunningApp) => Promise<void>, change?: (userData: string) => void) => {
  const userData = freshFolder();
  cpSync(original, userData, { recursive: true });
  change?.(userData);
  const running = await launch({ userData });
  try {
    await shrink(running);
    await use(running);
    expect(running.problems).toEqual([]);
  } finally {
    await running.app.close();
    discard(userData);
  }
};

let original: string;
let exported: string;
test.beforeAll(async () => {
  original = freshFolder('small');
  exported = join(freshFolder('exports'), 'journal.ebb.age');
  const { app, page } = await launch({ userData: original });
  await createJournal(page);
  for (const title of ['The river', 'The bees', 'The kettle', 'The train', 'The dog']) {
    await writeEntry(page, title, 'It was slow and grey.');
    expect(await callFrom(page, 'snapshots.take', { job: randomUUID() })).toMatchObject({ ok: true });
  }
  await writeEntry(page, 'A long day', 'The rain stopped at six. '.repeat(14));
  await chooseFile(app, exported);
  await exportJournal(page);
  const device = { ...defaultDeviceSettings, theme: 'light', textSize: 150 } as const;
  expect(await callFrom(page, 'device.save', device)).toMatchObject({ ok: true });
  await app.close();
});
test.afterAll(() => {
  discard(original);
  discard(join(exported, '..'));
});

test('the lock screen shows its field, its button and the other way in, for the recovery key too', async () => {
  await withCopy(async ({ page }) => {
    await expectInSight(page.getByLabel('Passphrase', { exact: true }), button(page, 'Unlock'));
    await expectInSight(button(page, 'Use recovery key'), page.getByRole('link', { name: /^Emergency/ }));
    await pressOn(page, button(page, 'Use recovery key'));
    const field = page.getByLabel('Recovery key', { exact: true });
    await typeInto(page, field, 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG-HHHHH');
    await expectInSight(page.getByText('Recovery key', { exact: true }), field);
    await expectInSight(button(page, 'Unlock'), button(page, 'Use passphrase'));
  });
});

test('the recovery screen scrolls as one, and its button stays in sight', async () => {
  const damage = (userData: string): void => {
    const database = join(journalIn(userData), 'journal.db');
    const bytes = readFileSync(database);
    bytes[30] = (bytes[30] ?? 0) ^ 4;
    writeFileSync(database, bytes);
  };
  await withCopy(async ({ page }) => {
    await typeInto(page, page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await page.keyboard.press('Enter');
    await pressOn(page, button(page, 'See what can be brought back'));
    await typeInto(page, page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await page.keyboard.press('Enter');
    await expectInSight(button(page, 'Bring this back'), button(page, 'Back'));
    expect(await scrollAreas(page)).toBe(1);
    const ways = page.getByRole('radio');
    await tabTo(page, ways.first());
    for (let step = (await ways.count()) - 1; step > 0; step -= 1) {
      await page.keyboard.press('ArrowDown');
      await expectInSight(page.locator('label:has(input:checked)'), button(page, 'Bring this one back'));
    }
    await expect(ways.last()).toBeChecked();
    expect(await findings(page)).toEqual([]);
  }, damage);
});

test("the test of a backup shows the field for an export's passphrase, again after a wrong one", async () => {
  await withCopy(async ({ app, page }) => {
    await unlock(page);
    await chooseFile(app, exported);
    await pressOn(page, page.getByRole('link', { name: 'Settings' }));
    await pressOn(page, button(page, 'Test my backup'));
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByRole('radio').first());
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await pressOn(page, button(page, 'Choose an export file'));
    const field = dialog.getByLabel("The export's passphrase");
    await expect(field).toBeFocused();
    const around = [field, button(page, 'Test it'), button(page, 'Cancel')];
    await expectInSight(...around);
    await page.keyboard.type('not this one');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toBeVisible({ timeout: 30_000 });
    await expect(field).toBeFocused();
    await expectInSight(...around, dialog.getByText('That passphrase does not open this export.'));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(EXPORT_PASSPHRASE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Everything could be read back' })).toBeVisible({ timeout: 60_000 });
  });
});

test('what is taken back is named, once, below the page and on none of its buttons', async () => {
  await withCopy(async ({ page }) => {
    await unlock(page);
    const listed = await callFrom(page, 'entries.list', { before: null, limit: 10 });
    for (const { id } of listed.ok ? listed.value.items : []) await callFrom(page, 'entries.delete', { id });
    await page.keyboard.press('2');
    await pressOn(page, page.getByRole('link', { name: 'Recently deleted' }));
    const messages = page.getByRole('region', { name: 'Messages' }).getByRole('listitem');
    for (const title of ['The bees', 'The kettle', 'The train']) {
      await pressOn(page, page.getByRole('button', { name: `Take it back: Entry: ${title}` }));
      await expect(messages).toHaveText(new RegExp(`^“${title}” is back in your journal\\.Undo`));
      // The keyboard goes on at the next row.
      await expectInSight(page.locator('main button:focus'));
    }
    await expect(messages).toHaveCount(1);
    const main = await page.getByRole('main').boundingBox();
    const message = await messages.boundingBox();
    if (main === null || message === null) throw new Error('not laid out');
    expect(main.y + main.height).toBeLessThanOrEqual(message.y);
  });
});

test('what is not finished leaves the page its room, and Emergency shows nothing of it', async () => {
  await withCopy(async ({ page }) => {
    await unlock(page);
    for (const note of ['The first of three', 'The second of three', 'The third of three']) {
      const answers = {
        ...{ mood: null, craving: null, energy: null, confidence: null, sleepMinutes: null },
        ...{ halt: [], feelings: [], note },
      };
      const content = { form: 'check-in', record: anId(), at: null, touchedAt: Date.now(), answers } as const;
      expect(await callFrom(page, 'drafts.keep', { id: anId(), content })).toMatchObject({ ok: true });
    }
    await lockAndUnlock(page);
    const notices = page.getByRole('complementary', { name: 'About this journal' });
    await expect(notices).toContainText('3 forms are not saved yet.');
    const height = async (): Promise<number> => (await notices.boundingBox())?.height ?? 0;
    // A button and what is around it.
    expect(await height()).toBeLessThan(600 / 8);
    await page.keyboard.press('2');
    await expectInSight(page.getByRole('option', { name: 'A long day' }));
    await pressOn(page, button(page, 'Look'));
    await expectInSight(button(page, 'Hide'), button(page, 'Continue: A check-in').first());
    await pressOn(page, page.getByRole('link', { name: 'Emergency' }));
    await expect(notices).toHaveCount(0);
    await expect(page.getByText('of three')).toHaveCount(0);
    await expectInSight(page.getByRole('main').getByRole('heading', { level: 2 }).first());
  });
});

const pageOf = { 1: '#/today', 2: '#/journal', 3: '#/trends', 4: '#/goals' } as const;

/** Words of buttons that stand on two lines. */
const brokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button')].flatMap((button) => {
      const broken: string[] = [];
      const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() !== null) {
        const node = texts.currentNode;
        for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
        }
      }
      return broken;
    }),
  );

test('no button breaks inside a word', async () => {
  await withCopy(async ({ page }) => {
    await unlock(page);
    const goal = aGoal({ title: 'Walk by the river' });
    expect(await callFrom(page, 'goals.save', goal)).toMatchObject({ ok: true });
    const today = new Date().toLocaleDateString('sv') as LocalDate;
    const mark = { goal: goal.id, day: today, state: 'done', amount: null, note: '' } as const;
    expect(await callFrom(page, 'goals.mark', mark)).toMatchObject({ ok: true });
    await lockAndUnlock(page);
    const broken: string[] = [];
    for (const textSize of [120, 135, 150]) {
      await page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${size}%`), textSize);
      for (const key of ['1', '2', '3', '4'] as const) {
        await page.keyboard.press(key);
        await expect(page.locator('nav [aria-current]')).toHaveAttribute('href', pageOf[key]);
        if (key === '4') await expect(page.getByRole('button', { name: 'History' })).toBeVisible();
        broken.push(...(await brokenWords(page)).map((word) => `${word}, page ${key}, ${textSize} %`));
      }
    }
    expect(broken).toEqual([]);
  });
});

test('an earlier state scrolls only where it has more words than fit', async () => {
  await withCopy(async ({ page }) => {
    await unlock(page);
    await page.keyboard.press('2');
    await pressOn(page, page.getByRole('listbox'));
    await tabTo(page, page.getByRole('textbox', { name: 'Your page' }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Short.');
    await expect(page.getByText('Saved · 1 word')).toBeVisible();
    const state = page.getByRole('article', { name: 'The page as it was then' });
    const unseen = () => state.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    await pressOn(page, button(page, 'Earlier states'));
    await expect(state).toContainText('The rain stopped at six.');
    expect(await unseen()).toBeGreaterThan(0);
    await pressOn(page, button(page, 'Take this state back'));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await pressOn(page, button(page, 'Earlier states'));
    await expect(state).toContainText('Short.');
    expect(await unseen()).toBe(0);
    await expectInSight(state, button(page, 'Take this state back'));
    expect(await findings(page)).toEqual([]);
  });
});
