import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { CleanTime } from '#core/clean-time';
import { isByCalendar } from '#core/milestone';
import { formatDayShort, formatNumber } from '#lib/format';
import { useCallQuery } from '#lib/query-client';
import { useToday } from '#lib/today';
import { useTakenUp } from '#lib/waiting-drafts';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { ErrorState } from '#ui/error-state';
import { Skeleton } from '#ui/skeleton';
import css from './clean-time.module.css';
import { CleanTimeDialog, type CleanTimeView } from './clean-time-dialog';
import { CleanTimeRing } from './clean-time-ring';
import { milestoneInWords } from './milestone-words';
import { openEndAgain, openRunAgain } from './open-run-again';

type Current = NonNullable<CleanTime['current']>;

const RunRing = ({ current, share }: { readonly current: Current; readonly share: number }) => {
  const { t } = useTranslation();
  // The day of a slip counts in no run: a run that begins on it has no day yet, and that is not a zero.
  if (current.days === 0) {
    return <CleanTimeRing share={0} large={t('time.today')} small={t('today.cleanTime.begins')} />;
  }
  const small = t('today.cleanTime.daysThisRun', { count: current.days });
  return <CleanTimeRing share={share} large={formatNumber(current.days, 0)} small={small} />;
};

/** Which sentence takes the person's word as they wrote it: one with a capital can only stand at the beginning. */
const totalsWith = (substance: string): 'totals' | 'totalsNamed' | 'totalsFree' | 'totalsFreeOf' => {
  if (substance === '') return 'totals';
  if (/^\p{Lu}/u.test(substance)) return 'totalsNamed';
  return /\s/.test(substance) ? 'totalsFreeOf' : 'totalsFree';
};

const Totals = ({ cleanTime }: { readonly cleanTime: CleanTime }) => {
  const { t } = useTranslation();
  const { data: profile } = useCallQuery('profile.get', {});
  const substance = profile?.recoveringFrom.trim() ?? '';
  const days = formatNumber(cleanTime.totalDays, 0);
  const all = formatNumber(cleanTime.daysSinceFirst, 0);
  return (
    <p className={css.totals}>
      {t(`today.cleanTime.${totalsWith(substance)}`, { count: cleanTime.daysSinceFirst, days, all, substance })}
    </p>
  );
};

/** Its number of days alone would not say when a milestone told in hours or by the calendar comes. */
const wordsToNext = ({ key, daysLeft }: NonNullable<CleanTime['next']>) => {
  if (key === 'day-1' && daysLeft === 1) return 'today.cleanTime.toFirst';
  return isByCalendar(key) ? 'today.cleanTime.toNextDate' : 'today.cleanTime.toNext';
};

const Next = ({ cleanTime: { next, reached } }: { readonly cleanTime: CleanTime }) => {
  const today = useToday();
  const { t } = useTranslation();
  const last = reached.at(-1);
  if (last?.day === today) {
    return <p className={css.next}>{t('today.cleanTime.reachedToday', { milestone: milestoneInWords(last.key) })}</p>;
  }
  if (next === null) return null;
  return (
    <p className={css.next}>
      <Trans
        t={t}
        i18nKey={wordsToNext(next)}
        count={next.daysLeft}
        values={{
          days: formatNumber(next.daysLeft, 0),
          milestone: milestoneInWords(next.key),
          date: formatDayShort(next.day),
        }}
        components={{ strong: <strong /> }}
      />
    </p>
  );
};

type ShownProps = { readonly cleanTime: CleanTime; readonly onOpen: (view: CleanTimeView) => void };

const Shown = ({ cleanTime, onOpen }: ShownProps) => {
  const { t } = useTranslation();
  const { current, next, totalDays, daysSinceFirst } = cleanTime;
  if (daysSinceFirst === 0) {
    return (
      <>
        <p className={css.offer}>{t('today.cleanTime.none')}</p>
        <Button variant="soft" onPress={() => onOpen({ type: 'edit', run: null })}>
          {t('today.cleanTime.setFirstDay')}
        </Button>
      </>
    );
  }
  return (
    <>
      {current === null ? (
        <CleanTimeRing
          share={0}
          large={formatNumber(totalDays, 0)}
          small={t('today.cleanTime.daysInAll', { count: totalDays })}
        />
      ) : (
        <RunRing current={current} share={next?.share ?? 1} />
      )}
      <Next cleanTime={cleanTime} />
      <Totals cleanTime={cleanTime} />
      {current === null && (
        <Button variant="soft" onPress={() => onOpen({ type: 'edit', run: null })}>
          {t('today.cleanTime.setFirstDay')}
        </Button>
      )}
    </>
  );
};

/** The current run, the next milestone, and all days together; never this run alone. */
export const CleanTimeCard = () => {
  const { t } = useTranslation();
  const today = useToday();
  const { data, error, isPending, isError, refetch } = useCallQuery('runs.cleanTime', { today });
  const { data: profile } = useCallQuery('profile.get', {});
  const [view, setView] = useState<CleanTimeView | null>(null);
  useTakenUp('run', (resumed) => void openRunAgain(resumed, setView));
  useTakenUp('run-end', (resumed) => void openEndAgain(resumed, setView));
  const own = profile?.cleanTimeLabel.trim() ?? '';
  const label = own === '' ? t('today.cleanTime.label') : own;
  const hasRuns = data !== undefined && data.daysSinceFirst > 0;
  const manage = (
    <div className={css.manage}>
      <Button variant="quiet" onPress={() => setView({ type: 'overview' })}>
        {t('today.cleanTime.manage')}
      </Button>
    </div>
  );
  return (
    <Card title={label} aside={hasRuns ? manage : undefined}>
      {isPending && <Skeleton lines={4} />}
      {isError && <ErrorState code={error.code} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <div className={css.content}>
          <Shown cleanTime={data} onOpen={setView} />
        </div>
      )}
      {view !== null && (
        <CleanTimeDialog label={label} cleanTime={data} view={view} onView={setView} onClose={() => setView(null)} />
      )}
    </Card>
  );
};
