import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Entry, EntryHit } from '#core/entry';
import type { RecordId } from '#core/record';
import { type CallError, callOrThrow } from '#lib/client';
import { queryClient, queryKeyOf, refresh } from '#lib/query-client';
import { type ListedEntry, listedFrom, type Stretches, withEntry, without } from './listed-entry';

const PAGE = 100;
const HITS = 50;
/** Answers to every letter typed need not be kept. */
const HITS_KEPT_MS = 20_000;

type Cursor = number | null;

const listKey = queryKeyOf('entries.list', { before: null, limit: PAGE });

/** Entries of the journal, stretch by stretch, latest first. */
export const useEntryList = () =>
  useInfiniteQuery<Stretches['pages'][number], CallError, Stretches, readonly unknown[], Cursor>({
    queryKey: listKey,
    queryFn: ({ pageParam }) => callOrThrow('entries.list', { before: pageParam, limit: PAGE }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  });

type HitStretch = { readonly items: readonly EntryHit[]; readonly next: Cursor };

/** Entries that hold what was typed; the last answer stays while the next one comes. */
export const useHits = (text: string) =>
  useInfiniteQuery<HitStretch, CallError, { pages: HitStretch[] }, readonly unknown[], Cursor>({
    queryKey: queryKeyOf('entries.search', { text, before: null, limit: HITS }),
    queryFn: ({ pageParam }) => callOrThrow('entries.search', { text, before: pageParam, limit: HITS }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    gcTime: HITS_KEPT_MS,
  });

const change = (apply: (list: Stretches) => Stretches): void => {
  queryClient.setQueryData<Stretches>(listKey, (list) => (list === undefined ? undefined : apply(list)));
};

const isMine = (key: readonly unknown[]): boolean => JSON.stringify(listKey) === JSON.stringify(key);

/** What other pages show of the journal's entries, and searches made before, is asked for anew when next it is shown. */
const outdateTheRest = (): void => {
  void queryClient.invalidateQueries({
    queryKey: ['entries'],
    refetchType: 'none',
    predicate: ({ queryKey }) => !isMine(queryKey),
  });
};

const recount = (): void => {
  void queryClient.invalidateQueries({ queryKey: queryKeyOf('entries.count', {}) });
  refresh(['trends']);
};

/**
 * After an entry was saved. Typing saves once a second, so nothing is fetched for it: the list's own row is put right
 * in place, and only what changed beyond the words makes counts, charts and tags be asked for again.
 */
export const entrySaved = (saved: Entry, before: Entry | null): void => {
  change((list) => withEntry(list, listedFrom(saved)));
  outdateTheRest();
  if (before === null) recount();
  else if (saved.mood !== before.mood || saved.day !== before.day) refresh(['trends']);
  if (before === null ? saved.tags.length > 0 : saved.tags.join('\n') !== before.tags.join('\n')) refresh(['labels']);
};

/** After something other than this window's typing changed entries: the list is asked for anew. */
export const refreshLists = (): void => {
  void queryClient.invalidateQueries({ queryKey: ['entries', 'entries.list'] });
};

const isList = (data: unknown): data is Stretches => typeof data === 'object' && data !== null && 'pages' in data;

/** After an entry went into the bin. */
export const entryBinned = (id: RecordId): void => {
  change((list) => without(list, id));
  queryClient.setQueriesData({ queryKey: ['entries', 'entries.search'] }, (data) =>
    isList(data) ? without(data, id) : data,
  );
  refresh(['bin']);
  outdateTheRest();
  recount();
};

/** After an entry came out of the bin again. */
export const entryRestored = (entry: Entry): void => {
  change((list) => withEntry(list, { ...listedFrom(entry), deletedAt: null }));
  refresh(['bin']);
  outdateTheRest();
  recount();
};

/** What of a list has been asked for, in one piece. */
export const allOf = <T extends ListedEntry>(pages: readonly { readonly items: readonly T[] }[]): readonly T[] =>
  pages.length === 1 ? (pages[0]?.items ?? []) : pages.flatMap(({ items }) => items);
