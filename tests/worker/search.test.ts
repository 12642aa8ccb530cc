import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anEntry, berlin } from '#tests/support/builders';
import { tempJournal } from '#tests/support/temp-journal';
import { sql } from '#worker/db/sql';
import { binEntry, saveEntry } from '#worker/services/entries';
import { searchJournal } from '#worker/services/search';

const ALL = { before: null, limit: 100 };

type Made = Parameters<typeof anEntry>[0] & { readonly pinned?: boolean };

/** A journal with these entries; what a search finds in it, by title. */
const journalWith = (...entries: readonly Made[]) => {
  const journal = tempJournal();
  for (const entry of entries) saveEntry(journal, anEntry(entry));
  const find = (text: string): string[] => searchJournal(journal, { text, ...ALL }).items.map(({ title }) => title);
  return { journal, find };
};

describe('a search with filters', () => {
  const { find } = {
    find: (text: string) =>
      journalWith(
        { title: 'a', text: 'river', at: berlin('2026-01-31'), mood: 1, tags: ['family', 'Niño'], feelings: ['sad'] },
        { title: 'b', text: 'river', at: berlin('2026-02-01'), mood: 4, tags: ['family time'], feelings: [] },
        { title: 'c', text: 'sea', at: berlin('2026-02-28'), mood: null, tags: [], feelings: ['sad', 'tired'] },
        { title: 'd', text: 'sea river', at: berlin('2026-03-01'), mood: 5, tags: ['family'], pinned: true },
      ).find(text),
  };

  test.each([
    ['tag:family', ['d', 'a']],
    ['tag:FAMILY', ['d', 'a']],
    ['tag:fam', ['d', 'b', 'a']],
    ['tag:"family time"', ['b']],
    ['tag:nino', ['a']],
    ['tag:family tag:niño', ['a']],
    ['tag:nowhere', []],
    ['feeling:sad', ['c', 'a']],
    ['feeling:sad feeling:tired', ['c']],
    ['mood:4', ['b']],
    ['mood:4-5', ['d', 'b']],
    ['mood:1 mood:5', ['d', 'a']],
    ['on:2026-02', ['c', 'b']],
    ['before:2026-02', ['a']],
    ['after:2026-02', ['d']],
    ['from:2026-02 to:2026-02', ['c', 'b']],
    ['from:2026-02-01 to:2026-02-28', ['c', 'b']],
    ['after:2026-02-01 before:2026-03-01', ['c']],
    ['on:2025', []],
    ['river tag:family', ['d', 'a']],
    ['river mood:4', ['b']],
    ['riv sea', ['d']],
    ['river before:2026-03 after:2026-01', ['b']],
    ['tag:family mood:5 feeling:sad', []],
    ['is:pinned', ['d']],
    ['river is:pinned', ['d']],
    ['has:picture', []],
    ['river before:soon', ['d', 'b', 'a']],
    ['before:soon', []],
    ['tag:', []],
  ])('for %s finds %j', (text, titles) => {
    expect(find(text)).toEqual(titles);
  });

  test('leaves out what was deleted', () => {
    const { journal, find: found } = journalWith({ title: 'kept', tags: ['x'], mood: 2 });
    const { id } = saveEntry(journal, anEntry({ title: 'gone', tags: ['x'], mood: 2, pinned: true }));
    binEntry(journal, id);
    for (const text of ['tag:x', 'mood:2', 'on:2026', 'river', 'river mood:2', 'river tag:x'])
      expect(found(text)).toEqual(['kept']);
    expect(found('is:pinned')).toEqual([]);
  });

  test('shows no passage where no word was asked for', () => {
    const { journal } = journalWith({ title: 'A day', mood: 3 });
    expect(searchJournal(journal, { text: 'mood:3', ...ALL }).items[0]).toMatchObject({
      title: 'A day',
      titleParts: [{ text: 'A day', hit: false }],
      snippet: [],
    });
  });

  test('goes through any number of entries stretch by stretch, each once, latest first', () => {
    const made = Array.from({ length: 57 }, (_, n) => ({
      title: String(n),
      tags: n % 2 === 0 ? ['even'] : [],
      mood: 2,
    }));
    const { journal } = journalWith(...made);
    for (const text of ['tag:even', 'mood:2 tag:even', 'river tag:even', 'on:2026 tag:even']) {
      const titles: string[] = [];
      let before: number | null = null;
      do {
        const page = searchJournal(journal, { text, before, limit: 10 });
        titles.push(...page.items.map(({ title }) => title));
        before = page.next;
      } while (before !== null);
      expect(titles).toEqual(
        made
          .map(({ title }) => title)
          .filter((title) => Number(title) % 2 === 0)
          .toReversed(),
      );
    }
  });

  test('finds exactly what reading every entry finds', () => {
    const anyTag = fc.constantFrom('one', 'two', 'three');
    const made = fc.array(
      fc.record({
        tags: fc.uniqueArray(anyTag, { maxLength: 2 }),
        feelings: fc.uniqueArray(anyTag, { maxLength: 2 }),
        mood: fc.constantFrom(null, 1, 2, 3),
        text: fc.constantFrom('river', 'sea', 'river sea'),
        pinned: fc.boolean(),
        day: fc.constantFrom('2026-10-30', '2026-10-31', '2026-11-01'),
      }),
      { maxLength: 12 },
    );
    const asked = fc.record({
      tag: fc.option(anyTag),
      feeling: fc.option(anyTag),
      mood: fc.option(fc.constantFrom(1, 2, 3)),
      word: fc.option(fc.constantFrom('river', 'sea')),
      pinned: fc.boolean(),
      from: fc.option(fc.constantFrom('2026-10-31', '2026-11-01')),
    });
    fc.assert(
      fc.property(made, asked, (entries, { tag, feeling, mood, word, pinned, from }) => {
        const { find: found } = journalWith(
          ...entries.map(({ day, ...entry }, n) => ({ ...entry, at: berlin(day) + n, title: String(n) })),
        );
        const parts = [
          tag && `tag:${tag}`,
          feeling && `feeling:${feeling}`,
          mood && `mood:${mood}`,
          word,
          pinned && 'is:pinned',
          from && `from:${from}`,
        ].filter(Boolean);
        const expected = entries.flatMap((entry, n) => {
          const isIn =
            (tag === null || entry.tags.includes(tag)) &&
            (feeling === null || entry.feelings.includes(feeling)) &&
            (mood === null || entry.mood === mood) &&
            (word === null || entry.text.includes(word)) &&
            (!pinned || entry.pinned) &&
            (from === null || entry.day >= from);
          return isIn && parts.length > 0 ? [String(n)] : [];
        });
        expect(new Set(found(parts.join(' ')))).toEqual(new Set(expected));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('finds entries with a picture', () => {
    const { journal, find: found } = journalWith({ title: 'bare' });
    const { id } = saveEntry(journal, anEntry({ title: 'illustrated' }));
    journal.db.run(sql`INSERT INTO attachment (id, version, created_at, updated_at, entry_id, name, media_type, size, caption,
        alt, sha256)
      SELECT zeroblob(16), '1', 1, 1, id, 'x.png', 'image/png', 1, '', '', zeroblob(32) FROM entry WHERE title = 'illustrated'`);
    expect(id).toBeDefined();
    expect(found('has:picture')).toEqual(['illustrated']);
    expect(found('river has:picture')).toEqual(['illustrated']);
    journal.db.run(sql`UPDATE attachment SET deleted_at = 1`);
    expect(found('has:picture')).toEqual([]);
  });
});
