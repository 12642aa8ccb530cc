import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterKeys, type SearchFilter, writeFilter } from '#core/search-filter';
import { parseSearch, toFtsMatch, withFilters, withoutFilter } from '#core/search-query';

const filtersOf = (text: string): SearchFilter[] => parseSearch(text).filters.map(({ place: _, ...filter }) => filter);
const period = (from: string | null, to: string | null) => ({ kind: 'period', from, to });
const mood = (from: number, to = from) => ({ kind: 'mood', from, to });

describe('a filter in a search', () => {
  test.each<[string, unknown[]]>([
    ['tag:family', [{ kind: 'tag', name: 'family' }]],
    ['Tag:Family', [{ kind: 'tag', name: 'Family' }]],
    ['tag:"my sister"', [{ kind: 'tag', name: 'my sister' }]],
    ['tag:“my sister”', [{ kind: 'tag', name: 'my sister' }]],
    ['tag:"my sis', [{ kind: 'tag', name: 'my sis' }]],
    [
      'tag:a tag:b',
      [
        { kind: 'tag', name: 'a' },
        { kind: 'tag', name: 'b' },
      ],
    ],
    ['feeling:ashamed', [{ kind: 'feeling', name: 'ashamed' }]],
    ['mood:4', [mood(4)]],
    ['mood:2-4', [mood(2, 4)]],
    ['mood:4..2', [mood(2, 4)]],
    ['mood:good', [mood(4)]],
    ['mood:"very low"', [mood(1)]],
    ['mood:very-low', [mood(1)]],
    ['mood:low..okay', [mood(2, 3)]],
    ['before:2026-03-05', [period(null, '2026-03-04')]],
    ['before:2026-03', [period(null, '2026-02-28')]],
    ['before:2026', [period(null, '2025-12-31')]],
    ['after:2026-03-05', [period('2026-03-06', null)]],
    ['after:2028-02', [period('2028-03-01', null)]],
    ['after:2026', [period('2027-01-01', null)]],
    ['from:2026-3-5', [period('2026-03-05', null)]],
    ['to:2028-02', [period(null, '2028-02-29')]],
    ['to:2199', [period(null, '2199-12-31')]],
    ['on:2026-12', [period('2026-12-01', '2026-12-31')]],
    ['on:2026-12-24', [period('2026-12-24', '2026-12-24')]],
    ['is:pinned has:picture', [{ kind: 'pinned' }, { kind: 'pictures' }]],
    ['has:photos', [{ kind: 'pictures' }]],
  ])('%s is read', (text, filters) => {
    expect(filtersOf(text)).toEqual(filters);
    expect(parseSearch(text).terms).toEqual([]);
  });

  test.each([
    'tag:',
    'tag:""',
    'mood:',
    'mood:6',
    'mood:blue',
    'mood:1-9',
    'mood:constructor',
    'before:',
    'before:20',
    'before:2026-13',
    'before:2026-02-30',
    'after:yesterday',
    'from:0001',
    'is:here',
    'has:cheese',
  ])('%s narrows nothing, and says so', (text) => {
    const [key = '', value = ''] = text.replaceAll('"', '').split(':');
    expect(filtersOf(text)).toEqual([{ kind: 'unread', key, value }]);
  });

  test.each([
    ['"tag:family"', '"tag:family"'],
    ['https://example.org', '"https://example.org"*'],
    ['xtag:family', '"xtag:family"*'],
    ['who:me', '"who:me"*'],
  ])('%s is words', (text, match) => {
    expect(filtersOf(text)).toEqual([]);
    expect(toFtsMatch(parseSearch(text))).toBe(match);
  });

  test('stands among words, and leaves them as they are when it is taken out', () => {
    const text = 'the river tag:"my sister" "one day"  mood:4';
    const query = parseSearch(text);
    expect(toFtsMatch(query)).toBe('"the"* "river"* "one day"');
    const [tag, high] = query.filters;
    if (tag === undefined || high === undefined) throw new Error('two filters');
    expect(withoutFilter(text, tag)).toBe('the river "one day"  mood:4');
    expect(withoutFilter(text, high)).toBe('the river tag:"my sister" "one day"');
  });

  test.each<[string, SearchFilter['kind'][], SearchFilter[], string]>([
    ['river mood:1', ['mood'], [], 'river'],
    ['mood:1 river mood:5', ['mood'], [{ kind: 'mood', from: 4, to: 5 }], 'river mood:4-5'],
    [
      'tag:a river',
      ['tag'],
      [
        { kind: 'tag', name: 'a' },
        { kind: 'tag', name: 'my sister' },
      ],
      'river tag:a tag:"my sister"',
    ],
    ['"one day" tag:a', ['mood'], [], '"one day" tag:a'],
    ['', ['pinned'], [{ kind: 'pinned' }], 'is:pinned'],
    ['a before:2026 b after:2024', ['period'], [], 'a b'],
  ])('of some kinds changes in %j and leaves the rest', (text, kinds, next, changed) => {
    expect(withFilters(text, kinds, next)).toBe(changed);
  });

  test('is read again as it was when it is written', () => {
    const name = fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.replace(/["“”„‟«»\p{Cc}]/gu, '').trim());
    const anyDay = fc
      .date({ min: new Date('1900-01-02'), max: new Date('2199-12-30'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const filter = fc.oneof(
      fc.record({ kind: fc.constantFrom('tag', 'feeling'), name: name.filter((text) => text !== '') }),
      fc
        .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
        .map(([a, b]) => mood(Math.min(a, b), Math.max(a, b))),
      anyDay.map((day) => period(day, day)),
      anyDay.map((day) => period(day, null)),
      anyDay.map((day) => period(null, day)),
      fc.constantFrom({ kind: 'pinned' }, { kind: 'pictures' }),
    ) as fc.Arbitrary<SearchFilter>;
    fc.assert(
      fc.property(filter, (made) => {
        const normal = 'name' in made ? { ...made, name: made.name.normalize('NFC') } : made;
        expect(filtersOf(writeFilter(made))).toEqual([normal]);
      }),
    );
  });

  test('whatever was typed is read, every part of it once', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(...filterKeys.map((key) => `${key}:`), '"', '“', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const { filters } = parseSearch(text);
        let end = 0;
        for (const { place } of filters) {
          expect(place[0]).toBeGreaterThanOrEqual(end);
          expect(place[1]).toBeGreaterThan(place[0]);
          end = place[1];
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
