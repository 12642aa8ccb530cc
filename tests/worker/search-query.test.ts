import Database from '@signalapp/sqlcipher';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseSearch, toFtsMatch } from '#core/search-query';

const openIndex = (...pages: string[]) => {
  const db = new Database(':memory:');
  onTestFinished(() => db.close());
  db.exec(`CREATE VIRTUAL TABLE page USING fts5 (plain, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`);
  const insert = db.prepare('INSERT INTO page (plain) VALUES (?)');
  for (const page of pages) insert.run([page]);
  const count = db.prepare('SELECT count(*) AS found FROM page WHERE page MATCH ?');
  return (text: string): number => {
    const match = toFtsMatch(parseSearch(text));
    return match === null ? 0 : Number(count.get<{ found: number }>([match])?.found);
  };
};

describe('a search in a real index', () => {
  test.each([
    ['riv', 1],
    ['RIVER', 1],
    ['walked riv', 1],
    ['riv sea', 0],
    ['"the river"', 1],
    ['"river the"', 0],
    ['"to the riv', 1],
    ['"the riv"', 0],
    ['manana', 1],
    ['mañ', 1],
    ['man\u0303ana', 1],
    ["don't", 1],
    ['don’t', 1],
    ['river ...', 1],
    ['!!! river', 1],
    ['river "?"', 1],
    ['c++', 1],
    ['river 🦖', 0],
    ['title:river', 0],
    ['*', 0],
  ])('%j finds %i', (text, found) => {
    const find = openIndex("I walked to the river. Mañana I don't; C++ can wait.", 'nothing here');
    expect(find(text)).toBe(found);
  });

  test('finds every word of a page by any of its beginnings', () => {
    const anyWord = fc.stringMatching(/^[a-zñéü0-9]{1,10}$/);
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1, maxLength: 10 }), fc.nat(), fc.nat(), (words, place, length) => {
        const word = words[place % words.length] ?? '';
        const find = openIndex(words.join(' '));
        expect(find(word.slice(0, 1 + (length % word.length)))).toBe(1);
        expect(find(`"${words.join(' ')}"`)).toBe(1);
      }),
      { numRuns: 50 },
    );
  });

  test('never fails, whatever is typed', () => {
    const find = openIndex('I walked to the river');
    const pieces = [
      '"',
      '""',
      "'",
      '*',
      '^',
      '(',
      ')',
      'AND',
      'OR',
      'NOT',
      'NEAR',
      '+',
      '-',
      ':',
      '{',
      '}',
      '\u0000',
      '\\',
      ' ',
      'river',
      '🌊',
      '\ud800',
      '\ufeff',
      '\u200b',
      ';',
      '--',
    ];
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        expect(find(text)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 20_000 },
    );
    expect(find('r '.repeat(250))).toBe(1);
  });
});
