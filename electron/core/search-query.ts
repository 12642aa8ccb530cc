import { type FilterKey, filterKeys, readFilter, type SearchFilter, writeFilter } from './search-filter';

/** One thing to be found: a word by its beginning, or a phrase; while a phrase is still being typed its last word is a beginning too. */
export type SearchTerm = { readonly text: string; readonly kind: 'word' | 'phrase'; readonly prefix: boolean };

/** A filter, and where in the typed text it stands: first unit, and the one after its last. */
export type PlacedFilter = SearchFilter & { readonly place: readonly [number, number] };

/** What a typed search asks for: entries in which every term is found and that every filter lets through. */
export type SearchQuery = { readonly terms: readonly SearchTerm[]; readonly filters: readonly PlacedFilter[] };

// Everything that some keyboard or language puts around a phrase.
const QUOTE = '["“”„‟«»]';
// A filter, a phrase, or a word: whichever begins here. What is quoted may still be being typed.
const PIECE = new RegExp(
  `(?<=^|\\s)(?<key>${filterKeys.join('|')}):(?:${QUOTE}(?<phrased>.*?)(?:${QUOTE}|$)|(?<value>[^\\s"“”„‟«»]*))` +
    `|${QUOTE}(?<phrase>.*?)(?<end>${QUOTE}|$)|(?<word>[^\\s"“”„‟«»]+)`,
  'gisu',
);
// The tokenizer sees nothing in punctuation alone.
const HAS_SUBSTANCE = /[\p{L}\p{N}\p{So}\p{Co}]/u;
// NUL would end the expression early, within its quotes.
const CONTROLS = /\p{Cc}/gu;

const termOf = ({ phrase, end, word }: Readonly<Record<string, string | undefined>>): SearchTerm | null => {
  const text = (phrase ?? word ?? '').normalize('NFC').trim();
  if (!HAS_SUBSTANCE.test(text)) return null;
  return phrase === undefined ? { text, kind: 'word', prefix: true } : { text, kind: 'phrase', prefix: end === '' };
};

/**
 * Reads what was typed into the search field: words, phrases in quotes, and filters such as `tag:family` or
 * `before:2026-03`; what looks like a filter within quotes is a phrase. Case and accents are the index's business.
 */
export const parseSearch = (text: string): SearchQuery => {
  const terms: SearchTerm[] = [];
  const filters: PlacedFilter[] = [];
  // One unit for another, so that places stay.
  for (const { 0: piece, index, groups = {} } of text.replace(CONTROLS, ' ').matchAll(PIECE)) {
    const { key, phrased, value } = groups;
    if (key !== undefined) {
      const filter = readFilter(key.toLowerCase() as FilterKey, (phrased ?? value ?? '').normalize('NFC'));
      filters.push({ ...filter, place: [index, index + piece.length] });
      continue;
    }
    const term = termOf(groups);
    if (term !== null) terms.push(term);
  }
  return { terms, filters };
};

/** The text without one of its filters, and without the gap that would leave. */
export const withoutFilter = (text: string, { place: [from, to] }: PlacedFilter): string =>
  `${text.slice(0, from).trimEnd()} ${text.slice(to).trimStart()}`.trim();

/** The text with other filters of some kinds: those it had go, the new ones stand at its end, everything else stays. */
export const withFilters = (
  text: string,
  kinds: readonly SearchFilter['kind'][],
  next: readonly SearchFilter[],
): string => {
  const old = parseSearch(text).filters.filter(({ kind }) => kinds.includes(kind));
  const rest = old.reduceRight(withoutFilter, text);
  return [rest, ...next.map(writeFilter)].join(' ').trim();
};

/** An FTS5 MATCH expression for a search's words, valid whatever was typed: every term quoted; null when there are none. */
export const toFtsMatch = ({ terms }: Pick<SearchQuery, 'terms'>): string | null =>
  terms.length === 0
    ? null
    : terms.map(({ text, prefix }) => `"${text.replaceAll('"', '""')}"${prefix ? '*' : ''}`).join(' ');
