import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateRange, LocalDate } from '#core/local-date';
import type { MoodTrend } from '#core/mood-trend';
import type { Run } from '#core/run';
import { formatDayExactly } from '#lib/format';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { EmptyState } from '#ui/empty-state';
import { basisWords } from './basis-words';
import { DistributionFigure } from './distribution-figure';
import css from './figures.module.css';
import { marksIn } from './marks';
import { MoodFigure } from './mood-figure';
import { historyOf, meanWindowFor, trendIn } from './mood-history';
import { type ChosenRange, chosenRange, type RangeChoice } from './ranges';
import type { View } from './view';
import { rangeWords } from './words';
import { YearFigure } from './year-figure';

type Props = {
  /** From the first record to today. */
  readonly all: MoodTrend;
  readonly runs: readonly Run[];
  readonly today: LocalDate;
  readonly view: View & { readonly custom: DateRange };
  readonly onView: (part: Partial<View>) => void;
};

type NothingProps = { readonly range: ChosenRange; readonly first: LocalDate; readonly onShowAll: () => void };

const Nothing = ({ range: { asked, shown }, first, onShowAll }: NothingProps) => {
  const { t } = useTranslation();
  const range = rangeWords(asked);
  return (
    <Card>
      <EmptyState
        action={
          <Button variant="soft" onPress={onShowAll}>
            {t('trends.range.showAll')}
          </Button>
        }
      >
        {shown === null
          ? t('trends.range.before', { range, first: formatDayExactly(first) })
          : t('trends.range.nothing', { range })}
      </EmptyState>
    </Card>
  );
};

const useTitle = (choice: RangeChoice, { sinceFirst }: ChosenRange): string => {
  const { t } = useTranslation();
  if (choice === 'all' || sinceFirst) return t('trends.mood.titles.all');
  return t(`trends.mood.titles.${choice}`);
};

/** The charts of the chosen days, and the year. */
export const Figures = ({ all, runs, today, view, onView }: Props) => {
  const { t } = useTranslation();
  const first = all.from;
  const history = useMemo(() => historyOf(all), [all]);
  const range = chosenRange(view.range, { custom: view.custom, first, today });
  const { from, to } = range.shown ?? {};
  const trend = useMemo(() => {
    if (from === undefined || to === undefined) return null;
    return from === all.from && to === all.to ? all : trendIn(history, { from, to });
  }, [from, to, all, history]);
  const marks = useMemo(() => (trend === null ? [] : marksIn(trend, runs, today)), [trend, runs, today]);
  const title = useTitle(view.range, range);
  return (
    <div className={css.figures}>
      {trend === null || trend.recordedDays === 0 ? (
        <Nothing range={range} first={first} onShowAll={() => onView({ range: 'all' })} />
      ) : (
        <div className={css.pair}>
          <MoodFigure
            className={css.stretch}
            title={title}
            basis={basisWords(t, trend, range)}
            trend={trend}
            marks={marks}
            window={meanWindowFor(trend.totalDays, view.mean)}
            onWindow={(mean) => onView({ mean })}
          />
          <DistributionFigure className={css.stretch} basis={basisWords(t, trend, range)} trend={trend} />
        </div>
      )}
      <YearFigure history={history} first={first} today={today} year={view.year} onYear={(year) => onView({ year })} />
    </div>
  );
};
