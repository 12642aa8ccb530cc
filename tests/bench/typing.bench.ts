import { _electron, type Page } from '@playwright/test';
import { v7 } from 'uuid';
import { type Block, countWords, documentText } from '#core/document';
import type { RecordId } from '#core/record';
import { p95AtMostMs } from '#tests/bench/support/aims';
import { test } from '#tests/bench/support/bench-test';
import { recordTyping } from '#tests/bench/support/keystrokes';
import { openAt } from '#tests/bench/support/open-app';
import { report } from '#tests/bench/support/report';
import { appFolder } from '#tests/bench/support/started-app';
import { withJournal } from '#tests/bench/support/vaults';
import { words } from '#tests/bench/support/words';
import type { Journal } from '#worker/journal';
import { listEntries } from '#worker/repositories/entry';
import { readEntry, saveEntry } from '#worker/services/entries';
import { electronPath } from '../../build/setup/runtime.mjs';
import { sandboxOptions } from '../../build/setup/sandbox.mjs';

const WORDS = 10_000;
const ROUNDS = 3;
/** About a minute's typing in all. */
const SENTENCE = 'and then we walked along the river until it was dark and nobody said much ';

/** The pages of many entries one after another, as one entry of so many words; answers with its id and its paragraphs. */
const addLongEntry = (journal: Journal): { readonly id: RecordId; readonly paragraphs: readonly string[] } => {
  const content: Block[] = [];
  let count = 0;
  for (const { id } of listEntries(journal.db, { before: null, limit: 500 })) {
    if (count >= WORDS) break;
    const { body, wordCount } = readEntry(journal, id);
    content.push(...body.content);
    count += wordCount;
  }
  const body = { type: 'doc', content } as const;
  const text = documentText({ type: 'doc', content });
  if (countWords(text) < WORDS) throw new Error('the journal is too small for a long entry');
  const moment = { at: journal.clock.now(), zone: journal.clock.zone() };
  const labels = { mood: null, tags: [], feelings: [], pinned: false };
  const draft = { id: v7() as RecordId, baseVersion: null, ...moment, ...labels, title: 'Long', kind: 'page' } as const;
  return { id: saveEntry(journal, { ...draft, body: { ...body, content } }).id, paragraphs: text.split('\n') };
};

/** Puts the caret at the end of the paragraph in the middle of the text. */
const beginTyping = async (page: Page, paragraphs: string): Promise<void> => {
  const all = page.locator(paragraphs);
  await all.nth(Math.floor((await all.count()) / 2)).click();
  await page.keyboard.press('End');
};

/** The same text in a field of the browser's own, and nothing else on the page. */
const openBare = async (userData: string, paragraphs: readonly string[]) => {
  const { flags, env } = sandboxOptions();
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [...flags, `--user-data-dir=${userData}`, appFolder],
    env: env as Record<string, string>,
  });
  const page = await app.firstWindow();
  await page.evaluate((texts) => {
    const field = document.createElement('div');
    field.contentEditable = 'true';
    field.append(...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
    document.body.append(field);
  }, paragraphs);
  await beginTyping(page, '[contenteditable] > p');
  return { app, page };
};

test('types in a long entry', async ({ vaultOf, freshFolder }) => {
  test.setTimeout(600_000);
  const vault = await vaultOf('10,000 entries');
  const { id, paragraphs } = withJournal(vault, addLongEntry);
  const bare = await openBare(freshFolder(), paragraphs);
  const ebb = await openAt(vault, `/journal/${id}`);
  await beginTyping(ebb.page, `[role=textbox][aria-label="${words.journal.page}"] > p`);
  const measured: number[] = [];
  const baseline: number[] = [];
  let slow = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    baseline.push(...(await recordTyping(bare.page, SENTENCE)).painted);
    const typed = await recordTyping(ebb.page, SENTENCE);
    measured.push(...typed.painted);
    slow += typed.slow;
  }
  await ebb.app.close();
  await bare.app.close();
  report({
    figure: 'keystroke to paint in a 10,000-word entry',
    unit: 'ms',
    measured,
    baseline: { name: 'the same text in a bare contenteditable', values: baseline },
    aim: p95AtMostMs(16),
    notes: [
      'saving goes on meanwhile; the wait for the next frame is part of it',
      `${slow} of ${measured.length} keys took more than 16 ms by the browser's own Event Timing`,
    ],
  });
});
