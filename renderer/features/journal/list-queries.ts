import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { EntryHit, EntryPage } from '#core/entry';
import { type CallError, callOrThrow } from '#lib/client';

const PAGE = 100;
const HITS = 50;

type Cursor = number | null;

/** Entries of the journal, or of the bin, stretch by stretch. */
export const useEntryPages = (bin: boolean) =>
  useInfiniteQuery<EntryPage, CallError, { pages: EntryPage[] }, readonly unknown[], Cursor>({
    queryKey: ['entries', 'entries.list', { bin }],
    queryFn: ({ pageParam }) => callOrThrow('entries.list', { before: pageParam, limit: PAGE, bin }),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  });

type HitPage = { readonly items: EntryHit[]; readonly next: Cursor };

/** Entries that hold what was typed, stretch by stretch; the last answer stays in sight while the next one comes. */
export const useSearchPages = (text: string) =>
  useInfiniteQuery<HitPage, CallError, { pages: HitPage[] }, readonly unknown[], Cursor>({
    queryKey: ['entries', 'entries.search', { text }],
    queryFn: ({ pageParam }) => callOrThrow('entries.search', { text, before: pageParam, limit: HITS }),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // Answers to every letter typed need not be kept.
    gcTime: 10_000,
  });
