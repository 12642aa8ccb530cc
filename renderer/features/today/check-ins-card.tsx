import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckIn } from '#core/check-in';
import { call } from '#lib/client';
import { formatDay } from '#lib/format';
import { useCallQuery } from '#lib/query-client';
import { newRecordId } from '#lib/record-id';
import { tellFailure } from '#lib/tell-failure';
import { useToday } from '#lib/today';
import { type DraftOf, useTakenUp } from '#lib/waiting-drafts';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { Disclosure } from '#ui/disclosure';
import { ErrorState } from '#ui/error-state';
import { Skeleton } from '#ui/skeleton';
import css from './check-in.module.css';
import { resumeDraft } from './check-in-draft';
import { CheckInRow } from './check-in-row';
import { useEarlierCheckIns } from './earlier-check-ins';
import { EditCheckIn } from './edit-check-in';

type Edited = { readonly checkIn: CheckIn; readonly resumed: DraftOf<'check-in-change'> | null };

/** Opens the check-in that was being changed; where that is not as it was any more, what was typed becomes one of its own. */
const openAgain = async (left: DraftOf<'check-in-change'>, open: (checkIn: CheckIn) => void): Promise<void> => {
  const { record, baseVersion, day, answers, at } = left.content;
  const listed = await call('checkIns.list', { from: day, to: day });
  if (!listed.ok) return tellFailure(listed.error.code);
  const stored = listed.value.find(({ id }) => id === record);
  if (stored?.version === baseVersion) return open(stored);
  resumeDraft({ ...left, content: { form: 'check-in', record: newRecordId(), answers, at, touchedAt: at } });
};

type ListProps = { readonly checkIns: readonly CheckIn[]; readonly onEdit: (checkIn: CheckIn) => void };

const CheckInList = ({ checkIns, onEdit }: ListProps) => (
  <ul className={css.list}>
    {checkIns.map((checkIn) => (
      <CheckInRow key={checkIn.id} checkIn={checkIn} onEdit={() => onEdit(checkIn)} />
    ))}
  </ul>
);

const Earlier = ({ onEdit }: Pick<ListProps, 'onEdit'>) => {
  const { t } = useTranslation();
  const { data, error, isPending, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useEarlierCheckIns(useToday());
  if (isPending) return <Skeleton lines={4} />;
  if (isError) return <ErrorState code={error.code} onRetry={() => void refetch()} />;
  const days = data.flatMap((stretch) => stretch.days);
  return (
    <>
      {days.map(({ day, checkIns }) => (
        <div key={day}>
          <h3 className={css.day}>{formatDay(day)}</h3>
          <CheckInList checkIns={checkIns} onEdit={onEdit} />
        </div>
      ))}
      {hasNextPage ? (
        <Button variant="ghost" isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {t('today.checkIns.further')}
        </Button>
      ) : (
        <p className={css.quietWords}>
          {t(days.length === 0 ? 'today.checkIns.noneEarlier' : 'today.checkIns.allShown')}
        </p>
      )}
    </>
  );
};

/** The check-ins there are: today's, and the earlier ones when they are wanted. */
export const CheckInsCard = () => {
  const { t } = useTranslation();
  const today = useToday();
  const { data, error, isPending, isError, refetch } = useCallQuery('checkIns.list', { from: today, to: today });
  const [earlier, setEarlier] = useState(false);
  const [edited, setEdited] = useState<Edited | null>(null);
  const edit = (checkIn: CheckIn): void => setEdited({ checkIn, resumed: null });
  useTakenUp('check-in-change', (resumed) => void openAgain(resumed, (checkIn) => setEdited({ checkIn, resumed })));
  return (
    <Card title={t('today.checkIns.title')}>
      {isPending && <Skeleton lines={2} />}
      {isError && <ErrorState code={error.code} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className={css.quietWords}>{t('today.checkIns.noneToday')}</p>}
      {data !== undefined && data.length > 0 && <CheckInList checkIns={data} onEdit={edit} />}
      <Disclosure label={t('today.checkIns.earlier')} isOpen={earlier} onChange={setEarlier}>
        <Earlier onEdit={edit} />
      </Disclosure>
      {edited !== null && <EditCheckIn key={edited.checkIn.id} {...edited} onClose={() => setEdited(null)} />}
    </Card>
  );
};
