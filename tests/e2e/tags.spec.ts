import { expect, type Page, test } from '@playwright/test';
import { defaultDeviceSettings } from '#core/settings';
import { anEntry } from '#tests/support/builders';
import { findings } from './axe';
import { pressOn, tabTo, typeInto } from './keyboard';
import { callFrom, discard, launch, type RunningApp } from './launch';

const LONG = 'what I would say to my brother, one day.';

/** A journal with two hundred tags more than the sample has, and one of forty letters. */
const fill = async (page: Page): Promise<void> => {
  const numbered = Array.from({ length: 200 }, (_, index) => `place ${index + 1}`);
  const lists = [...Array.from({ length: 4 }, (_, part) => numbered.slice(part * 50, part * 50 + 50)), [LONG, 'Kin']];
  for (const tags of [...lists, ['Kin', 'Next of kin'], ['Next of kin']]) {
    expect(await callFrom(page, 'entries.save', anEntry({ text: 'By the river.', tags }))).toMatchObject({ ok: true });
  }
};

const usesOf = async (page: Page, name: string): Promise<number | undefined> => {
  const tags = await callFrom(page, 'tags.list', {});
  return tags.ok ? tags.value.find((tag) => tag.name === name)?.uses : undefined;
};

const ask = async (page: Page, tag: string, downs: number): Promise<void> => {
  await pressOn(page, page.getByRole('button', { name: `What to do with “${tag}”` }));
  await page.getByRole('menu').waitFor();
  for (let down = 0; down < downs; down += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
};

const smallest = async ({ app, page }: RunningApp): Promise<void> => {
  expect(await callFrom(page, 'device.save', { ...defaultDeviceSettings, textSize: 150 })).toMatchObject({ ok: true });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
  await page.reload();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
};

test('tags are found, shown, renamed, merged and taken off with the keyboard alone, and that undone', async () => {
  const running = await launch({ args: ['--sample'] });
  const { app, page, userData, problems } = running;
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await fill(page);
  await page.reload();
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();

  await page.keyboard.press('2');
  await pressOn(page, page.getByRole('button', { name: 'Narrow the search' }));
  await pressOn(page, page.getByRole('link', { name: 'All tags' }));
  await page.getByRole('heading', { name: 'All tags', level: 1 }).waitFor();
  await expect(page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Journal' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  expect(await findings(page)).toEqual([]);

  // Renamed to a name that is there: said before it is done.
  await typeInto(page, page.getByRole('searchbox', { name: 'Find a tag' }), 'kin');
  await ask(page, 'Kin', 0);
  await page.getByRole('textbox', { name: 'New name' }).waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('NEXT OF KIN');
  await page
    .getByText('“Next of kin” is there already. If you go on, the two become one tag. 3 entries would')
    .waitFor();
  expect(await findings(page)).toEqual([]);
  expect(await usesOf(page, 'Kin')).toBe(2);
  await page.keyboard.press('Enter');
  await expect.poll(() => usesOf(page, 'Next of kin')).toBe(3);
  await expect(page.getByRole('button', { name: /^Next of kin, 3 entries/ })).toBeFocused();

  // Undone from the page.
  await page.getByText('You merged “Kin” into “Next of kin”.').waitFor();
  expect(await findings(page)).toEqual([]);
  await pressOn(page, page.getByRole('main').getByRole('button', { name: 'Undo' }));
  await expect.poll(() => usesOf(page, 'Kin')).toBe(2);

  // Merged by choosing.
  await ask(page, 'Kin', 1);
  await page.getByRole('combobox', { name: 'The tag that stays' }).waitFor();
  await page.keyboard.type('next of');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Entries with “Kin” then have “Next of kin” in its place. 3 entries would').waitFor();
  expect(await findings(page)).toEqual([]);
  await pressOn(page, page.getByRole('button', { name: 'Merge', exact: true }));
  await expect.poll(() => usesOf(page, 'Next of kin')).toBe(3);

  // Taken off, and taken back by the message.
  await ask(page, 'Next of kin', 2);
  await expect.poll(() => usesOf(page, 'Next of kin')).toBeUndefined();
  await page.getByText('“Next of kin” is taken off all entries.').first().waitFor();
  await pressOn(page, page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }));
  await expect.poll(() => usesOf(page, 'Next of kin')).toBe(3);

  // Its entries, by a search that is typed.
  await pressOn(page, page.getByRole('button', { name: /^Next of kin, 3 entries/ }));
  await expect(page.getByRole('searchbox')).toHaveValue('tag:"Next of kin"');
  await expect(page.getByRole('option')).toHaveCount(3);
  expect(problems).toEqual([]);
  await app.close();
  discard(userData);
});

test('two hundred tags and a very long one fit the smallest window with the largest text', async () => {
  const running = await launch({ args: ['--sample'] });
  const { app, page, userData } = running;
  await page.getByRole('navigation', { name: 'Pages' }).waitFor();
  await fill(page);
  await smallest(running);
  await page.evaluate(() => {
    window.location.hash = '/tags';
  });
  await page.getByRole('list', { name: 'All tags' }).waitFor();
  const isTooWide = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('main, main *')].some(
        (part) => part.scrollWidth > part.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(part).overflowX),
      ),
    );
  expect(await isTooWide()).toBe(false);
  expect(await findings(page)).toEqual([]);
  await typeInto(page, page.getByRole('searchbox', { name: 'Find a tag' }), 'brother');
  await ask(page, LONG, 0);
  const rename = page.getByRole('button', { name: 'Rename', exact: true });
  await tabTo(page, rename);
  await expect(rename).toBeInViewport({ ratio: 1 });
  expect(await findings(page)).toEqual([]);
  await app.close();
  discard(userData);
});
