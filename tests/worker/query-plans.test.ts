import { describe, expect, it } from 'vitest';
import { anEntry, anId, day } from '#tests/support/builders';
import { tempJournal } from '#tests/support/temp-journal';
import type { Database } from '#worker/db/database';
import type { Sql } from '#worker/db/sql';
import type { Journal } from '#worker/journal';
import { countBinned, listBinned } from '#worker/repositories/bin';
import { listCheckIns, listExpiredCheckIns, listMoodByDay } from '#worker/repositories/check-in';
import { countEntries, findEntry, freePosition, listEntries, listExpiredEntries } from '#worker/repositories/entry';
import { findEarlier, findLater } from '#worker/repositories/entry-beside';
import { countEntriesByDay, listEntriesOfDays } from '#worker/repositories/entry-days';
import { anyEntry, listNarrowed, searchEntries } from '#worker/repositories/entry-search';
import { listExpiredGoals } from '#worker/repositories/goal';
import { listExpiredRuns } from '#worker/repositories/run';
import { countTagged, findTag, findTagged, listTagged, listTagUses } from '#worker/repositories/tag';

/** The plans of every query that `use` runs, as SQLite tells them. */
const plansOf = ({ db }: Journal, use: (db: Database) => unknown): string[] => {
  const plans: string[] = [];
  const explain = (query: Sql): void => {
    const rows = db.all<{ detail: string }>({ text: `EXPLAIN QUERY PLAN ${query.text}`, values: query.values });
    plans.push(...rows.map(({ detail }) => detail));
  };
  use({
    ...db,
    all: (query) => {
      explain(query);
      return db.all(query);
    },
    get: (query) => {
      explain(query);
      return db.get(query);
    },
  });
  return plans;
};

/** Steps that read a whole table or sort what they read. */
const slowSteps = (plans: readonly string[]): string[] =>
  plans.filter(
    (step) =>
      /^SCAN (?!entry_text|run\b|CONSTANT|\(|check_in_mood_by_day|mood_by_day)/.test(step) || /TEMP B-TREE/.test(step),
  );

const page = { before: 10 ** 15, limit: 50 };
const looked = { match: '"river" *', marks: ['<', '>'] } as const;
const range = { from: day('2026-10-01'), to: day('2026-11-21') };

describe('every hot query', () => {
  it.each<[string, (db: Database) => unknown]>([
    ['a stretch of the list', (db) => listEntries(db, page)],
    ['one entry', (db) => findEntry(db, anEntry().id)],
    ['a free position', (db) => freePosition(db, 1_795_255_200_000, null)],
    ['the entry before a position', (db) => findEarlier(db, 10 ** 15)],
    ['the entry after a position', (db) => findLater(db, 1)],
    ['a search', (db) => searchEntries(db, { ...page, ...looked })],
    ['entries of a tag', (db) => listNarrowed(db, { ...page, narrowing: { ...anyEntry, tags: [[1]] } })],
    ['every entry of a tag', (db) => listTagged(db, 1)],
    ['one tag, and the tags of one entry', (db) => [findTag(db, 'sea'), findTagged(db, anId())]],
    ['pinned entries', (db) => listNarrowed(db, { ...page, narrowing: { ...anyEntry, pinned: true } })],
    ['entries of a mood', (db) => listNarrowed(db, { ...page, narrowing: { ...anyEntry, moods: [1] } })],
    ['entries of a period', (db) => listNarrowed(db, { ...page, narrowing: { ...anyEntry, positions: [1, 2] } })],
    ['the days of a month', (db) => countEntriesByDay(db, range)],
    ['check-ins of a range', (db) => listCheckIns(db, range)],
  ])('reads only what it needs: %s', (_, use) => {
    expect(slowSteps(plansOf(tempJournal(), use))).toEqual([]);
  });

  it('sorts what was written on one day of the year, and reads nothing else', () => {
    const plans = plansOf(tempJournal(), (db) => listEntriesOfDays(db, [range.from, range.to], 50));
    expect(plans.filter((step) => /^SCAN/.test(step))).toEqual([]);
    expect(plans.some((step) => /USING (COVERING )?INDEX entry_by_day/.test(step))).toBe(true);
  });

  it('sorts the entries of a search only where few of them can be meant', () => {
    const narrowing = { ...anyEntry, tags: [[1]] };
    const plans = plansOf(tempJournal(), (db) => searchEntries(db, { ...page, ...looked, narrowing }));
    expect(slowSteps(plans)).toEqual(['USE TEMP B-TREE FOR ORDER BY']);
  });

  it('takes mood by day from two covering indexes, restricted to the range', () => {
    const plans = plansOf(tempJournal(), (db) => listMoodByDay(db, range));
    expect(
      plans.filter((step) => /SEARCH (entry|check_in) USING COVERING INDEX .*day>\? AND day<\?/.test(step)),
    ).toHaveLength(2);
  });

  it('counts the uses of tags out of indexes alone, and reads no entry', () => {
    const plans = plansOf(tempJournal(), (db) => [listTagUses(db), countTagged(db, [1, 2])]);
    const read = plans.filter((step) => /\b(entry|entry_tag)\b/.test(step));
    expect(read).toHaveLength(4);
    expect(read.filter((step) => !/USING COVERING INDEX (entry_tag_by_tag|entry_in_bin)/.test(step))).toEqual([]);
  });

  it('lists, counts and empties the bin of entries and check-ins by their own indexes', () => {
    const plans = plansOf(tempJournal(), (db) => [
      listBinned(db, { before: { deletedAt: 10 ** 12, id: anId() }, limit: 50 }),
      countBinned(db),
      listExpiredCheckIns(db, 10 ** 12),
      listExpiredEntries(db, 10 ** 12),
    ]);
    const read = plans.filter((step) => /\b(entry|check_in)\b/.test(step));
    expect(read.length).toBeGreaterThanOrEqual(6);
    expect(read.filter((step) => !/^SEARCH .* USING (COVERING )?INDEX (entry|check_in)_in_bin/.test(step))).toEqual([]);
  });

  it('empties the bin of goals and runs, of which there are few, without looking at a mark', () => {
    const plans = plansOf(tempJournal(), (db) => [listExpiredGoals(db, 10 ** 12), listExpiredRuns(db, 10 ** 12)]);
    expect(plans.filter((step) => !/^(SCAN (goal|run)|USE TEMP B-TREE FOR ORDER BY)$/.test(step))).toEqual([]);
  });

  it('counts entries by an index', () => {
    const plans = plansOf(tempJournal(), (db) => countEntries(db));
    expect(plans.filter((step) => /^SCAN entry$/.test(step))).toEqual([]);
  });
});
