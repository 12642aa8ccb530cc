import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#core/local-date';
import type { DayMood } from '#core/mood-trend';
import { formatNumber } from '#lib/format';
import { Hatch } from '#ui/hatch';
import { MoodDot } from '#ui/mood-dot';
import { Select } from '#ui/select';
import { basisWords } from './basis-words';
import { DataTable } from './data-table';
import { Figure } from './figure';
import { nearestMood, type TrendDay, trendIn } from './mood-history';
import type { Column } from './table-text';
import { tableDay } from './words';
import { YearCells } from './year-cells';
import css from './year-figure.module.css';
import { recordableIn, type YearChoice, yearRange, yearsBetween } from './year-range';

type Props = {
  readonly history: readonly DayMood[];
  readonly first: LocalDate;
  readonly today: LocalDate;
  readonly year: YearChoice;
  readonly onYear: (year: YearChoice) => void;
  readonly className?: string | undefined;
};

const moods = [1, 2, 3, 4, 5] as const;

const Legend = () => {
  const { t } = useTranslation();
  return (
    <ul className={css.legend}>
      <li>
        <Hatch />
        {t('ui.notRecorded')}
      </li>
      {moods.map((mood) => (
        <li key={mood}>
          <MoodDot mood={mood} />
          {t(`mood.${mood}`)}
        </li>
      ))}
    </ul>
  );
};

const YearTable = ({ title, days }: { readonly title: string; readonly days: readonly TrendDay[] }) => {
  const { t } = useTranslation();
  const columns: Column<TrendDay>[] = [
    { head: t('trends.table.day'), cell: ({ day }) => tableDay(day), heads: true },
    {
      head: t('trends.table.mood'),
      cell: ({ mood }) => (mood === null ? t('trends.words.notRecorded') : t(`mood.${nearestMood(mood)}`)),
      dot: ({ mood }) => (mood === null ? null : nearestMood(mood)),
    },
    {
      head: t('trends.table.value'),
      cell: ({ mood }) => (mood === null ? '' : formatNumber(mood)),
      align: 'end',
    },
    { head: t('trends.table.records'), cell: ({ records }) => formatNumber(records, 0), align: 'end' },
  ];
  return <DataTable caption={title} columns={columns} rows={days.toReversed()} rowKey={({ day }) => day} />;
};

/** A year of days, each in the colour of its mood. */
export const YearFigure = ({ history, first, today, year, onYear, className }: Props) => {
  const { t } = useTranslation();
  const years = yearsBetween(first, today);
  const choice = year === 'recent' || years.includes(year) ? year : 'recent';
  const range = useMemo(() => yearRange(choice, today), [choice, today]);
  const counted = useMemo(() => {
    const recordable = recordableIn(range, first, today);
    return recordable === null ? null : trendIn(history, recordable);
  }, [range, first, today, history]);
  if (counted === null) return null;
  const title = choice === 'recent' ? t('trends.year.recentTitle') : t('trends.year.title', { year: String(choice) });
  const options = [
    { id: 'recent', label: t('trends.year.recent') },
    ...years.map((each) => ({ id: String(each), label: String(each) })),
  ];
  return (
    <Figure
      className={className}
      title={title}
      caption={[basisWords(t, counted, { sinceFirst: range.from < first }), t('trends.year.explained')]}
      legend={<Legend />}
      tools={
        years.length > 0 ? (
          <div className={css.chooser}>
            <Select
              label={t('trends.year.choose')}
              hideLabel
              options={options}
              value={String(choice)}
              onChange={(id) => onYear(id === 'recent' ? 'recent' : Number(id))}
            />
          </div>
        ) : undefined
      }
      table={() => <YearTable title={title} days={counted.days} />}
    >
      <YearCells key={`${range.from} ${range.to}`} title={title} year={range} days={counted.days} />
    </Figure>
  );
};
