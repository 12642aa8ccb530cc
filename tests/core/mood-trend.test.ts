import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate } from '#core/local-date';
import { type DayMood, moodTrend, moodTrendOf, TREND_LEAD_DAYS } from '#core/mood-trend';
import { day } from '#tests/support/builders';

const from = day('2026-03-01');
const moods = (first: LocalDate, ...values: (number | null)[]): DayMood[] =>
  values.flatMap((mood, index) => (mood === null ? [] : [{ day: addDays(first, index), mood, records: 1 }]));
const trend = (length: number, days: readonly DayMood[]) =>
  moodTrendOf({ range: { from, to: addDays(from, length - 1) }, days });

describe('the mood trend', () => {
  test('has an item for every day, and null, not zero, for days without a record', () => {
    const made = trend(3, [{ day: addDays(from, 1), mood: 3.5, records: 2 }]);
    expect(made.days.map((item) => item.mood)).toEqual([null, 3.5, null]);
    expect(made.days.map((item) => item.records)).toEqual([0, 2, 0]);
    expect([made.recordedDays, made.totalDays]).toEqual([1, 3]);
  });

  test('draws the 7-day mean only with four recorded days in the window', () => {
    const made = trend(9, moods(from, 2, 2, 4, null, 4, null, null, null, 5));
    expect(made.days.map((item) => item.mean7)).toEqual([null, null, null, null, 3, 3, 3, null, null]);
  });

  test('draws the 28-day mean only with fourteen recorded days in the window', () => {
    const made = trend(30, moods(from, ...Array.from({ length: 14 }, () => 4)));
    const drawn = made.days.flatMap((item, index) => (item.mean28 === null ? [] : [index]));
    expect(drawn).toEqual(Array.from({ length: 15 }, (_, index) => index + 13));
  });

  test('lets days before the range feed the means and nothing else', () => {
    const made = trend(2, moods(addDays(from, -TREND_LEAD_DAYS), ...Array.from({ length: 28 }, () => 2)));
    expect(made.days[0]).toMatchObject({ day: from, mood: 2, mean7: 2, mean28: 2 });
    expect(made.recordedDays).toBe(1);
    expect(made.distribution).toEqual([0, 1, 0, 0, 0]);
  });

  test('counts each day to its nearest mood, halfway to the higher', () => {
    expect(trend(9, moods(from, 1, 1.4, 1.5, 2.5, 3, 3.49, 4.5, 5, 5)).distribution).toEqual([2, 1, 3, 0, 3]);
  });

  test('of any history agrees with itself and its schema, in whatever order the days come', () => {
    const anyDays = fc
      .uniqueArray(
        fc.record({ place: fc.integer({ min: -40, max: 90 }), mood: fc.double({ min: 1, max: 5, noNaN: true }) }),
        {
          selector: ({ place }) => place,
          maxLength: 80,
        },
      )
      .map((items) => items.map(({ place, mood }) => ({ day: addDays(from, place), mood, records: 1 })));
    fc.assert(
      fc.property(anyDays, fc.integer({ min: 1, max: 60 }), (days, length) => {
        const made = trend(length, days);
        expect(moodTrend.parse(made)).toEqual(made);
        expect(made.days).toHaveLength(made.totalDays);
        expect(made.days.filter((item) => item.mood !== null)).toHaveLength(made.recordedDays);
        expect(made.distribution.reduce((sum, count) => sum + count, 0)).toBe(made.recordedDays);
        expect(trend(length, [...days].reverse())).toEqual(made);
      }),
    );
  });
});
