import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallTime } from '#core/local-date';
import { firstWords } from '#lib/first-words';
import { beginNearHit } from '#lib/snippet';
import { groupsIn, HEADING, heightOf, ROW, rowsOf, topOf, windowOf } from '../../renderer/features/journal/list-window';
import { withEntry, without } from '../../renderer/features/journal/listed-entry';
import { a, b, c, idsOf, list, listed, noon } from './listed';

describe('a list after an entry was saved', () => {
  it('stays the very same when nothing it shows has changed', () => {
    const before = list([[c, b], [a]]);
    expect(withEntry(before, { ...b, wordCount: 12 })).toBe(before);
  });

  it('shows a new title in place and leaves every other stretch as it was', () => {
    const before = list([[c, b], [a]]);
    const after = withEntry(before, { ...b, title: 'Payday' });
    expect(after.pages[0]?.items[1]?.title).toBe('Payday');
    expect(after.pages[1]).toBe(before.pages[1]);
  });

  it('takes in a new entry where its moment says', () => {
    const november = listed('n', noon('2026-11-15'));
    expect(idsOf(withEntry(list([[c, b], [a]]), november))).toEqual([['c', 'n', 'b'], ['a']]);
    expect(idsOf(withEntry(list([[c, b], [a]]), listed('z', noon('2026-12-01'))))).toEqual([['z', 'c', 'b'], ['a']]);
  });

  it('moves an entry that was back-dated', () => {
    expect(idsOf(withEntry(list([[c, b], [a]]), { ...c, at: noon('2026-10-15') }))).toEqual([['b'], ['c', 'a']]);
  });

  it('takes in the oldest entry only when it has been asked for to its end', () => {
    const oldest = listed('o', noon('2020-01-01'));
    expect(idsOf(withEntry(list([[c, b], [a]]), oldest))).toEqual([
      ['c', 'b'],
      ['a', 'o'],
    ]);
    const open = list([[c, b]], 77);
    expect(withEntry(open, oldest)).toBe(open);
  });

  it('takes in the first entry of an empty journal', () => {
    expect(idsOf(withEntry(list([[]]), c))).toEqual([['c']]);
  });

  it('loses an entry that went away, and only that', () => {
    expect(idsOf(without(list([[c, b], [a]]), 'b'))).toEqual([['c'], ['a']]);
    const before = list([[c], [a]]);
    expect(without(before, 'b')).toBe(before);
  });

  it('stays ordered by the wall clock and holds every entry once, whatever is saved', () => {
    const moments = fc.array(fc.integer({ min: noon('2020-01-01'), max: noon('2026-11-20') }), { maxLength: 30 });
    fc.assert(
      fc.property(moments, fc.array(fc.nat({ max: 9 }), { minLength: 30, maxLength: 30 }), (times, names) => {
        const end = times.reduce((all, at, index) => withEntry(all, listed(`e${names[index]}`, at)), list([[], []]));
        const items = end.pages.flatMap((page) => page.items);
        const walls = items.map(({ at, zone }) => wallTime(at, zone));
        expect(walls).toEqual([...walls].sort((one, other) => other - one));
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        expect(items.length).toBe(new Set(names.slice(0, times.length)).size);
      }),
    );
  });
});

