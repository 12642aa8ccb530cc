import type { TFunction } from 'i18next';
import type { DateRange, LocalDate } from '#core/local-date';
import { formatDayExactly, formatLocale, formatNumber } from '#lib/format';
import type { Mark } from './marks';
import { type MeanWindow, meanOf, nearestMood, type TrendDay } from './mood-history';
import type { TickUnit } from './time-ticks';

const atNoon = (day: LocalDate): number => Date.parse(`${day}T12:00:00Z`);

// Making a formatter costs a hundred times more than using one.
const made = new Map<string, Intl.DateTimeFormat>();
const dateFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${formatLocale()} ${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(formatLocale(), { ...options, timeZone: 'UTC' });
  made.set(key, format);
  return format;
};

const milestoneWord = (t: TFunction, key: string): string => {
  const [unit, number] = key.split('-');
  const count = Number(number);
  switch (unit) {
    case 'day':
      return t('trends.marks.firstDay');
    case 'days':
      return t('trends.marks.days', { count });
    case 'week':
      return t('trends.marks.weeks', { count });
    case 'month':
      return t('trends.marks.months', { count });
    default:
      return t('trends.marks.years', { count });
  }
};

/** "3 months", "slip" */
export const markWord = (t: TFunction, mark: Mark): string =>
  mark.kind === 'milestone' ? milestoneWord(t, mark.key) : t(`trends.marks.${mark.kind}`);

/** "Sat 21 Nov 2026": a day among others of several years. */
export const tableDay = (day: LocalDate): string =>
  dateFormat({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
    .format(atNoon(day))
    .replace(',', '');

/** "Good, 3.7 of 5" or "Not recorded" */
export const moodWords = (t: TFunction, mood: number | null): string =>
  mood === null
    ? t('trends.words.notRecorded')
    : t('trends.words.mood', { word: t(`mood.${nearestMood(mood)}`), value: formatNumber(mood) });

/**
 * Writes "Saturday 21 November 2026: Good, 3.7 of 5". For hundreds of days at once: the catalogue is asked once for the
 * sentence and once for each mood.
 */
export const dayDescriber = (t: TFunction): ((day: Pick<TrendDay, 'day' | 'mood'>) => string) => {
  const sentence = t('trends.year.day', { day: '{day}', mood: '{mood}' });
  const known = new Map<number | null, string>();
  return ({ day, mood }) => {
    const words = known.get(mood) ?? moodWords(t, mood);
    known.set(mood, words);
    return sentence.replace('{day}', formatDayExactly(day)).replace('{mood}', words);
  };
};

const recordedWords = (t: TFunction, { mood, records }: Pick<TrendDay, 'mood' | 'records'>): string =>
  records > 1
    ? t('trends.words.meanOf', { mood: moodWords(t, mood), count: records, records: formatNumber(records, 0) })
    : moodWords(t, mood);

/** Everything a chart knows of a day, a sentence each: the date, the mood, the mean, the marks. */
export const dayWords = (
  t: TFunction,
  day: TrendDay,
  { window, marks }: { readonly window: MeanWindow; readonly marks: readonly Mark[] },
): string[] => {
  const mean = meanOf(day, window);
  return [
    formatDayExactly(day.day),
    recordedWords(t, day),
    mean === null
      ? t('trends.words.noMean', { window })
      : t('trends.words.mean', { window, value: formatNumber(mean) }),
    ...marks.filter((mark) => mark.day === day.day).map((mark) => markWord(t, mark)),
  ];
};

/** "24 Aug – 21 Nov 2026" */
export const rangeWords = ({ from, to }: DateRange): string =>
  dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(atNoon(from), atNoon(to));

const tickOptions = {
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short' },
  monthAndYear: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Writes the labels of a chart's time axis: "21 Nov", "Nov", "Jan 2026", "2026". */
export const tickFormat = (unit: TickUnit | 'monthAndYear'): ((day: LocalDate) => string) => {
  const format = dateFormat(tickOptions[unit]);
  return (day) => format.format(atNoon(day));
};
