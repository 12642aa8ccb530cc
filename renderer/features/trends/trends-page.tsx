import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { LocalDate } from '#core/local-date';
import type { MoodTrend } from '#core/mood-trend';
import type { Run } from '#core/run';
import { requestIntent } from '#lib/intents';
import { useCallQuery } from '#lib/query-client';
import { useToday } from '#lib/today';
import { Button } from '#ui/button';
import { EmptyState } from '#ui/empty-state';
import { ErrorState } from '#ui/error-state';
import { Page } from '#ui/page';
import { Skeleton } from '#ui/skeleton';
import { Figures } from './figures';
import { CustomDates, RangeChooser } from './range-chooser';
import { chosenRange, type RangeChoice } from './ranges';
import { useView } from './view';

const NoMoods = () => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const checkIn = (): void => {
    navigate('/today');
    requestIntent('check-in');
  };
  return <EmptyState action={<Button onPress={checkIn}>{t('trends.checkIn')}</Button>}>{t('trends.empty')}</EmptyState>;
};

type LoadedProps = { readonly all: MoodTrend; readonly runs: readonly Run[]; readonly today: LocalDate };

const Loaded = ({ all, runs, today }: LoadedProps) => {
  const { t } = useTranslation();
  const [view, setView] = useView();
  const custom = view.custom ?? { from: all.from, to: today };
  const choose = (range: RangeChoice): void => {
    // One's own dates begin as those that were on the screen.
    const { asked, shown } = chosenRange(view.range, { custom, first: all.from, today });
    setView(range === 'custom' ? { range, custom: view.custom ?? shown ?? asked } : { range });
  };
  return (
    <Page title={t('trends.title')} actions={<RangeChooser value={view.range} onChange={choose} />}>
      {view.range === 'custom' && (
        <CustomDates value={custom} today={today} onChange={(dates) => setView({ custom: dates })} />
      )}
      <Figures all={all} runs={runs} today={today} view={{ ...view, custom }} onView={setView} />
    </Page>
  );
};

/** What the records show, and on how many days it rests. */
export const TrendsPage = () => {
  const { t } = useTranslation();
  const today = useToday();
  // All of it at once: every range and every year is a part of it, by the same rules, without asking again.
  const mood = useCallQuery('trends.mood', { from: null, to: today }, { placeholderData: keepPreviousData });
  const runs = useCallQuery('runs.list', {});
  const failure = mood.error ?? runs.error;
  const retry = (): void => {
    if (mood.isError) void mood.refetch();
    if (runs.isError) void runs.refetch();
  };
  if (failure === null && mood.data !== undefined && runs.data !== undefined && mood.data.recordedDays > 0) {
    return <Loaded all={mood.data} runs={runs.data} today={today} />;
  }
  return (
    <Page title={t('trends.title')}>
      {failure !== null && <ErrorState code={failure.code} onRetry={retry} />}
      {failure === null && (mood.data?.recordedDays === 0 ? <NoMoods /> : <Skeleton lines={8} />)}
    </Page>
  );
};
