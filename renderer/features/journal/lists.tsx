import { type RefObject, useLayoutEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#core/record';
import { formatNumber } from '#lib/format';
import { ErrorState } from '#ui/error-state';
import { Skeleton } from '#ui/skeleton';
import { EntryList } from './entry-list';
import { allOf, useEntryList, useHits } from './entry-lists';
import css from './list.module.css';

type Props = {
  readonly openId: string | null;
  readonly onOpen: (id: RecordId, how: 'pointer' | 'keyboard') => void;
  readonly list: RefObject<HTMLDivElement | null>;
};

const Waiting = () => (
  <div className={css.aside}>
    <Skeleton lines={6} />
  </div>
);

type ListProps = Props & { readonly label: string; readonly total: number | null };

/** The journal, latest first. The empty journal has its words beside this. */
export const StoredEntries = ({ label, total, ...shared }: ListProps) => {
  const query = useEntryList();
  const { data, isError, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const items = useMemo(() => allOf(data?.pages ?? []), [data]);
  if (isError && data === undefined) {
    return (
      <div className={css.aside}>
        <ErrorState code={error.code} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (data === undefined) return <Waiting />;
  if (items.length === 0) return null;
  const onNearEnd = hasNextPage && !isFetchingNextPage && !isError ? () => void fetchNextPage() : undefined;
  return (
    <EntryList
      {...shared}
      label={label}
      items={items}
      total={hasNextPage ? total : items.length}
      place="journal"
      onNearEnd={onNearEnd}
    />
  );
};

/** What a search found, latest first, with what it was found by. */
export const FoundEntries = ({ text, ...shared }: Props & { readonly text: string }) => {
  const { t } = useTranslation();
  const { data, isError, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useHits(text);
  const items = useMemo(() => allOf(data?.pages ?? []), [data]);
  const shown = formatNumber(items.length, 0);
  const words = hasNextPage
    ? t('journal.foundMany', { shown })
    : items.length === 0
      ? t('journal.nothingFound', { text })
      : t('journal.found', { count: items.length, shown });
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
  return (
    <>
      <p className={items.length === 0 ? css.nothing : css.count} role="status">
        {data !== undefined && words}
      </p>
      {items.length > 0 && (
        <EntryList
          {...shared}
          label={t('journal.results')}
          items={items}
          total={hasNextPage ? null : items.length}
          place="search"
          onNearEnd={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined}
        />
      )}
    </>
  );
};
