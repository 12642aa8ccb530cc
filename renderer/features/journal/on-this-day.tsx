import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#core/record';
import { formatDayLong } from '#lib/format';
import { useCallQuery } from '#lib/query-client';
import { useToday } from '#lib/today';
import { ErrorState } from '#ui/error-state';
import { EntryList } from './entry-list';
import css from './list.module.css';
import { Waiting } from './lists';

const MOST = 200;

type Props = {
  readonly openId: string | null;
  readonly onOpen: (id: RecordId, how: 'pointer' | 'keyboard') => void;
  readonly list: RefObject<HTMLDivElement | null>;
};

/** What was written on this day in earlier years. */
export const OnThisDay = (props: Props) => {
  const { t } = useTranslation();
  const today = useToday();
  const { data, isError, error, refetch } = useCallQuery('calendar.onThisDay', { today, limit: MOST });
  const day = formatDayLong(today);
  if (isError) {
    return (
      <div className={css.aside}>
        <ErrorState code={error.code} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (data === undefined) return <Waiting />;
  if (data.length === 0) return <p className={css.nothing}>{t('journal.onThisDay.nothing', { day })}</p>;
  return (
    <EntryList {...props} label={t('journal.onThisDay.label', { day })} items={data} total={data.length} place="day" />
  );
};
