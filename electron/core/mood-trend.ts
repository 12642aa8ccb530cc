import { z } from 'zod';
import { addDays, countDays, type DateRange, eachDay, type LocalDate, localDate } from './local-date';
import { movingMean } from './moving-mean';

const mean = z.number().min(1).max(5).nullable();

/** Mood over a range of days: one value a day, means, counts. */
export const moodTrend = z.strictObject({
  from: localDate,
  to: localDate,
  totalDays: z.int().min(1),
  recordedDays: z.int().min(0),
  /**
   * One item for every day of the range, in order. `mood` is the mean of the day's records, null where none was made.
   * `mean7` and `mean28` are means of the recorded days among the last 7 and 28; null below 4 and 14 of them.
   */
  days: z.array(z.strictObject({ day: localDate, mood: mean, records: z.int().min(0), mean7: mean, mean28: mean })),
  /** Recorded days by the whole mood nearest to their mean, index 0 for mood 1; halfway counts as the higher. */
  distribution: z.array(z.int().min(0)).length(5),
});
export type MoodTrend = z.infer<typeof moodTrend>;

/** The mean mood (1 to 5) of a day's records, and how many there were. */
export type DayMood = { readonly day: LocalDate; readonly mood: number; readonly records: number };

/** How many days before a range feed the means on its first day. */
export const TREND_LEAD_DAYS = 27;

/**
 * Mood over a range, from one value for each recorded day in any order; days up to TREND_LEAD_DAYS before the range feed
 * the moving means and nothing else. The means trail (the day itself and those before it) and are drawn on every day
 * whose window holds enough recorded days, recorded itself or not (docs/care.md, rules 1 to 3).
 */
export const moodTrendOf = ({
  range,
  days,
}: {
  readonly range: DateRange;
  readonly days: readonly DayMood[];
}): MoodTrend => {
  const recorded = new Map(days.map((item) => [item.day, item]));
  const span = eachDay({ from: addDays(range.from, -TREND_LEAD_DAYS), to: range.to });
  const moods = span.map((day) => recorded.get(day)?.mood ?? null);
  const means7 = movingMean(moods, 7, { atLeast: 4 });
  const means28 = movingMean(moods, 28, { atLeast: 14 });
  const distribution = [0, 0, 0, 0, 0];
  for (const mood of moods.slice(TREND_LEAD_DAYS)) {
    if (mood === null) continue;
    const place = Math.round(mood) - 1;
    distribution[place] = (distribution[place] ?? 0) + 1;
  }
  return {
    from: range.from,
    to: range.to,
    totalDays: countDays(range),
    recordedDays: distribution.reduce((sum, count) => sum + count, 0),
    days: span.slice(TREND_LEAD_DAYS).map((day, index) => ({
      day,
      mood: moods[index + TREND_LEAD_DAYS] ?? null,
      records: recorded.get(day)?.records ?? 0,
      mean7: means7[index + TREND_LEAD_DAYS] ?? null,
      mean28: means28[index + TREND_LEAD_DAYS] ?? null,
    })),
    distribution,
  };
};
