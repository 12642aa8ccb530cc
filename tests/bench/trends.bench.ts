import type { Page } from '@playwright/test';
import { medianAtMostMs } from '#tests/bench/support/aims';
import { test } from '#tests/bench/support/bench-test';
import { goTo, openAt } from '#tests/bench/support/open-app';
import { paintedAfter, type Sight } from '#tests/bench/support/painted';
import { report } from '#tests/bench/support/report';
import { timeOf } from '#tests/bench/support/statistics';
import { type Vault, withJournal } from '#tests/bench/support/vaults';
import { words } from '#tests/bench/support/words';
import { sql } from '#worker/db/sql';

const ROUNDS = 10;

/** All three figures: the dots and the line of the mood chart, the bars of its distribution, the days of the year. */
const charts: Sight = {
  elements: [
    { selector: 'main .recharts-surface path[d^="M"]', least: 12 },
    { selector: 'main .recharts-bar-rectangle', least: 5 },
    { selector: 'main [role=grid] [data-day]', least: 360 },
  ],
};

/** A page that has asked nothing yet, on Today, with the journal open. */
const beginOnToday = async (page: Page): Promise<void> => {
  await goTo(page, '/today');
  await page.reload();
  await page.getByRole('button', { name: words.today.checkIn.save }).waitFor();
};

const openTrends = (page: Page): Promise<number> =>
  paintedAfter(page, { event: 'click', sight: charts }, () =>
    page.getByRole('link', { name: words.nav.trends, exact: true }).click(),
  );

/** The same means of every day, without the app around them. */
const queryRaw = (vault: Vault): number[] =>
  withJournal(vault, ({ db }) =>
    Array.from({ length: ROUNDS }, () =>
      timeOf(() => db.all(sql`SELECT day, avg(mood) AS mood, count(*) AS records FROM mood_record GROUP BY day`)),
    ),
  );

test('opens Trends', async ({ vaultOf }) => {
  test.setTimeout(600_000);
  const vault = await vaultOf('100,000 entries');
  const raw = queryRaw(vault);
  const { app, page } = await openAt(vault, '/today');
  const measured: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await beginOnToday(page);
    measured.push(await openTrends(page));
  }
  await app.close();
  report({
    figure: 'Trends, 100,000 check-ins, click to painted',
    unit: 'ms',
    measured: measured.slice(1),
    baseline: { name: 'raw query of the mean of every day', values: raw },
    aim: medianAtMostMs(300),
    notes: ['each from a fresh window with the journal open; 100,000 entries with moods of their own besides'],
  });
});
