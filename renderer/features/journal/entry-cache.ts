import type { InfiniteData } from '@tanstack/react-query';
import { excerptOf } from '#core/document';
import type { Entry, EntryPage } from '#core/entry';
import { queryClient, queryKeyOf, refresh } from '#lib/query-client';

const listKey = ['entries', 'entries.list'] as const;

/** What of an entry decides where it stands in lists and charts. */
const standing = (entry: Entry): string => JSON.stringify([entry.at, entry.zone, entry.mood, entry.tags]);

/**
 * Puts a saved entry into the cache where it stands. Typing saves once a second: a list is asked for anew only when
 * something about the entry changed that moves it, and charts and tags only then too.
 */
export const cacheSaved = (saved: Entry, before: Entry, plain: string): void => {
  queryClient.setQueryData(queryKeyOf('entries.get', { id: saved.id }), saved);
  const isNew = before.version === '';
  queryClient.setQueriesData<InfiniteData<EntryPage> | EntryPage>({ queryKey: listKey }, (data) =>
    // Other pages ask for a single stretch, not for the list stretch by stretch.
    data !== undefined && 'pages' in data ? patched(data, saved, excerptOf(plain)) : data,
  );
  if (!isNew && standing(saved) === standing(before)) return;
  void queryClient.invalidateQueries({ queryKey: listKey });
  void queryClient.invalidateQueries({ queryKey: ['entries', 'entries.count'] });
  refresh(['labels', 'trends']);
};

const patched = (data: InfiniteData<EntryPage>, saved: Entry, excerpt: string): InfiniteData<EntryPage> => ({
  ...data,
  pages: data.pages.map((page) =>
    page.items.some(({ id }) => id === saved.id)
      ? { ...page, items: page.items.map((item) => (item.id === saved.id ? summaryOf(item, saved, excerpt) : item)) }
      : page,
  ),
});

const summaryOf = (item: EntryPage['items'][number], saved: Entry, excerpt: string) => ({
  ...item,
  title: saved.title,
  excerpt,
  mood: saved.mood,
  tags: saved.tags,
  wordCount: saved.wordCount,
});
