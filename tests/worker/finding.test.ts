import { expect, test } from 'vitest';
import { aCheckIn, anEntry, berlin, day } from '#tests/support/builders';
import { tempJournal } from '#tests/support/temp-journal';
import { saveSetting } from '#worker/repositories/setting';
import { saveCheckIn } from '#worker/services/check-ins';
import { binEntry, saveEntry } from '#worker/services/entries';
import {
  daysOfCalendar,
  dropSearch,
  entriesBeside,
  entriesOnThisDay,
  keepSearch,
  keptSearches,
} from '#worker/services/finding';

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

test('beside an entry are the kept ones before and after it on the wall clock', () => {
  const journal = tempJournal();
  const save = (at: number) => saveEntry(journal, anEntry({ at }));
  const noon = berlin('2026-11-10');
  const [first, twin, other, gone, last] = [save(noon), save(noon), save(noon), save(noon + 5), save(noon + 9)];
  binEntry(journal, gone.id);
  expect(entriesBeside(journal, first)).toEqual({ earlier: null, later: twin.id });
  expect(entriesBeside(journal, twin)).toEqual({ earlier: first.id, later: other.id });
  expect(entriesBeside(journal, other)).toEqual({ earlier: twin.id, later: last.id });
  expect(entriesBeside(journal, last)).toEqual({ earlier: other.id, later: null });
  expect(entriesBeside(journal, gone)).toEqual({ earlier: other.id, later: last.id });
});

test('beside an entry that is not stored are those before and after its moment', () => {
  const journal = tempJournal();
  const noon = berlin('2026-11-10');
  const [before, same, after] = [noon - 1, noon, noon + 1].map((at) => saveEntry(journal, anEntry({ at })).id);
  const { id, zone } = anEntry();
  expect(entriesBeside(journal, { id, at: noon, zone })).toEqual({ earlier: before, later: same });
  expect(entriesBeside(journal, { id, at: noon + 2, zone })).toEqual({ earlier: after, later: null });
});
