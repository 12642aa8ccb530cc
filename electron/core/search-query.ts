/** One thing to be found: a word by its beginning, or a phrase; while a phrase is still being typed its last word is a beginning too. */
export type SearchTerm = { readonly text: string; readonly kind: 'word' | 'phrase'; readonly prefix: boolean };

/** What a typed search asks for: entries in which every term is found. */
export type SearchQuery = { readonly terms: readonly SearchTerm[] };

// Everything that some keyboard or language puts around a phrase.
const QUOTES = /["“”„‟«»]/;
// The tokenizer sees nothing in punctuation alone.
const HAS_SUBSTANCE = /[\p{L}\p{N}\p{So}\p{Co}]/u;
// NUL would end the expression early, within its quotes.
const CONTROLS = /\p{Cc}+/gu;

/** Reads what was typed into the search field: words, and phrases in quotes; case and accents are the index's business. */
export const parseSearch = (text: string): SearchQuery => {
  const pieces = text.normalize('NFC').replace(CONTROLS, ' ').split(QUOTES);
  const terms = pieces.flatMap((piece, index): SearchTerm[] => {
    const isPhrase = index % 2 === 1;
    if (!isPhrase) {
      const words = piece.split(/\s+/u);
      return words.map((word) => ({ text: word, kind: 'word', prefix: true }));
    }
    return [{ text: piece.trim(), kind: 'phrase', prefix: index === pieces.length - 1 }];
  });
  return { terms: terms.filter((term) => HAS_SUBSTANCE.test(term.text)) };
};

/** An FTS5 MATCH expression for a search, valid whatever was typed: every term quoted; null when there is nothing to look for. */
export const toFtsMatch = ({ terms }: SearchQuery): string | null =>
  terms.length === 0
    ? null
    : terms.map(({ text, prefix }) => `"${text.replaceAll('"', '""')}"${prefix ? '*' : ''}`).join(' ');
