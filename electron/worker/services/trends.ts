import { addDays, type LocalDate } from '#core/local-date';
import { type MoodTrend, moodTrendOf, TREND_LEAD_DAYS } from '#core/mood-trend';
import type { Journal } from '../journal';
import { findFirstMoodDay, listMoodByDay } from '../repositories/check-in';

/** Mood over a range of days; `from` null means since the first recorded day. */
export const moodTrendFor = (
  { db }: Journal,
  { from, to }: { readonly from: LocalDate | null; readonly to: LocalDate },
): MoodTrend => {
  const first = from ?? findFirstMoodDay(db) ?? to;
  const start = first > to ? to : first;
  const days = listMoodByDay(db, { from: addDays(start, -TREND_LEAD_DAYS), to });
  return moodTrendOf({ range: { from: start, to }, days });
};
