import type { Mood } from '#core/feeling';
import { addDays, type DateRange } from '#core/local-date';
import { type DayMood, type MoodTrend, moodTrendOf, TREND_LEAD_DAYS } from '#core/mood-trend';

export type TrendDay = MoodTrend['days'][number];

/** The recorded days of a trend, in order: enough to work out every part of it again. */
export const historyOf = (trend: MoodTrend): DayMood[] =>
  trend.days.flatMap(({ day, mood, records }) => (mood === null ? [] : [{ day, mood, records }]));

/** Mood over a part of a history, by the same rules as over the whole. */
export const trendIn = (history: readonly DayMood[], range: DateRange): MoodTrend => {
  const lead = addDays(range.from, -TREND_LEAD_DAYS);
  return moodTrendOf({ range, days: history.filter(({ day }) => day >= lead && day <= range.to) });
};

/** The whole mood nearest to a mean; halfway counts as the higher. */
export const nearestMood = (mean: number): Mood => Math.min(5, Math.max(1, Math.round(mean))) as Mood;

/** The days of a moving mean. */
export type MeanWindow = 7 | 28;

/** How many of a window's days have to be recorded (docs/care.md, rule 3). */
export const leastRecorded = { 7: 4, 28: 14 } as const satisfies Record<MeanWindow, number>;

/** From here on, the mean of 28 days is offered beside that of 7. */
const OFFER_FROM_DAYS = 365;
/** In a chart of more than two years a line of 7-day means is a thicket. */
const LONG_DAYS = 2 * 366;

export const offersLongMean = (totalDays: number): boolean => totalDays >= OFFER_FROM_DAYS;

/** Which mean the line shows: the person's choice where there is one to make, else what can be read. */
export const meanWindowFor = (totalDays: number, chosen: MeanWindow | null): MeanWindow => {
  if (!offersLongMean(totalDays)) return 7;
  return chosen ?? (totalDays > LONG_DAYS ? 28 : 7);
};

/** The mean of a day over a window. */
export const meanOf = (day: TrendDay, window: MeanWindow): number | null => (window === 7 ? day.mean7 : day.mean28);
