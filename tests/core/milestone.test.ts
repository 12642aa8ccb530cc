import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanTimeOf } from '#core/clean-time';
import { addDays, addMonths, dayNumber, daysBetween, type LocalDate } from '#core/local-date';
import { isByCalendar, milestonesOf as milestonesAmong } from '#core/milestone';
import { day } from '#tests/support/builders';
import { anyDay, aStoredRun } from './builders';

const milestonesOf = (began: LocalDate, today: LocalDate, ...slips: string[]) =>
  milestonesAmong({ began, slips: new Set(slips.map((slip) => dayNumber(day(slip)))) }, today);

const keysOf = (began: string, today: string, ...slips: string[]): string[] =>
  milestonesOf(day(began), day(today), ...slips).reached.map(({ key }) => key);

/** How many days a milestone told in days or weeks stands for. */
const lengths: Readonly<Record<string, number>> = { 'days-3': 3, 'week-1': 7, 'week-2': 14 };

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
    expect(keysOf('2026-07-01', '2026-07-06')).toEqual(['day-1', 'days-3']);
    expect(keysOf('2026-07-01', '2026-07-07')).toEqual(['day-1', 'days-3', 'week-1']);
  });

  test('do not count the day of a slip: a run that begins on one has its week a day later', () => {
    expect(keysOf('2026-07-01', '2026-07-01', '2026-07-01')).toEqual([]);
    expect(keysOf('2026-07-01', '2026-07-02', '2026-07-01')).toEqual(['day-1']);
    expect(keysOf('2026-07-01', '2026-07-07', '2026-07-01')).toEqual(['day-1', 'days-3']);
    expect(keysOf('2026-07-01', '2026-07-08', '2026-07-01')).toEqual(['day-1', 'days-3', 'week-1']);
  });

  test('of any history come when the ring shows their number of days, and at no other', () => {
    const spans = fc.array(fc.record({ began: fc.integer({ min: -40, max: 20 }), length: fc.nat(30) }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(spans, (others) => {
        const first = day('2026-07-01');
        const runs = [
          aStoredRun(first),
          ...others.map(({ began, length }) => aStoredRun(addDays(first, began), addDays(first, began + length))),
        ];
        const shownOn = (today: LocalDate) => cleanTimeOf({ runs, today, now: Date.parse(`${today}T12:00:00Z`) });
        const counts = shownOn(addDays(first, 100)).reached.filter(({ key }) => key in lengths);
        expect(counts.map(({ key }) => key)).toEqual(Object.keys(lengths));
        for (const { key, day: date } of counts) {
          const length = lengths[key] ?? 0;
          expect(shownOn(date).current?.days).toBe(length);
          expect(shownOn(addDays(date, -1)).current?.days).toBe(length - 1);
        }
      }),
    );
  });

  test('of one run never stand beside another number of days', () => {
    const first = day('2026-07-01');
    for (let index = 0; index <= 20; index += 1) {
      const today = addDays(first, index);
      const { current, reached, next } = cleanTimeOf({
        runs: [aStoredRun(first)],
        today,
        now: Date.parse(`${today}T12:00:00Z`),
      });
      const days = current?.days ?? 0;
      for (const { key } of reached) expect(days).toBeGreaterThanOrEqual(lengths[key] ?? 0);
      if (next !== null && next.key in lengths) expect(days + next.daysLeft).toBe(lengths[next.key]);
    }
  });

  test('tell those that come on a date from those that come with a number of days', () => {
    const all = keysOf('2024-01-15', '2026-01-15');
    expect(all.filter((key) => !isByCalendar(key))).toEqual(['day-1', 'days-3', 'week-1', 'week-2']);
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
