import { type RefObject, useLayoutEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#core/record';
import { parseSearch } from '#core/search-query';
import { formatNumber } from '#lib/format';
import { ErrorState } from '#ui/error-state';
import { Skeleton } from '#ui/skeleton';
import { EntryList } from './entry-list';
import { allOf, useEntryList, useHits, usePinned } from './entry-lists';
import css from './list.module.css';
import { type ListedEntry, pinnedFirst } from './listed-entry';

type Props = {
  readonly openId: string | null;
  readonly onOpen: (id: RecordId, how: 'pointer' | 'keyboard') => void;
  readonly list: RefObject<HTMLDivElement | null>;
};

/** A list that has not come yet. */
export const Waiting = () => (
  <div className={css.aside}>
    <Skeleton lines={6} />
  </div>
);

const none: readonly ListedEntry[] = [];

type ListProps = Props & { readonly label: string; readonly total: number | null };

/** The journal: pinned entries, then all others, latest first. The empty journal has its words beside this. */
export const StoredEntries = ({ label, total, ...shared }: ListProps) => {
  const query = useEntryList();
  const { data, isError, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const pinned = usePinned();
  const above = pinned.data?.pages[0]?.items ?? none;
  const items = useMemo(() => pinnedFirst(above, allOf(data?.pages ?? [])), [data, above]);
  if (isError && data === undefined) {
    return (
      <div className={css.aside}>
        <ErrorState code={error.code} onRetry={() => void refetch()} />
      </div>
    );
  }
  // Those that cannot be asked for stand among the others, where their day is.
  if (data === undefined || pinned.isPending) return <Waiting />;
  if (items.length === 0) return null;
  const onNearEnd = hasNextPage && !isFetchingNextPage && !isError ? () => void fetchNextPage() : undefined;
  return (
    <EntryList
      {...shared}
      label={label}
      items={items}
      pinned={above.length}
      total={hasNextPage ? total : items.length}
      place="journal"
      onNearEnd={onNearEnd}
    />
  );
};

type FoundProps = Props & {
  readonly text: string;
  readonly label: string;
  /** Said where there is nothing. */
  readonly nothing: string;
  /** Said above what was found. */
  readonly count?: (found: { readonly shown: number; readonly hasMore: boolean }) => string;
};

/** What a search found, latest first. */
export const FoundList = ({ text, label, nothing, count, ...shared }: FoundProps) => {
  const { data, isError, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useHits(text);
  const items = useMemo(() => allOf(data?.pages ?? []), [data]);
  const { list } = shared;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its top.
  useLayoutEffect(() => list.current?.scrollTo({ top: 0 }), [text, list]);
  if (isError) {
    return (
      <div className={css.aside}>
        <ErrorState code={error.code} onRetry={() => void refetch()} />
      </div>
    );
  }
  const isEmpty = items.length === 0;
  return (
    <>
      {(isEmpty || count !== undefined) && (
        <p className={isEmpty ? css.nothing : css.count} role="status">
          {data !== undefined && (isEmpty ? nothing : count?.({ shown: items.length, hasMore: hasNextPage }))}
        </p>
      )}
      {!isEmpty && (
        <EntryList
          {...shared}
          label={label}
          items={items}
          total={hasNextPage ? null : items.length}
          place="search"
          onNearEnd={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined}
        />
      )}
    </>
  );
};

/** What the typed search found, with what it was found by. */
export const FoundEntries = ({ text, ...shared }: Props & { readonly text: string }) => {
  const { t } = useTranslation();
  const asksForNothing = parseSearch(text).filters.some(({ kind }) => kind === 'unread');
  return (
    <FoundList
      {...shared}
      text={text}
      label={t('journal.results')}
      nothing={asksForNothing ? '' : t('journal.nothingFound', { text })}
      count={({ shown, hasMore }) => {
        const words = formatNumber(shown, 0);
        return hasMore ? t('journal.foundMany', { shown: words }) : t('journal.found', { count: shown, shown: words });
      }}
    />
  );
};
