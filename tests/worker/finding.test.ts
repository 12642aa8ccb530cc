import { expect, test } from 'vitest';
import { aCheckIn, anEntry, berlin, day } from '#tests/support/builders';
import { tempJournal } from '#tests/support/temp-journal';
import { saveSetting } from '#worker/repositories/setting';
import { saveCheckIn } from '#worker/services/check-ins';
import { binEntry, saveEntry } from '#worker/services/entries';
import { daysOfCalendar, dropSearch, entriesOnThisDay, keepSearch, keptSearches } from '#worker/services/finding';

test('searches are kept once each, in order, until they are dropped', () => {
  const journal = tempJournal();
  for (const text of ['tag:river', 'mood:1', 'tag:river']) keepSearch(journal, text);
  expect(keptSearches(journal)).toEqual(['tag:river', 'mood:1']);
  dropSearch(journal, 'tag:river');
  dropSearch(journal, 'not there');
  expect(keptSearches(journal)).toEqual(['mood:1']);
});

test('a fifty-first search is refused and the fifty stay', () => {
  const journal = tempJournal();
  for (let n = 0; n < 50; n += 1) keepSearch(journal, `word${n}`);
  expect(() => keepSearch(journal, 'one more')).toThrow('TOO_LARGE');
  expect(keptSearches(journal)).toHaveLength(50);
});

test.each(['', 'null', '{"a":1}', '[1]', '[" x"]'])('kept searches that cannot be read (%j) are none', (value) => {
  const journal = tempJournal();
  saveSetting(journal.db, 'saved-searches', value);
  expect(keptSearches(journal)).toEqual([]);
  keepSearch(journal, 'river');
  expect(keptSearches(journal)).toEqual(['river']);
});

test('a day of the calendar counts its entries and takes its mood from entries and check-ins alike', () => {
  const journal = tempJournal();
  saveEntry(journal, anEntry({ at: berlin('2026-11-02'), mood: 2 }));
  saveEntry(journal, anEntry({ at: berlin('2026-11-02') + 1, mood: null }));
  saveCheckIn(journal, aCheckIn({ at: berlin('2026-11-02'), mood: 5 }));
  saveCheckIn(journal, aCheckIn({ at: berlin('2026-11-03'), mood: 4 }));
  saveEntry(journal, anEntry({ at: berlin('2026-11-04'), mood: null }));
  saveEntry(journal, anEntry({ at: berlin('2026-10-31') }));
  const { id } = saveEntry(journal, anEntry({ at: berlin('2026-11-05'), mood: 1 }));
  binEntry(journal, id);
  expect(daysOfCalendar(journal, { from: day('2026-11-01'), to: day('2026-11-30') })).toEqual([
    { day: '2026-11-02', entries: 2, mood: 3.5 },
    { day: '2026-11-03', entries: 0, mood: 4 },
    { day: '2026-11-04', entries: 1, mood: null },
  ]);
});

test('on this day shows what was written on it in earlier years, latest first, and nothing deleted', () => {
  const journal = tempJournal();
  const made = ['2024-11-22', '2025-11-22', '2025-11-21', '2026-11-22', '2023-11-22'].map((date) =>
    saveEntry(journal, anEntry({ title: date, at: berlin(date) })),
  );
  const last = made.at(-1);
  if (last !== undefined) binEntry(journal, last.id);
  const titles = (limit: number) =>
    entriesOnThisDay(journal, { today: day('2026-11-22'), limit }).map(({ title }) => title);
  expect(titles(50)).toEqual(['2025-11-22', '2024-11-22']);
  expect(titles(1)).toEqual(['2025-11-22']);
});
