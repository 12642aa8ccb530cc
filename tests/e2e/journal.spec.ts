import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { pressOn } from './keyboard';
import { callFrom, discard, launch } from './launch';
import { launchOpen } from './made-journal';
import { leaveField, lock, searchFor, unlock, writeEntry } from './main-job';

test('words typed a second before the machine dies are there again', async () => {
  const first = await launchOpen();
  const { page, userData } = first;
  await writeEntry(page, 'Before the lights went out', 'The first sentence.');
  await page.getByRole('textbox', { name: 'Your page' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And the last words.');
  await page.waitForTimeout(1000);
  const gone = once(first.app.process(), 'exit');
  first.app.process().kill('SIGKILL');
  await gone;
  const second = await launch({ userData });
  await unlock(second.page);
  await second.page.keyboard.press('2');
  await second.page.getByRole('option', { name: 'Before the lights went out' }).click();
  await expect(second.page.getByRole('textbox', { name: 'Your page' })).toContainText('And the last words.');
  await second.app.close();
  discard(userData);
});

test('locking saves the words on the screen first', async () => {
  const { app, page, userData } = await launchOpen();
  await writeEntry(page, 'Half a sentence', 'It was');
  await page.getByRole('textbox', { name: 'Your page' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' raining');
  await lock(page);
  await unlock(page);
  await page.keyboard.press('2');
  await page.getByRole('option', { name: 'Half a sentence' }).click();
  await expect(page.getByRole('textbox', { name: 'Your page' })).toHaveText('It was raining');
  await app.close();
  discard(userData);
});

test.describe('in the sample journal', () => {
  test('a deleted entry comes back by Undo, or from Recently deleted, or goes for good', async () => {
    const { app, page, userData, problems } = await launch({ args: ['--sample'] });
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    await writeEntry(page, 'Wash day', 'Sheets on the line.');
    await page.getByRole('button', { name: 'Delete the entry' }).click();
    await expect(page.getByRole('option', { name: 'Wash day' })).toBeHidden();
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect(page.getByRole('option', { name: 'Wash day' })).toBeVisible();
    await page.getByRole('option', { name: 'Wash day' }).click();
    await page.getByRole('button', { name: 'Delete the entry' }).click();
    await pressOn(page, page.getByRole('link', { name: 'Recently deleted' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Recently deleted' })).toBeFocused();
    await pressOn(page, page.getByRole('button', { name: 'Read it: Entry: Wash day' }));
    await expect(page.getByText('Sheets on the line.')).toBeVisible();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByRole('textbox', { name: 'Your page' })).toBeVisible();
    await expect(page.getByRole('option', { name: 'Wash day' })).toBeVisible();
    await page.getByRole('button', { name: 'Delete the entry' }).click();
    await page.getByRole('link', { name: 'Recently deleted' }).first().click();
    await pressOn(page, page.getByRole('button', { name: 'Delete for good: Entry: Wash day' }));
    await pressOn(page, page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }));
    await expect(page.getByText('Entry: Wash day')).toHaveCount(0);
    await app.close();
    discard(userData);
    expect(problems).toEqual([]);
  });

  test('a pasted page keeps its words and loses everything that could run, load or look different', async () => {
    const { app, page, userData, problems } = await launch({ args: ['--sample'] });
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    await page.keyboard.press('n');
    const sheet = page.getByRole('textbox', { name: 'Your page' });
    await expect(sheet).toBeFocused();
    const html = `<h2 style="color:red" onclick="alert(1)">Kept heading</h2><script>window.hacked = 1</script>
      <p>kept <b>bold</b> <a href="javascript:alert(1)">bad link</a> <a href="https://example.com/">good link</a></p>
      <img src="https://example.com/x.png" onerror="window.hacked = 1"><iframe src="https://example.com/"></iframe>
      <table><tr><td>cell</td></tr></table><style>body { display: none }</style>`;
    await sheet.evaluate((element, pasted) => {
      const data = new DataTransfer();
      data.setData('text/html', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, html);
    await expect(sheet).toContainText('Kept heading');
    await expect(sheet).toContainText('good link');
    const inside = await sheet.evaluate((element) => ({
      strangers: [...element.querySelectorAll('*')].filter((node) =>
        node.matches('script, img:not(.ProseMirror-separator), iframe, style, table, [onclick], [style]'),
      ).length,
      links: [...element.querySelectorAll('a')].map((link) => link.getAttribute('href')),
      hacked: 'hacked' in window,
    }));
    expect(inside).toEqual({ strangers: 0, links: ['https://example.com/'], hacked: false });
    const before = page.url();
    await sheet.getByText('good link').click({ modifiers: ['ControlOrMeta'] });
    expect(page.url()).toBe(before);
    // Ctrl and a click choose the block that was clicked.
    await expect(page.getByText(/^Saved · \d+ of \d+ words$/)).toBeVisible();
    await app.close();
    discard(userData);
    // The policy says so when it refuses a pasted style; anything else would be a problem.
    expect(problems.filter((text) => !text.includes('Refused to apply inline style'))).toEqual([]);
  });

  test('an earlier state of an entry is read and taken back, by keyboard alone', async () => {
    const { app, page, userData, problems } = await launch({ args: ['--sample'] });
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    await page.keyboard.press('2');
    await page.getByRole('option').first().click();
    const text = page.getByRole('textbox', { name: 'Your page' });
    await text.click();
    await page.keyboard.type('Words that go again. ');
    await expect(page.getByText(/^Saved/)).toBeVisible();
    await expect(text).toContainText('Words that go again.');
    await pressOn(page, page.getByRole('button', { name: 'Earlier states' }));
    await expect(page.getByRole('article', { name: 'The page as it was then' })).not.toContainText('go again');
    await pressOn(page, page.getByRole('button', { name: 'Take this state back' }));
    await expect(text).not.toContainText('Words that go again.');
    const messages = page.getByRole('region', { name: /Messages/ });
    await pressOn(page, messages.getByRole('button', { name: 'Undo' }));
    await expect(text).toContainText('Words that go again.');
    expect(problems).toEqual([]);
    await app.close();
    discard(userData);
  });

  test('search finds as one types, with and without accents, and Escape gives the list back', async () => {
    const { app, page, userData } = await launch({ args: ['--sample'] });
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    await writeEntry(page, 'Naïve at the café', 'Zoë laughed.');
    await searchFor(page, 'zoe caf');
    await expect(page.getByRole('option', { name: 'Naïve at the café' })).toBeVisible();
    await expect(page.locator('mark').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('searchbox')).toHaveValue('');
    await leaveField(page);
    const counted = await callFrom(page, 'entries.count', {});
    expect(counted.ok && counted.value.kept).toBeGreaterThan(200);
    await app.close();
    discard(userData);
  });
});
