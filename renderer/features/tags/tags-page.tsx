import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { requestIntent } from '#lib/intents';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { EmptyState } from '#ui/empty-state';
import { ErrorState } from '#ui/error-state';
import { Page } from '#ui/page';
import { Skeleton } from '#ui/skeleton';
import { LastChange } from './last-change';
import { TagList } from './tag-list';
import css from './tags.module.css';

const NoTags = () => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const write = (): void => {
    navigate('/journal');
    requestIntent('new-entry');
  };
  return <EmptyState action={<Button onPress={write}>{t('tags.write')}</Button>}>{t('tags.empty')}</EmptyState>;
};

/** Every tag on any entry: to be looked up, renamed, merged into another and taken off, and that undone. */
export const TagsPage = () => {
  const { t } = useTranslation();
  const { data: tags, error, isError, isPending, refetch } = useCallQuery('tags.list', {});
  const body = useRef<HTMLDivElement>(null);
  // The button that was pressed goes with what it did.
  const onGone = (): void => body.current?.focus();
  return (
    <Page title={t('tags.title')} width="reading">
      <div ref={body} tabIndex={-1} className={css.body}>
        <LastChange onUndone={onGone} />
        {isPending && <Skeleton lines={6} />}
        {isError && <ErrorState code={error.code} onRetry={() => void refetch()} />}
        {tags?.length === 0 && <NoTags />}
        {tags !== undefined && tags.length > 0 && <TagList tags={tags} onEmptied={onGone} />}
      </div>
    </Page>
  );
};
