import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Binned } from '#core/bin';
import { formatNumber } from '#lib/format';
import { Button } from '#ui/button';
import { EmptyState } from '#ui/empty-state';
import { ErrorState } from '#ui/error-state';
import { Page } from '#ui/page';
import { Skeleton } from '#ui/skeleton';
import css from './deleted.module.css';
import { useDeleted } from './deleted-list';
import { DeletedRow } from './deleted-row';

const focusIn = (row: Element | null | undefined): boolean => {
  const button = row?.querySelector<HTMLElement>('button');
  button?.focus();
  return button != null;
};

type ListProps = {
  readonly items: readonly Binned[];
  readonly total: number;
  readonly isFetching: boolean;
  /** Asks for the next stretch; absent at the end. */
  readonly onFurther: (() => void) | undefined;
};

const List = ({ items, total, isFetching, onFurther }: ListProps) => {
  const { t } = useTranslation();
  const lead = useRef<HTMLParagraphElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const seen = useRef(items.length);
  // The button that was pressed may go with its row, or with the last stretch.
  const onGone = (row: HTMLElement | null): void => {
    if (!focusIn(row?.nextElementSibling) && !focusIn(row?.previousElementSibling)) lead.current?.focus();
  };
  useEffect(() => {
    if (onFurther === undefined && items.length > seen.current) focusIn(list.current?.children[seen.current]);
    seen.current = items.length;
  }, [items.length, onFurther]);
  const counts = { shown: formatNumber(items.length, 0), total: formatNumber(total, 0) };
  return (
    <>
      <p ref={lead} tabIndex={-1} className={css.lead}>
        {t('deleted.lead')}
      </p>
      <ul ref={list} className={css.list} aria-label={t('deleted.title')}>
        {items.map((binned) => (
          <DeletedRow key={binned.record.id} binned={binned} onGone={onGone} />
        ))}
      </ul>
      {onFurther !== undefined && (
        <div className={css.further}>
          <Button variant="ghost" isPending={isFetching} onPress={onFurther}>
            {t('deleted.further')}
          </Button>
          <p className={css.when}>{t('deleted.shown', counts)}</p>
        </div>
      )}
    </>
  );
};

/** Everything deleted in the last thirty days, of every kind: to be looked at, taken back, or let go of for good. */
export const DeletedPage = () => {
  const { t } = useTranslation();
  const { data, error, isError, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = useDeleted();
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const total = data?.pages.at(-1)?.total ?? 0;
  return (
    <Page title={t('deleted.title')} width="reading">
      {isPending && <Skeleton lines={6} />}
      {isError && <ErrorState code={error.code} onRetry={() => void refetch()} />}
      {data !== undefined && items.length === 0 && <EmptyState>{t('deleted.empty')}</EmptyState>}
      {items.length > 0 && (
        <List
          items={items}
          total={total}
          isFetching={isFetching}
          onFurther={hasNextPage ? () => void fetchNextPage() : undefined}
        />
      )}
    </Page>
  );
};
