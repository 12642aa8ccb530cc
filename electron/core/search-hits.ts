import type { SearchTerm } from './search-query';

/** A stretch of a text, in UTF-16 units: its first, and the one after its last. */
export type Stretch = readonly [number, number];

type Token = { readonly bare: string; readonly place: Stretch };

// What the full-text index takes for part of a word: letters, digits, private use, and the marks on them.
const TOKEN = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{Mn}\p{Mc}]*/gu;

const toBare = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '');

const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => ({
    bare: toBare(word),
    place: [index, index + word.length] as const,
  }));

type Pattern = { readonly words: readonly string[]; readonly prefix: boolean };

const fitsAt = (tokens: readonly Token[], start: number, { words, prefix }: Pattern): boolean =>
  words.every((word, offset) => {
    const bare = tokens[start + offset]?.bare;
    if (bare === undefined) return false;
    return prefix && offset === words.length - 1 ? bare.startsWith(word) : bare === word;
  });

const byStart = ([one, oneEnd]: Stretch, [other, otherEnd]: Stretch): number => one - other || otherEnd - oneEnd;

/** Where in a text a search's words and phrases stand, as the index finds them, first to last; none lies in another. */
export const findHits = (text: string, terms: readonly SearchTerm[]): Stretch[] => {
  const patterns = terms
    .map(({ text: term, prefix }) => ({ words: tokensOf(term).map(({ bare }) => bare), prefix }))
    .filter(({ words }) => words.length > 0);
  if (patterns.length === 0) return [];
  const tokens = tokensOf(text);
  const hits: Stretch[] = [];
  tokens.forEach(({ place: [from] }, start) => {
    for (const pattern of patterns) {
      const last = tokens[start + pattern.words.length - 1];
      if (last !== undefined && fitsAt(tokens, start, pattern)) hits.push([from, last.place[1]]);
    }
  });
  let end = 0;
  return hits.toSorted(byStart).filter(([from, to]) => {
    const isFree = from >= end;
    if (isFree) end = to;
    return isFree;
  });
};
