import type { Page } from '@playwright/test';
import { parseSearch, toFtsMatch } from '#core/search-query';
import { p95AtMostMs } from '#tests/bench/support/aims';
import { test } from '#tests/bench/support/bench-test';
import { openAt } from '#tests/bench/support/open-app';
import { paintedAfter } from '#tests/bench/support/painted';
import { report } from '#tests/bench/support/report';
import { timeOf } from '#tests/bench/support/statistics';
import { type Vault, withJournal } from '#tests/bench/support/vaults';
import { words } from '#tests/bench/support/words';
import { sql } from '#worker/db/sql';

const HITS = 50;

// No two that follow each other begin alike, so that the words marked in the list tell which search they answer.
const typed = ['morning', 'river', 'sleep', 'bread', 'phone', 'kitchen', 'work', 'dana'];
// In nearly every entry: what costs a full-text index most.
const common = ['the', 'and', 'it', 'a', 'to', 'was', 'my', 'of'];

/** Every state that the words pass through as they are typed, letter by letter, one word and then another. */
const queries: readonly string[] = [
  ...Array.from({ length: 7 }, (_, last) =>
    typed.filter(({ length }) => length > last).map((word) => word.slice(0, last + 1)),
  ).flat(),
  ...typed.map((word, index) => `${word} ${common[index]}`),
];

const search = async (page: Page, query: string): Promise<number> => {
  const field = page.getByRole('searchbox', { name: words.journal.search });
  await field.selectText();
  const within = `[role=listbox][aria-label="${words.journal.results}"]`;
  const sight = { elements: [], marks: { within, words: query.split(' ') } };
  return paintedAfter(page, { event: 'input', sight }, () => page.keyboard.insertText(query));
};

/** The same matches, without the app around them: no snippets, nothing highlighted. */
const searchRaw = (vault: Vault): number[] =>
  withJournal(vault, ({ db }) =>
    queries.map((query) =>
      timeOf(() =>
        db.all(sql`SELECT rowid FROM entry_text WHERE entry_text MATCH ${toFtsMatch(parseSearch(query))}
          ORDER BY rowid DESC LIMIT ${HITS}`),
      ),
    ),
  );

test('searches', async ({ vaultOf }) => {
  test.setTimeout(600_000);
  const vault = await vaultOf('100,000 entries');
  const raw = searchRaw(vault);
  const { app, page } = await openAt(vault, '/journal');
  await page.getByRole('searchbox', { name: words.journal.search }).fill('zebra');
  const measured: number[] = [];
  for (const query of queries) measured.push(await search(page, query));
  await app.close();
  report({
    figure: 'search, typed to painted, 100,000 entries',
    unit: 'ms',
    measured,
    baseline: { name: 'raw full-text query, newest fifty', values: raw },
    aim: p95AtMostMs(50),
    notes: [`${queries.length} searches: eight words letter by letter, then each with a very common one`],
  });
});
