import type { RecordId } from '#core/record';
import { berlin, day } from '#tests/support/builders';
import type { ListedEntry, Stretches } from '../../renderer/features/journal/listed-entry';

/** An entry as a list shows it. */
export const listed = (id: string, at: number, rest: Partial<ListedEntry> = {}): ListedEntry => ({
  id: id as RecordId,
  at,
  zone: 'Europe/Berlin',
  day: day(new Date(at).toISOString().slice(0, 10)),
  title: id,
  excerpt: '',
  mood: null,
  tags: [],
  pinned: false,
  wordCount: 0,
  deletedAt: null,
  ...rest,
});

/** Noon of a date. */
export const noon = (date: string): number => berlin(date);
/** Three entries, the latest first. */
export const c = listed('c', noon('2026-11-20'));
export const b = listed('b', noon('2026-11-10'));
export const a = listed('a', noon('2026-10-01'));
/** A list in stretches; `next` is the cursor of what follows them. */
export const list = (pages: readonly (readonly ListedEntry[])[], next: number | null = null): Stretches => ({
  pages: pages.map((items, index) => ({ items, next: index < pages.length - 1 ? 1 : next })),
  pageParams: pages.map(() => null),
});
/** Which entries stand in which stretch. */
export const idsOf = ({ pages }: Stretches): string[][] => pages.map(({ items }) => items.map(({ id }) => id));
