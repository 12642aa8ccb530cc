import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#core/local-date';
import type { MoodTrend } from '#core/mood-trend';
import { formatNumber } from '#lib/format';
import { Hatch } from '#ui/hatch';
import { MoodDot } from '#ui/mood-dot';
import { Segmented } from '#ui/segmented';
import { DataTable } from './data-table';
import { Figure } from './figure';
import { type Mark, type PlacedMark, placeMarks } from './marks';
import { MoodChart } from './mood-chart';
import css from './mood-chart.module.css';
import { leastRecorded, type MeanWindow, meanOf, nearestMood, offersLongMean, type TrendDay } from './mood-history';
import { MoodScrubber } from './mood-scrubber';
import { plotOf } from './plot';
import type { Column } from './table-text';
import { type Size, useSize } from './use-size';
import { markWord, tableDay } from './words';

type Props = {
  readonly title: string;
  /** On how many days of the range it rests. */
  readonly basis: string;
  readonly trend: MoodTrend;
  readonly marks: readonly Mark[];
  readonly window: MeanWindow;
  readonly onWindow: (window: MeanWindow) => void;
  readonly className?: string | undefined;
};

const MoodTable = ({ title, trend, marks, window }: Pick<Props, 'title' | 'trend' | 'marks' | 'window'>) => {
  const { t } = useTranslation();
  const wordsOf = (day: LocalDate): string =>
    marks
      .filter((mark) => mark.day === day)
      .map((mark) => markWord(t, mark))
      .join(', ');
  const meanWord = (mean: number | null): string => (mean === null ? '' : formatNumber(mean));
  const columns: Column<TrendDay>[] = [
    { head: t('trends.table.day'), cell: ({ day }) => tableDay(day), heads: true },
    {
      head: t('trends.table.mood'),
      cell: ({ mood }) => (mood === null ? t('trends.words.notRecorded') : t(`mood.${nearestMood(mood)}`)),
      dot: ({ mood }) => (mood === null ? null : nearestMood(mood)),
    },
    { head: t('trends.table.value'), cell: ({ mood }) => meanWord(mood), align: 'end' },
    { head: t('trends.table.records'), cell: ({ records }) => formatNumber(records, 0), align: 'end' },
    { head: t('trends.table.mean', { window }), cell: (day) => meanWord(meanOf(day, window)), align: 'end' },
  ];
  if (marks.length > 0) columns.push({ head: t('trends.table.marks'), cell: ({ day }) => wordsOf(day) });
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={useMemo(() => trend.days.toReversed(), [trend])}
      rowKey={({ day }) => day}
    />
  );
};

type LegendProps = { readonly window: MeanWindow; readonly line: boolean; readonly gaps: boolean };

const Legend = ({ window, line, gaps }: LegendProps) => {
  const { t } = useTranslation();
  return (
    <ul className={css.legend}>
      <li>
        <MoodDot mood={4} />
        {t('trends.mood.legendDay')}
      </li>
      {line && (
        <li>
          <span className={css.sample} />
          {t('trends.mood.legendMean', { window })}
        </li>
      )}
      {gaps && (
        <li>
          <Hatch />
          {t('ui.notRecorded')}
        </li>
      )}
    </ul>
  );
};

const usePlacedMarks = ({ trend: { from, to }, marks }: Pick<Props, 'trend' | 'marks'>, size: Size): PlacedMark[] => {
  const { t } = useTranslation();
  const { x, width } = plotOf({ from, to }, size);
  // A generous guess at the width of small print: two labels may stand further apart than they need to, never touch.
  const labelWidth = (mark: Mark): number => markWord(t, mark).length * 0.42 * size.rem + 4;
  return placeMarks(marks, { x, labelWidth, width });
};

/** Mood over time. */
export const MoodFigure = ({ title, basis, trend, marks, window, onWindow, className }: Props) => {
  const { t } = useTranslation();
  const [ref, size] = useSize();
  const placed = usePlacedMarks({ trend, marks }, size);
  const range = useMemo(() => ({ from: trend.from, to: trend.to }), [trend]);
  const hasLine = trend.days.some((day) => meanOf(day, window) !== null);
  const explained = { window, least: leastRecorded[window] };
  const caption = [basis, t('trends.mood.dots')];
  caption.push(hasLine ? t('trends.mood.line', explained) : t('trends.mood.noLine', explained));
  const unnamed = placed.length < marks.length || placed.some(({ label }) => label === 'none');
  if (size.width > 0 && unnamed) caption.push(t('trends.mood.unnamed'));
  return (
    <Figure
      className={className}
      title={title}
      caption={caption}
      legend={<Legend window={window} line={hasLine} gaps={trend.recordedDays < trend.totalDays} />}
      tools={
        offersLongMean(trend.totalDays) ? (
          <Segmented
            label={t('trends.mood.window')}
            options={(['7', '28'] as const).map((id) => ({ id, label: t('trends.mood.windowDays', { window: id }) }))}
            value={window === 7 ? '7' : '28'}
            onChange={(id) => onWindow(id === '7' ? 7 : 28)}
          />
        ) : undefined
      }
      table={() => <MoodTable title={title} trend={trend} marks={marks} window={window} />}
    >
      <div ref={ref} className={css.chart}>
        <div aria-hidden>
          {size.width > 0 && <MoodChart range={range} days={trend.days} window={window} marks={placed} size={size} />}
        </div>
        <MoodScrubber key={`${trend.from} ${trend.to}`} days={trend.days} window={window} marks={marks} />
      </div>
    </Figure>
  );
};
