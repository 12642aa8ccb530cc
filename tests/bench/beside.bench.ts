import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { documentFromText } from '#core/document';
import { mostAtMostMs, p95AtMostTimes } from '#tests/bench/support/aims';
import { test } from '#tests/bench/support/bench-test';
import { openAt } from '#tests/bench/support/open-app';
import { report } from '#tests/bench/support/report';
import { callFrom } from '#tests/e2e/launch';
import { chooseFile } from '#tests/e2e/main-job';

const ROUNDS = 150;
/** A person types on; nobody saves or searches without a pause. */
const PAUSE_MS = 30;
const EXPORT_PASSPHRASE = 'quiet harbour lantern';
const body = documentFromText('Then I went home along the river. '.repeat(25));

type Times = { readonly saved: number[]; readonly searched: number[]; readonly gaps: number[] };

/**
 * Saves an entry and searches by turns, from the window as its pages do, and watches meanwhile how long the window is held
 * up: the longest pauses between two turns of its own loop.
 */
const measure = (page: Page): Promise<Times> =>
  page.evaluate(
    async ({ rounds, pause, text }) => {
      const times: Times = { saved: [], searched: [], gaps: [] };
      const timed = async (into: number[], method: string, input: unknown): Promise<unknown> => {
        const began = performance.now();
        const answer = await window.ebb.call(method, input);
        into.push(performance.now() - began);
        return answer;
      };
      let last = performance.now();
      const watch = setInterval(() => {
        times.gaps.push(performance.now() - last);
        last = performance.now();
      }, 4);
      for (let round = 0; round < rounds; round += 1) {
        const now = Date.now().toString(16).padStart(12, '0');
        const id = `${now.slice(0, 8)}-${now.slice(8)}-7000-8000-${round.toString(16).padStart(12, '0')}`;
        const entry = {
          id,
          baseVersion: null,
          at: Date.now(),
          zone: 'Europe/Berlin',
          title: 'Beside',
          kind: 'page',
          pinned: false,
        };
        await timed(times.saved, 'entries.save', { ...entry, body: text, mood: null, tags: [], feelings: [] });
        await timed(times.searched, 'entries.search', { text: 'river morn', before: null, limit: 50 });
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
      clearInterval(watch);
      return times;
    },
    { rounds: ROUNDS, pause: PAUSE_MS, text: body },
  );

/** Goes on with one piece of work after another until `measured` is there. */
const beside = async (
  measured: Promise<Times>,
  work: () => Promise<unknown>,
): Promise<{ times: Times; runs: number }> => {
  let isMeasured = false;
  const times = measured.finally(() => {
    isMeasured = true;
  });
  let runs = 0;
  while (!isMeasured) {
    await work();
    runs += 1;
  }
  return { times: await times, runs };
};

test('is used while a backup is made', async ({ vaultOf }) => {
  test.setTimeout(600_000);
  const vault = await vaultOf('10,000 entries');
  const { app, page } = await openAt(vault, '/journal');
  const target = join(vault.userData, 'beside.ebb.age');
  await chooseFile(app, target);

  const idle = await measure(page);
  const snapshots = await beside(measure(page), async () => {
    const taken = await callFrom(page, 'snapshots.take', { job: randomUUID() });
    if (!taken.ok) throw new Error(taken.error.code);
  });
  const exports = await beside(measure(page), async () => {
    const chosen = await callFrom(page, 'shell.chooseExportTarget', { suggestedName: 'beside' });
    if (!chosen.ok || chosen.value === null) throw new Error('no target');
    const input = { job: randomUUID(), target: chosen.value.ticket, passphrase: EXPORT_PASSPHRASE };
    const written = await callFrom(page, 'exports.write', input);
    if (!written.ok) throw new Error(written.error.code);
  });
  await app.close();
  rmSync(target, { force: true });

  for (const [what, { times, runs }] of Object.entries({
    'snapshots are taken': snapshots,
    'exports are written': exports,
  })) {
    const notes = [`from the window and back, 10,000 entries, ${runs} one after another`];
    const row = (figure: string, part: 'saved' | 'searched') =>
      report({
        figure: `${figure} while ${what}`,
        unit: 'ms',
        measured: times[part],
        baseline: { name: 'the same while nothing else is done', values: idle[part] },
        aim: p95AtMostTimes(3),
        notes,
      });
    row('save an entry', 'saved');
    row('search', 'searched');
    report({
      figure: `the window held up while ${what}`,
      unit: 'ms',
      measured: times.gaps,
      baseline: { name: 'the same while nothing else is done', values: idle.gaps },
      aim: mostAtMostMs(50),
      notes: ['between two turns of its loop, a timer of 4 ms'],
    });
  }
});
