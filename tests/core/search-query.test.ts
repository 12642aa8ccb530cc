import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSearch, toFtsMatch } from '#core/search-query';

const matchOf = (text: string): string | null => toFtsMatch(parseSearch(text));

describe('a search', () => {
  test.each([
    ['river', '"river"*'],
    ['  the   river ', '"the"* "river"*'],
    ['"one day"', '"one day"'],
    ['call "one day" dana', '"call"* "one day" "dana"*'],
    ['"one da', '"one da"*'],
    ['“one day” «otro día»', '"one day" "otro día"'],
    ['pay"day"off', '"pay"* "day" "off"*'],
    ["don't", `"don't"*`],
    ['NOT river OR sea AND (x)', '"NOT"* "river"* "OR"* "sea"* "AND"* "(x)"*'],
    ['title:river', '"title:river"*'],
    ['NEAR(a b) ^c *', '"NEAR(a"* "b)"* "^c"*'],
    ['cafe\u0301', '"café"*'],
    ['a\u0000b', '"a"* "b"*'],
    ['🌊', '"🌊"*'],
  ])('for %j asks for %s', (text, match) => {
    expect(matchOf(text)).toBe(match);
  });

  test.each(['', '   ', '""', '"', '" "', '...', '- – —', '"!?"', '\u0000', '\u0301'])(
    'for %j asks for nothing',
    (text) => {
      expect(matchOf(text)).toBeNull();
    },
  );

  test('tells words from phrases', () => {
    expect(parseSearch('river "one day"')).toEqual({
      filters: [],
      terms: [
        { text: 'river', kind: 'word', prefix: true },
        { text: 'one day', kind: 'phrase', prefix: false },
      ],
    });
  });

  test('doubles a quote inside a term, wherever the term came from', () => {
    expect(toFtsMatch({ terms: [{ text: 'a" OR "b', kind: 'word', prefix: true }] })).toBe('"a"" OR ""b"*');
  });

  test('has every term in quotes, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const match = matchOf(text);
        if (match !== null) expect(match).toMatch(/^"(?:[^"\p{Cc}]|"")+"\*?(?: "(?:[^"\p{Cc}]|"")+"\*?)*$/u);
      }),
    );
  });

  test('with more words typed asks for all that it asked for before', () => {
    const anyWord = fc.stringMatching(/^[a-zñé0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1, maxLength: 6 }), anyWord, (words, another) => {
        const terms = parseSearch(words.join(' ')).terms;
        expect(parseSearch([...words, another].join(' ')).terms.slice(0, -1)).toEqual(terms);
      }),
    );
  });
});
