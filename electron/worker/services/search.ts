import type { EntryHit, EntrySummary, SnippetPart } from '#core/entry';
import { dayNumber } from '#core/local-date';
import type { PlacedFilter } from '#core/search-query';
import { parseSearch, toFtsMatch } from '#core/search-query';
import type { Database } from '../db/database';
import type { Journal } from '../journal';
import { positionOfDay } from '../repositories/entry';
import { anyEntry, type FoundEntry, listNarrowed, type Narrowing, searchEntries } from '../repositories/entry-search';
import { type LabelTable, listLabelRowsLike } from '../repositories/label';

// Characters that no text field lets through, so that they cannot be part of what was written.
const MARKS = ['\u0002', '\u0003'] as const;

const moodsOf = ({ from, to }: { readonly from: number; readonly to: number }): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The narrowing with one more filter: of several moods one is enough. */
const narrowed = (db: Database, narrowing: Narrowing, filter: PlacedFilter): Narrowing => {
  const rows = (table: LabelTable, name: string): readonly number[] => listLabelRowsLike(db, table, name);
  switch (filter.kind) {
    case 'tag':
      return { ...narrowing, tags: [...narrowing.tags, rows('tag', filter.name)] };
    case 'feeling':
      return { ...narrowing, feelings: [...narrowing.feelings, rows('feeling', filter.name)] };
    case 'mood':
      return { ...narrowing, moods: [...(narrowing.moods ?? []), ...moodsOf(filter)] };
    case 'period': {
      const [from, below] = narrowing.positions;
      return {
        ...narrowing,
        positions: [
          filter.from === null ? from : Math.max(from, positionOfDay(dayNumber(filter.from))),
          filter.to === null ? below : Math.min(below, positionOfDay(dayNumber(filter.to) + 1)),
        ],
      };
    }
    case 'pinned':
      return { ...narrowing, pinned: true };
    case 'pictures':
      return { ...narrowing, pictures: true };
    case 'unread':
      return narrowing;
  }
};

/** Splits a text at the marks around hits. */
const toParts = (text: string): SnippetPart[] => {
  const parts: SnippetPart[] = [];
  text.split(MARKS[0]).forEach((piece, index) => {
    const [inside = '', outside] = index === 0 ? ['', piece] : piece.split(MARKS[1]);
    if (inside !== '') parts.push({ text: inside, hit: true });
    if (outside !== undefined && outside !== '') parts.push({ text: outside, hit: false });
  });
  return parts;
};

const toHit = ({ summary, title, snippet }: FoundEntry): EntryHit => ({
  ...summary,
  titleParts: toParts(title),
  snippet: toParts(snippet.replace(/\s+/g, ' ')),
});

const unmarked = (summary: EntrySummary): EntryHit => ({
  ...summary,
  titleParts: summary.title === '' ? [] : [{ text: summary.title, hit: false }],
  snippet: [],
});

/**
 * Kept entries that hold every word (or its beginning) and every quoted phrase of `text` and that its filters let through,
 * latest first. A text that asks for nothing finds nothing.
 */
export const searchJournal = (
  { db }: Journal,
  { text, before, limit }: { readonly text: string; readonly before: number | null; readonly limit: number },
): { items: EntryHit[]; next: number | null } => {
  const query = parseSearch(text);
  const match = toFtsMatch(query);
  const filters = query.filters.filter(({ kind }) => kind !== 'unread');
  if (match === null && filters.length === 0) return { items: [], next: null };
  const narrowing = filters.reduce((made, filter) => narrowed(db, made, filter), anyEntry);
  const items =
    match === null
      ? listNarrowed(db, { narrowing, before, limit }).map(unmarked)
      : searchEntries(db, { match, narrowing, before, limit, marks: MARKS }).map(toHit);
  return { items, next: items.length === limit ? (items.at(-1)?.position ?? null) : null };
};
