import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { InsideHits, InsidePage } from '#core/inside';
import type { SnapshotName } from '#core/snapshot';
import { type CallError, callOrThrow } from '#lib/client';
import { queryKeyOf } from '#lib/query-client';

const PAGE = 50;

/** Which entries of a backup: all that were kept, those in its bin, or those that hold some words. */
export type Shelf = { readonly bin: boolean; readonly text: string };

type Stretch = InsidePage | InsideHits;
/** An entry of a backup as a list shows it. */
export type InsideItem = Stretch['items'][number];

const keyOf = (name: SnapshotName, { bin, text }: Shelf) =>
  text === ''
    ? queryKeyOf('inside.list', { name, before: null, limit: PAGE, bin })
    : queryKeyOf('inside.search', { name, before: null, limit: PAGE, text });

/** Entries of a backup, stretch by stretch, newest first; while one types, the last answer stays until the next comes. */
export const useInsideList = (name: SnapshotName, shelf: Shelf) =>
  useInfiniteQuery<Stretch, CallError, { pages: Stretch[] }, readonly unknown[], number | null>({
    queryKey: keyOf(name, shelf),
    queryFn: ({ pageParam: before }) =>
      shelf.text === ''
        ? callOrThrow('inside.list', { name, before, limit: PAGE, bin: shelf.bin })
        : callOrThrow('inside.search', { name, before, limit: PAGE, text: shelf.text }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
