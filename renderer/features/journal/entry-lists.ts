import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Entry, EntryHit } from '#core/entry';
import type { RecordId } from '#core/record';
import { type CallError, callOrThrow } from '#lib/client';
import { queryClient, queryKeyOf, refresh } from '#lib/query-client';
import { type ListedEntry, listedFrom, type Stretches, withEntry, without, withPinned } from './listed-entry';

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
export const useHits = (text: string, enabled = true) =>
  useInfiniteQuery<HitStretch, CallError, { pages: HitStretch[] }, readonly unknown[], Cursor>({
    queryKey: queryKeyOf('entries.search', { text, before: null, limit: HITS }),
    queryFn: ({ pageParam }) => callOrThrow('entries.search', { text, before: pageParam, limit: HITS }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    gcTime: HITS_KEPT_MS,
    enabled,
  });

const PINNED = 'is:pinned';
const pinnedKey = ['entries', 'pinned'] as const;

/** All pinned entries: few, so they are asked for to the end. */
const fetchPinned = async (): Promise<Stretches> => {
  const items: ListedEntry[] = [];
  let before: Cursor = null;
  do {
    const stretch: HitStretch = await callOrThrow('entries.search', { text: PINNED, before, limit: HITS });
    items.push(...stretch.items.map(({ titleParts: _, snippet: __, ...entry }) => entry));
    before = stretch.next;
  } while (before !== null);
  return { pages: [{ items, next: null }], pageParams: [null] };
};

/** Every pinned entry, latest first. */
export const usePinned = () => useQuery<Stretches, CallError>({ queryKey: pinnedKey, queryFn: fetchPinned });

const change = (apply: (list: Stretches) => Stretches): void => {
  queryClient.setQueryData<Stretches>(listKey, (list) => (list === undefined ? undefined : apply(list)));
};

const changePinned = (apply: (list: Stretches) => Stretches): void => {
  queryClient.setQueryData<Stretches>(pinnedKey, (list) => (list === undefined ? undefined : apply(list)));
};

const mine = [listKey, pinnedKey].map((key) => JSON.stringify(key));
const isMine = (key: readonly unknown[]): boolean => mine.includes(JSON.stringify(key));

/** What other pages show of the journal's entries, and searches made before, is asked for anew when next it is shown. */
const outdateTheRest = (): void => {
  void queryClient.invalidateQueries({
    queryKey: ['entries'],
    refetchType: 'none',
    predicate: ({ queryKey }) => !isMine(queryKey),
  });
};

const besidesKey = ['entries', 'entries.beside'];

const recount = (): void => {
  void queryClient.invalidateQueries({ queryKey: queryKeyOf('entries.count', {}) });
  void queryClient.invalidateQueries({ queryKey: besidesKey });
  refresh(['trends']);
};

/**
 * After an entry was saved. Typing saves once a second, so nothing is fetched for it: the list's own row is put right
 * in place, and only what changed beyond the words makes counts, charts and tags be asked for again.
 */
export const entrySaved = (saved: Entry, before: Entry | null): void => {
  const listed = listedFrom(saved);
  change((list) => withEntry(list, listed));
  changePinned((list) => withPinned(list, listed));
  outdateTheRest();
  if (before === null) recount();
  else if (saved.mood !== before.mood || saved.day !== before.day) refresh(['trends']);
  if (before === null ? saved.tags.length > 0 : saved.tags.join('\n') !== before.tags.join('\n')) refresh(['labels']);
};

/** After something other than this window's typing changed entries: the list is asked for anew. */
export const refreshLists = (): void => {
  for (const queryKey of [['entries', 'entries.list'], pinnedKey, besidesKey])
    void queryClient.invalidateQueries({ queryKey });
};

const isList = (data: unknown): data is Stretches => typeof data === 'object' && data !== null && 'pages' in data;

/** After an entry went into the bin. */
export const entryBinned = (id: RecordId): void => {
  change((list) => without(list, id));
  changePinned((list) => without(list, id));
  queryClient.setQueriesData({ queryKey: ['entries', 'entries.search'] }, (data) =>
    isList(data) ? without(data, id) : data,
  );
  refresh(['bin']);
  outdateTheRest();
  recount();
};

/** After an entry came out of the bin again. */
export const entryRestored = (entry: Entry): void => {
  const listed = { ...listedFrom(entry), deletedAt: null };
  change((list) => withEntry(list, listed));
  changePinned((list) => withPinned(list, listed));
  refresh(['bin']);
  outdateTheRest();
  recount();
};

/** What of a list has been asked for, in one piece. */
export const allOf = <T extends ListedEntry>(pages: readonly { readonly items: readonly T[] }[]): readonly T[] =>
  pages.length === 1 ? (pages[0]?.items ?? []) : pages.flatMap(({ items }) => items);
