import { useTranslation } from 'react-i18next';
import { Bar, BarChart, LabelList, XAxis, YAxis } from 'recharts';
import type { Mood } from '#core/feeling';
import type { MoodTrend } from '#core/mood-trend';
import { formatShare } from '#lib/format';
import { DataTable } from './data-table';
import css from './distribution.module.css';
import { Figure } from './figure';
import type { Column } from './table-text';
import { useSize } from './use-size';

type Props = {
  readonly basis: string;
  readonly trend: MoodTrend;
  readonly className?: string | undefined;
};

type MoodCount = { readonly mood: Mood; readonly word: string; readonly days: number; readonly share: string };

/** The height of a mood in rem, its bar below its words: beside the chart of mood over time it is as high as that. */
const bandRem = (width: number, rem: number): number => (width < 26 * rem ? 3.875 : 2.75);
const BAR = 0.75;

const moods = [5, 4, 3, 2, 1] as const;

type BarProps = {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly payload?: MoodCount;
};

const MoodBar = ({ x = 0, y = 0, width = 0, height = 0, payload }: BarProps) =>
  payload === undefined || payload.days === 0 ? null : (
    <rect
      x={x + 0.5}
      y={y + 0.5}
      width={Math.max(2, width - 1)}
      height={height - 1}
      rx={3}
      className={css[`mood${payload.mood}`]}
    />
  );

type LabelProps = {
  readonly y?: number | string;
  readonly index?: number;
  readonly counts: readonly MoodCount[];
  readonly right: number;
  readonly rem: number;
};

const BarLabel = ({ y, index = 0, counts, right, rem }: LabelProps) => {
  const count = counts[index];
  if (count === undefined) return null;
  const base = Number(y) - 0.5 * rem;
  return (
    <>
      <text x={0} y={base} className={css.word}>
        {count.word}
      </text>
      <text x={right} y={base} textAnchor="end" className={css.share}>
        {count.share}
      </text>
    </>
  );
};

const countsOf = (trend: MoodTrend, word: (mood: Mood) => string): MoodCount[] =>
  moods.map((mood) => {
    const days = trend.distribution[mood - 1] ?? 0;
    return { mood, word: word(mood), days, share: formatShare(days, trend.recordedDays) };
  });

/** How many of the recorded days each mood has. */
export const DistributionFigure = ({ basis, trend, className }: Props) => {
  const { t } = useTranslation();
  const [ref, { width, rem }] = useSize();
  const title = t('trends.distribution.title');
  const counts = countsOf(trend, (mood) => t(`mood.${mood}`));
  const columns: Column<MoodCount>[] = [
    { head: t('trends.table.mood'), cell: ({ word }) => word, dot: ({ mood }) => mood, heads: true },
    { head: t('trends.table.share'), cell: ({ share }) => share, align: 'end' },
  ];
  return (
    <Figure
      className={className}
      title={title}
      caption={[basis, t('trends.distribution.explained')]}
      table={() => <DataTable caption={title} columns={columns} rows={counts} rowKey={({ word }) => word} />}
    >
      <div
        ref={ref}
        className={css.chart}
        role="img"
        aria-label={counts.map(({ word, share }) => t('trends.distribution.one', { word, share })).join('. ')}
      >
        {width > 0 && (
          <BarChart
            layout="vertical"
            width={width}
            height={bandRem(width, rem) * moods.length * rem}
            data={counts}
            margin={{ top: 0.625 * rem, right: 0, bottom: -0.625 * rem, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis type="number" domain={[0, trend.recordedDays]} hide />
            <YAxis type="category" dataKey="mood" hide />
            <Bar
              dataKey="days"
              barSize={BAR * rem}
              background={{ fill: 'var(--sunken)', radius: 3 }}
              isAnimationActive={false}
              shape={<MoodBar />}
            >
              <LabelList content={<BarLabel counts={counts} right={width} rem={rem} />} />
            </Bar>
          </BarChart>
        )}
      </div>
    </Figure>
  );
};
