import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHits } from '#core/search-hits';
import { parseSearch } from '#core/search-query';

const hits = (text: string, search: string): string[] =>
  findHits(text, parseSearch(search).terms).map(([from, to]) => text.slice(from, to));

test.each([
  ['I walked to the river. Rivers run.', 'riv', ['river', 'Rivers']],
  ['I walked to the river.', '"the river"', ['the river']],
  ['the, river', '"the river"', ['the, river']],
  ['the cold river', '"the river"', []],
  ['Mañana, man\u0303ana, MANANA', 'manana', ['Mañana', 'man\u0303ana', 'MANANA']],
  ["I don't; don’t ask", "don't", ["don't", 'don’t']],
  ['river and sea', 'sea river', ['river', 'sea']],
  ['one day one', 'on "one day"', ['one day', 'one']],
  ['overriver', 'river', []],
  ['straße', 'stra', ['straße']],
  ['day 3', '3', ['3']],
  ['nothing', '...', []],
  ['nothing', 'tag:nothing', []],
  ['', 'river', []],
])('in %j a search for %s meets %j', (text, search, found) => {
  expect(hits(text, search)).toEqual(found);
});

test('hits lie in the text, in order, and none in another', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ maxLength: 20 }), (text, search) => {
      let end = 0;
      for (const [from, to] of findHits(text, parseSearch(`${search} ${text.slice(0, 5)}`).terms)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});