describe('which rows are drawn', () => {
  const days = fc
    .array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 200 })
    .map((offsets) =>
      offsets
        .sort((one, other) => other - one)
        .map((offset) => ({ day: new Date(offset * 86_400_000).toISOString().slice(0, 10) })),
    );

  it('puts a heading above the first row of every month', () => {
    const rows = rowsOf([{ day: '2026-11-20' }, { day: '2026-11-02' }, { day: '2026-10-31' }, { day: '2025-10-31' }]);
    expect(rows.groups).toEqual([0, 2, 3]);
    expect(topOf(rows, 0)).toBe(HEADING);
    expect(topOf(rows, 1)).toBe(HEADING + ROW);
    expect(topOf(rows, 2)).toBe(2 * HEADING + 2 * ROW);
    expect(heightOf(rows)).toBe(3 * HEADING + 4 * ROW);
  });

  it('puts one heading above the pinned rows, whatever their months, and begins the months after them', () => {
    const items = ['2026-11-20', '2026-10-01', '2026-10-31', '2026-10-02'].map((date) => ({ day: date }));
    expect(rowsOf(items, 2).groups).toEqual([0, 2]);
    expect(rowsOf(items, 4).groups).toEqual([0]);
    fc.assert(
      fc.property(days, fc.nat(12), (all, count) => {
        const first = Math.min(count, all.length);
        const rows = rowsOf(all, first);
        const others = rowsOf(all.slice(first)).groups.map((group) => group + first);
        expect(rows.groups).toEqual(first === 0 ? others : [0, ...others]);
        expect(heightOf(rows)).toBe(all.length * ROW + rows.groups.length * HEADING);
      }),
    );
  });

  it('draws every row that can be seen, and few others', () => {
    fc.assert(
      fc.property(
        days,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (items, share, seen) => {
          const rows = rowsOf(items);
          const from = share * heightOf(rows);
          const [first, end] = windowOf(rows, from, from + seen);
          items.forEach((_, index) => {
            const isSeen = topOf(rows, index) < from + seen && topOf(rows, index) + ROW > from;
            if (isSeen) expect(index >= first && index < end).toBe(true);
          });
          expect(end - first).toBeLessThanOrEqual(seen / ROW + 16);
        },
      ),
    );
  });

  it('gives every drawn row to exactly one month', () => {
    fc.assert(
      fc.property(days, fc.nat(200), fc.nat(200), (items, one, other) => {
        const rows = rowsOf(items);
        const window = [Math.min(one, other, items.length), Math.min(Math.max(one, other), items.length)] as const;
        const drawn = groupsIn(rows, window).flatMap(({ indexes }) => indexes);
        expect(drawn).toEqual(Array.from({ length: window[1] - window[0] }, (_, index) => window[0] + index));
        for (const { start, indexes } of groupsIn(rows, window)) {
          for (const index of indexes) expect(items[index]?.day.slice(0, 7)).toBe(items[start]?.day.slice(0, 7));
        }
      }),
    );
  });
});

describe('an entry without a title', () => {
  it('is called by its first sentence', () => {
    expect(firstWords('Grey all day. Nothing happened.')).toEqual({ line: 'Grey all day.', rest: 'Nothing happened.' });
  });

  it('is called by its first words where the sentence is long', () => {
    const words = 'and then we walked along the river until it was dark and nobody said much of anything at all';
    const { line, rest } = firstWords(words);
    expect(line.length).toBeLessThanOrEqual(60);
    expect(`${line} ${rest}`).toBe(words);
  });

  it('is called by its first line, and never by words of two', () => {
    expect(firstWords('Things to remember\nMilk\nCall Dana')).toEqual({
      line: 'Things to remember',
      rest: 'Milk\nCall Dana',
    });
    expect(firstWords('No\nNothing at all. It rained.')).toEqual({ line: 'No', rest: 'Nothing at all. It rained.' });
  });

  it('has no name without words', () => {
    expect(firstWords('')).toEqual({ line: '', rest: '' });
    expect(firstWords('Tired')).toEqual({ line: 'Tired', rest: '' });
  });

  it('loses no word, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 180 }), (text) => {
        const { line, rest } = firstWords(text);
        expect(`${line}${rest}`.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('a passage that was found', () => {
  it('begins shortly before its first hit', () => {
    const lead = 'words that lead up to it for a good while longer than anyone has room for, and ';
    const parts = beginNearHit([
      { text: lead, hit: false },
      { text: 'kettle', hit: true },
      { text: ' on', hit: false },
    ]);
    expect(parts[0]?.text).toMatch(/^…\S/);
    expect(parts[0]?.text.length).toBeLessThanOrEqual(34);
    expect(lead.endsWith(parts[0]?.text.slice(1) ?? '?')).toBe(true);
    expect(parts.slice(1)).toEqual([
      { text: 'kettle', hit: true },
      { text: ' on', hit: false },
    ]);
  });

  it('stays as it is when the hit is near', () => {
    const parts = [
      { text: 'the ', hit: false },
      { text: 'kettle', hit: true },
    ];
    expect(beginNearHit(parts)).toBe(parts);
    expect(beginNearHit([])).toEqual([]);
  });
});
