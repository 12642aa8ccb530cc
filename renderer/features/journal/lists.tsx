import { useTranslation } from 'react-i18next';
import type { RecordId } from '#core/record';
import { Button } from '#ui/button';
import { EmptyState } from '#ui/empty-state';
import { ErrorState } from '#ui/error-state';
import { Skeleton } from '#ui/skeleton';
import { EntryList } from './entry-list';
import css from './list.module.css';
import { useEntryPages, useSearchPages } from './list-queries';

type Lists = { readonly selected: RecordId | null; readonly onSelect: (id: RecordId) => void };

/** The journal, latest first. */
export const KeptEntries = ({ onNew, ...lists }: Lists & { readonly onNew: () => void }) => {
  const { t } = useTranslation();
  const pages = useEntryPages(false);
  if (pages.isError) return <ErrorState code={pages.error.code} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Skeleton lines={6} />;
  const entries = pages.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) {
    return <EmptyState action={<Button onPress={onNew}>{t('journal.begin')}</Button>}>{t('journal.empty')}</EmptyState>;
  }
  return (
    <EntryList
      label={t('journal.title')}
      entries={entries}
      {...lists}
      hasMore={pages.hasNextPage}
      isLoadingMore={pages.isFetchingNextPage}
      onLoadMore={() => void pages.fetchNextPage()}
    />
  );
};

/** What a search found, latest first. */
export const FoundEntries = ({ text, ...lists }: Lists & { readonly text: string }) => {
  const { t } = useTranslation();
  const pages = useSearchPages(text);
  if (pages.isError) return <ErrorState code={pages.error.code} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return null;
  const entries = pages.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) return <EmptyState>{t('journal.nothingFound', { text })}</EmptyState>;
  return (
    <>
      <p className={css.found} role="status">
        {pages.hasNextPage ? t('journal.foundMany') : t('journal.found', { count: entries.length })}
      </p>
      <EntryList
        label={t('journal.results')}
        entries={entries}
        {...lists}
        hasMore={pages.hasNextPage}
        isLoadingMore={pages.isFetchingNextPage}
        onLoadMore={() => void pages.fetchNextPage()}
      />
    </>
  );
};

/** What lies in the bin. */
export const BinEntries = (lists: Lists) => {
  const { t } = useTranslation();
  const pages = useEntryPages(true);
  if (pages.isError) return <ErrorState code={pages.error.code} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Skeleton lines={6} />;
  const entries = pages.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) return <EmptyState>{t('journal.binEmpty')}</EmptyState>;
  return (
    <>
      <p className={css.found}>{t('journal.binHint')}</p>
      <EntryList
        label={t('journal.binTitle')}
        entries={entries}
        {...lists}
        hasMore={pages.hasNextPage}
        isLoadingMore={pages.isFetchingNextPage}
        onLoadMore={() => void pages.fetchNextPage()}
      />
    </>
  );
};
