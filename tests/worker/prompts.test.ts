import { expect, test } from 'vitest';
import { MOST_ASKINGS } from '#core/prompt-asking';
import { day } from '#tests/support/builders';
import { tempJournal } from '#tests/support/temp-journal';
import { saveSetting } from '#worker/repositories/setting';
import { askingsOf, rememberAsking } from '#worker/services/prompts';

const on = (prompt: string, date: string) => ({ prompt, day: day(date) });

test('the last asking of each prompt is remembered, the latest last', () => {
  const journal = tempJournal();
  expect(askingsOf(journal)).toEqual([]);
  for (const asking of [on('a', '2026-11-01'), on('b', '2026-11-02'), on('a', '2026-11-22')])
    rememberAsking(journal, asking);
  expect(askingsOf(journal)).toEqual([on('b', '2026-11-02'), on('a', '2026-11-22')]);
});

test('the oldest askings are forgotten when there are too many', () => {
  const journal = tempJournal();
  for (let n = 0; n <= MOST_ASKINGS; n += 1) rememberAsking(journal, on(`p${n}`, '2026-11-22'));
  const askings = askingsOf(journal);
  expect(askings).toHaveLength(MOST_ASKINGS);
  expect(askings[0]?.prompt).toBe('p1');
});

test('askings that cannot be read are none, and the next is remembered', () => {
  const journal = tempJournal();
  saveSetting(journal.db, 'prompts-asked', '{"a":');
  expect(askingsOf(journal)).toEqual([]);
  rememberAsking(journal, on('a', '2026-11-22'));
  expect(askingsOf(journal)).toEqual([on('a', '2026-11-22')]);
});
