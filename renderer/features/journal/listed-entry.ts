import type { InfiniteData } from '@tanstack/react-query';
import { type Document, documentText, excerptOf } from '#core/document';
import type { Entry, EntrySummary } from '#core/entry';
import { wallTime } from '#core/local-date';

/** An entry as a list shows it. */
export type ListedEntry = Omit<EntrySummary, 'position'>;

type Stretch = { readonly items: readonly ListedEntry[]; readonly next: number | null };

/** A list as far as it has been asked for, latest first. */
export type Stretches = InfiniteData<Stretch, number | null>;

/** Far more than any excerpt needs; the rest of a long page is not looked at. */
const BLOCKS = 12;

/** What a list shows of an entry that has just been saved. */
export const listedFrom = (entry: Entry): ListedEntry => {
  const beginning: Document = { type: 'doc', content: entry.body.content.slice(0, BLOCKS) };
  const { id, at, zone, day, title, mood, tags, pinned, wordCount, deletedAt } = entry;
  const excerpt = excerptOf(documentText(beginning));
  return { id, at, zone, day, title, excerpt, mood, tags, pinned, wordCount, deletedAt };
};

const looksSame = (one: ListedEntry, other: ListedEntry): boolean =>
  one.title === other.title &&
  one.excerpt === other.excerpt &&
  one.at === other.at &&
  one.zone === other.zone &&
  one.mood === other.mood &&
  one.pinned === other.pinned &&
  one.tags.join('\n') === other.tags.join('\n');

const isLater = (one: ListedEntry, other: ListedEntry): boolean =>
  wallTime(one.at, one.zone) > wallTime(other.at, other.zone);

/** The list without one entry; the very same list when it is not in it. */
export const without = (list: Stretches, id: string): Stretches => {
  const holds = ({ items }: Stretch): boolean => items.some((item) => item.id === id);
  if (!list.pages.some(holds)) return list;
  const pages = list.pages.map((page) =>
    holds(page) ? { ...page, items: page.items.filter((item) => item.id !== id) } : page,
  );
  return { ...list, pages };
};

const replaced = (list: Stretches, entry: ListedEntry): Stretches => ({
  ...list,
  pages: list.pages.map((page) =>
    page.items.some(({ id }) => id === entry.id)
      ? { ...page, items: page.items.map((item) => (item.id === entry.id ? entry : item)) }
      : page,
  ),
});

/** Puts an entry where its moment says, unless that is further down than the list has been asked for. */
const inserted = (list: Stretches, entry: ListedEntry): Stretches => {
  const last = list.pages.length - 1;
  const at = list.pages.findIndex(
    ({ items, next }, index) => items.some((item) => isLater(entry, item)) || (index === last && next === null),
  );
  if (at < 0) return list;
  const pages = list.pages.map((page, index) => {
    if (index !== at) return page;
    const place = page.items.findIndex((item) => isLater(entry, item));
    const before = place < 0 ? page.items.length : place;
    return { ...page, items: [...page.items.slice(0, before), entry, ...page.items.slice(before)] };
  });
  return { ...list, pages };
};

/** The list with one entry as it is now; the very same list when nothing that it shows has changed. */
export const withEntry = (list: Stretches, entry: ListedEntry): Stretches => {
  const shown = list.pages.flatMap(({ items }) => items.filter(({ id }) => id === entry.id))[0];
  if (shown === undefined) return inserted(list, entry);
  if (looksSame(shown, entry)) return list;
  const stays = shown.at === entry.at && shown.zone === entry.zone;
  return stays ? replaced(list, entry) : inserted(without(list, entry.id), entry);
};

/** The list of pinned entries with one entry as it is now, or without it. */
export const withPinned = (list: Stretches, entry: ListedEntry): Stretches =>
  entry.pinned ? withEntry(list, entry) : without(list, entry.id);

/** All entries with the pinned ones before the others, each once. */
export const pinnedFirst = (pinned: readonly ListedEntry[], listed: readonly ListedEntry[]): readonly ListedEntry[] => {
  if (pinned.length === 0) return listed;
  const above = new Set(pinned.map(({ id }) => id));
  return [...pinned, ...listed.filter(({ id }) => !above.has(id))];
};
