import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween } from '#core/local-date';
import { milestonesOf } from '#core/milestone';
import { day } from '#tests/support/builders';
import { anyDay } from './builders';

const keysOf = (began: string, today: string): string[] =>
  milestonesOf(day(began), day(today)).reached.map(({ key }) => key);

describe('milestones', () => {
  test('are 24 hours, 3 days, 1 and 2 weeks, 1 to 11 months and years', () => {
    expect(keysOf('2024-01-15', '2026-01-15')).toEqual([
      'day-1',
      'days-3',
      'week-1',
      'week-2',
      ...Array.from({ length: 11 }, (_, index) => `month-${index + 1}`),
      'year-1',
      'year-2',
    ]);
  });

  test('are reached on their day, not before', () => {
    expect(keysOf('2026-07-01', '2026-07-01')).toEqual([]);
    expect(keysOf('2026-07-01', '2026-07-02')).toEqual(['day-1']);
    expect(keysOf('2026-07-01', '2026-07-07')).toEqual(['day-1', 'days-3']);
    expect(keysOf('2026-07-01', '2026-07-08')).toEqual(['day-1', 'days-3', 'week-1']);
  });

  test('in months and years go by the calendar, on the last day where the month is too short', () => {
    const { reached } = milestonesOf(day('2024-01-31'), day('2025-03-01'));
    const dayOfKey = (key: string) => reached.find((milestone) => milestone.key === key)?.day;
    expect(dayOfKey('month-1')).toBe('2024-02-29');
    expect(dayOfKey('month-3')).toBe('2024-04-30');
    expect(dayOfKey('year-1')).toBe('2025-01-31');
    expect(milestonesOf(day('2024-02-29'), day('2025-02-28')).reached.at(-1)).toEqual({
      key: 'year-1',
      day: '2025-02-28',
    });
  });

  test('tell how far the next is, and how much of the way from the beginning is behind', () => {
    expect(milestonesOf(day('2026-07-01'), day('2026-11-18')).next).toEqual({
      key: 'month-5',
      day: '2026-12-01',
      daysLeft: 13,
      share: 140 / 153,
    });
    expect(milestonesOf(day('2026-07-01'), day('2026-07-01')).next).toMatchObject({
      key: 'day-1',
      daysLeft: 1,
      share: 0,
    });
  });

  test('of a run that has not begun lie all ahead', () => {
    expect(milestonesOf(day('2026-07-02'), day('2026-07-01'))).toEqual({
      reached: [],
      next: { key: 'day-1', day: '2026-07-03', daysLeft: 2, share: 0 },
    });
  });

  test('end where the calendar ends', () => {
    expect(milestonesOf(day('9999-06-01'), day('9999-12-31'))).toEqual({ reached: [], next: null });
    expect(milestonesOf(day('9990-06-01'), day('9999-12-31')).next).toBeNull();
  });

  test('lie in order, and the next is the first that is not reached', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: 0, max: 20_000 }), (began, length) => {
        const today = addDays(began, length);
        const { reached, next } = milestonesOf(began, today);
        const days = reached.map((milestone) => milestone.day);
        expect([...days].sort()).toEqual(days);
        expect(new Set(days).size).toBe(days.length);
        expect(days.every((date) => date <= today)).toBe(true);
        expect(next !== null && next.day > today).toBe(true);
        expect(next?.daysLeft).toBe(next === null ? undefined : daysBetween(today, next.day));
        expect(next !== null && next.share >= 0 && next.share < 1).toBe(true);
        expect(reached.filter(({ key }) => key.startsWith('year')).length).toBe(wholeYears(began, today));
      }),
    );
  });
});

const wholeYears = (began: ReturnType<typeof day>, today: string): number => {
  let years = 0;
  while (addMonths(began, 12 * (years + 1)) <= today) years += 1;
  return years;
};
