import { addDays, type DateRange, type LocalDate, localDate } from './local-date';

/** What narrows a search beyond its words. Days are counted, both ends included; null is open. */
export type SearchFilter =
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'feeling'; readonly name: string }
  | { readonly kind: 'mood'; readonly from: number; readonly to: number }
  | { readonly kind: 'period'; readonly from: LocalDate | null; readonly to: LocalDate | null }
  | { readonly kind: 'pinned' }
  | { readonly kind: 'pictures' }
  /** Something was asked for that cannot be read (yet: it may be half typed); it narrows nothing. */
  | { readonly kind: 'unread'; readonly key: FilterKey; readonly value: string };

/** The words before the colon. */
export const filterKeys = ['tag', 'feeling', 'mood', 'before', 'after', 'from', 'to', 'on', 'is', 'has'] as const;
export type FilterKey = (typeof filterKeys)[number];

const moodWords: Readonly<Record<string, number>> = { 'very low': 1, low: 2, okay: 3, ok: 3, good: 4, 'very good': 5 };

const toMood = (text: string): number | null => {
  const word = text.trim().toLowerCase().replaceAll('-', ' ');
  return /^[1-5]$/.test(word) ? Number(word) : Object.hasOwn(moodWords, word) ? (moodWords[word] ?? null) : null;
};

/** One mood, or two with "-" or ".." between them. */
const readMood = (value: string): SearchFilter | null => {
  const only = toMood(value);
  if (only !== null) return { kind: 'mood', from: only, to: only };
  const [first, second, ...more] = value.split(/\.\.|(?<=[1-5])-(?=[1-5])/).map(toMood);
  if (typeof first !== 'number' || typeof second !== 'number' || more.length > 0) return null;
  return { kind: 'mood', from: Math.min(first, second), to: Math.max(first, second) };
};

const lastDayOf = (year: string, month: string): LocalDate | null => {
  const next =
    month === '12' ? `${Number(year) + 1}-01-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`;
  // The first day after the last year is no date here, and still the day after one.
  return addDays(next as LocalDate, -1);
};

/** A day, a month or a year: 2026-03-05, 2026-03, 2026; its first and last day. */
const readSpan = (value: string): DateRange | null => {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(value.trim()) ?? [];
  const first = localDate.safeParse(`${year}-${(month ?? '1').padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`);
  if (!first.success) return null;
  if (day !== undefined) return { from: first.data, to: first.data };
  const last = lastDayOf(year, month === undefined ? '12' : month.padStart(2, '0'));
  return last === null ? null : { from: first.data, to: last };
};

const readPeriod = (key: 'before' | 'after' | 'from' | 'to' | 'on', value: string): SearchFilter | null => {
  const span = readSpan(value);
  if (span === null) return null;
  switch (key) {
    case 'before':
      return { kind: 'period', from: null, to: addDays(span.from, -1) };
    case 'after':
      return { kind: 'period', from: addDays(span.to, 1), to: null };
    case 'from':
      return { kind: 'period', from: span.from, to: null };
    case 'to':
      return { kind: 'period', from: null, to: span.to };
    case 'on':
      return { kind: 'period', ...span };
  }
};

const readNamed = (kind: 'tag' | 'feeling', value: string): SearchFilter | null =>
  value.trim() === '' ? null : { kind, name: value.trim() };

const readKnown = (key: FilterKey, value: string): SearchFilter | null => {
  switch (key) {
    case 'tag':
    case 'feeling':
      return readNamed(key, value);
    case 'mood':
      return readMood(value);
    case 'is':
      return /^pinned$/i.test(value) ? { kind: 'pinned' } : null;
    case 'has':
      return /^(?:pictures?|photos?)$/i.test(value) ? { kind: 'pictures' } : null;
    default:
      return readPeriod(key, value);
  }
};

/** What a key and the value behind its colon ask for. */
export const readFilter = (key: FilterKey, value: string): SearchFilter =>
  readKnown(key, value) ?? { kind: 'unread', key, value };

const quoted = (name: string): string =>
  /[\s"“”„‟«»]/u.test(name) ? `"${name.replaceAll(/["“”„‟«»]/gu, ' ')}"` : name;

/** How a filter is typed; reading that gives the filter again, but for quotes in a name, which become spaces. */
export const writeFilter = (filter: SearchFilter): string => {
  switch (filter.kind) {
    case 'tag':
    case 'feeling':
      return `${filter.kind}:${quoted(filter.name)}`;
    case 'mood':
      return filter.from === filter.to ? `mood:${filter.from}` : `mood:${filter.from}-${filter.to}`;
    case 'period':
      if (filter.from !== null && filter.from === filter.to) return `on:${filter.from}`;
      return [filter.from && `from:${filter.from}`, filter.to && `to:${filter.to}`].filter(Boolean).join(' ');
    case 'pinned':
      return 'is:pinned';
    case 'pictures':
      return 'has:picture';
    case 'unread':
      return `${filter.key}:${quoted(filter.value)}`;
  }
};
