import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalProgress } from '#core/goal';
import { shareOf } from '#core/goal-periods';
import { formatNumber } from '#lib/format';
import { useCallQuery } from '#lib/query-client';
import { useToday } from '#lib/today';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { ErrorState } from '#ui/error-state';
import { GoalTick } from '#ui/goal-tick';
import { Skeleton } from '#ui/skeleton';
import { TextLink } from '#ui/text-link';
import css from './today-page.module.css';

/** More than these stay folded, so that a long list does not push everything else away. */
const SHOWN = 12;

const isDone = ({ goal, today }: GoalProgress): boolean => today !== null && shareOf(goal, today) === 1;
const isSkipped = ({ today }: GoalProgress): boolean => today?.state === 'skipped';

const Ticks = ({ due }: { readonly due: readonly GoalProgress[] }) => {
  const { t } = useTranslation();
  const day = useToday();
  const [all, setAll] = useState(false);
  const shown = all ? due : due.slice(0, SHOWN);
  return (
    <>
      <ul>
        {shown.map(({ goal, today }) => (
          <li key={goal.id}>
            <GoalTick on={{ goal, day, mark: today }}>{goal.title}</GoalTick>
          </li>
        ))}
      </ul>
      {shown.length < due.length && (
        <Button variant="quiet" onPress={() => setAll(true)}>
          {t('today.goals.showAll', { count: due.length })}
        </Button>
      )}
    </>
  );
};

/** What is due today, to be ticked here. */
export const GoalsTodayCard = () => {
  const { t } = useTranslation();
  const today = useToday();
  const { data, error, isPending, isError, refetch } = useCallQuery('goals.list', { today });
  const due = data?.filter((progress) => progress.dueToday) ?? [];
  const wanted = due.filter((progress) => !isSkipped(progress));
  const share = t('time.share', {
    part: formatNumber(wanted.filter(isDone).length, 0),
    whole: formatNumber(wanted.length, 0),
  });
  return (
    <Card title={t('today.goals.title')} aside={wanted.length > 0 ? share : undefined}>
      {isPending && <Skeleton lines={3} />}
      {isError && <ErrorState code={error.code} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <div className={css.offer}>
          <p>{t('today.goals.none')}</p>
          <TextLink href="/goals">{t('today.goals.toGoals')}</TextLink>
        </div>
      )}
      {data !== undefined && data.length > 0 && due.length === 0 && (
        <p className={css.quiet}>{t('today.goals.free')}</p>
      )}
      {due.length > 0 && <Ticks due={due} />}
    </Card>
  );
};
