import { useInfiniteQuery } from '@tanstack/react-query';
import type { BinCursor, BinPage } from '#core/bin';
import { type CallError, callOrThrow } from '#lib/client';
import { queryKeyOf } from '#lib/query-client';

const STRETCH = 30;

/** Everything deleted that can be taken back, stretch by stretch, what was deleted last first. */
export const useDeleted = () =>
  useInfiniteQuery<BinPage, CallError, { pages: BinPage[] }, readonly unknown[], BinCursor | null>({
    queryKey: queryKeyOf('bin.list', { before: null, limit: STRETCH }),
    queryFn: ({ pageParam }) => callOrThrow('bin.list', { before: pageParam, limit: STRETCH }),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  });
