import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  countDays,
  dateRange,
  dayNumber,
  dayOf,
  daysBetween,
  eachDay,
  instantOf,
  localDate,
  minuteOfDay,
  mondayOf,
  wallTime,
  weekdayOf,
} from '#core/local-date';
import { day } from '#tests/support/builders';
import { anyDay, zones } from './builders';

const utc = (text: string): number => Date.parse(`${text}Z`);
const anyZone = () => fc.constantFrom(...zones);
const anyInstant = () => fc.integer({ min: utc('1971-01-01T00:00'), max: utc('2099-12-31T00:00') });
const anyMinute = () => fc.integer({ min: 0, max: 1439 });

describe('a calendar date', () => {
  test.each(['2026-11-21', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is one', (text) => {
    expect(localDate.safeParse(text).success).toBe(true);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '1899-12-31',
    '2200-01-01',
    '0026-01-01',
    '0999-12-31',
    '+02026-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    '',
  ])('%j is none', (text) => {
    expect(localDate.safeParse(text).success).toBe(false);
  });

  test('a range whose end lies before its beginning is none', () => {
    expect(dateRange.safeParse({ from: '2026-01-01', to: '2026-01-01' }).success).toBe(true);
    expect(dateRange.safeParse({ from: '2026-01-02', to: '2026-01-01' }).success).toBe(false);
  });
});

describe('the wall clock of a zone', () => {
  test('shows the day it is there, not the day it is in Greenwich', () => {
    const at = utc('2026-11-21T23:30');
    expect(dayOf(at, 'UTC')).toBe('2026-11-21');
    expect(dayOf(at, 'Europe/Berlin')).toBe('2026-11-22');
    expect(dayOf(at, 'Pacific/Pago_Pago')).toBe('2026-11-21');
    expect(dayOf(utc('2026-11-21T10:00'), 'Pacific/Kiritimati')).toBe('2026-11-22');
    expect(dayOf(utc('2026-11-21T10:59'), 'Pacific/Pago_Pago')).toBe('2026-11-20');
  });

  test('midnight is the first minute of a day, not the twenty-fourth hour of the last', () => {
    const at = utc('2026-11-20T23:00');
    expect(dayOf(at, 'Europe/Berlin')).toBe('2026-11-21');
    expect(minuteOfDay(at, 'Europe/Berlin')).toBe(0);
    expect(minuteOfDay(at - 1, 'Europe/Berlin')).toBe(1439);
  });

  test('turns the year at its own midnight', () => {
    expect(dayOf(utc('2026-12-31T23:00'), 'Europe/Berlin')).toBe('2027-01-01');
    expect(dayOf(utc('2026-12-31T22:59'), 'Europe/Berlin')).toBe('2026-12-31');
    expect(dayOf(utc('2024-02-29T22:59'), 'Europe/Berlin')).toBe('2024-02-29');
  });

  test('keeps milliseconds, before 1970 too', () => {
    expect(wallTime(utc('2026-06-01T00:00:00.123'), 'Europe/Berlin')).toBe(utc('2026-06-01T02:00:00.123'));
    expect(wallTime(-1, 'UTC')).toBe(-1);
    expect(dayOf(-1, 'UTC')).toBe('1969-12-31');
    expect(minuteOfDay(-1, 'UTC')).toBe(1439);
  });

  test('fails rather than name a day of a year with five digits', () => {
    expect(() => dayOf(utc('9999-12-31T23:00'), 'Pacific/Auckland')).toThrow(RangeError);
    expect(dayOf(utc('9999-12-30T12:00'), 'Pacific/Auckland')).toBe('9999-12-31');
  });
});

describe('the instant of a wall time', () => {
  test('where an hour is skipped, lies as far after the gap as it was asked for into it', () => {
    const at = instantOf(day('2026-03-29'), 2 * 60 + 30, 'Europe/Berlin');
    expect(new Date(at).toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(minuteOfDay(at, 'Europe/Berlin')).toBe(3 * 60 + 30);
  });

  test('where an hour happens twice, is the first', () => {
    const at = instantOf(day('2026-10-25'), 2 * 60 + 30, 'Europe/Berlin');
    expect(new Date(at).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  test('knows the half-hour summer time of Lord Howe Island', () => {
    const inGap = instantOf(day('2026-10-04'), 2 * 60 + 15, 'Australia/Lord_Howe');
    expect(minuteOfDay(inGap, 'Australia/Lord_Howe')).toBe(2 * 60 + 45);
    const twice = instantOf(day('2026-04-05'), 60 + 45, 'Australia/Lord_Howe');
    expect(new Date(twice).toISOString()).toBe('2026-04-04T14:45:00.000Z');
    expect(minuteOfDay(twice + 30 * 60_000, 'Australia/Lord_Howe')).toBe(60 + 45);
  });

  test('steps over the day that Samoa left out', () => {
    expect(dayOf(instantOf(day('2011-12-30'), 12 * 60, 'Pacific/Apia'), 'Pacific/Apia')).toBe('2011-12-31');
    expect(dayOf(instantOf(day('2011-12-29'), 23 * 60, 'Pacific/Apia'), 'Pacific/Apia')).toBe('2011-12-29');
  });

  test('shows the day and minute it was asked for, unless the clock skipped them', () => {
    fc.assert(
      fc.property(anyDay(), anyMinute(), anyZone(), (date, minutes, zone) => {
        fc.pre(date > '1971-01-01');
        const at = instantOf(date, minutes, zone);
        const shown = wallTime(at, zone) / 60_000;
        const asked = dayNumber(date) * 1440 + minutes;
        // Samoa's whole day is the longest gap.
        expect(shown === asked || (shown > asked && shown <= asked + 1440)).toBe(true);
        const clockBefore = wallTime(at - 60_000, zone) / 60_000;
        if (shown !== asked) expect(clockBefore === shown - 1 || clockBefore < asked).toBe(true);
      }),
    );
  });

  test('of the wall time of an instant is that instant or the same minute of a repeated hour before it', () => {
    fc.assert(
      fc.property(anyInstant(), anyZone(), (instant, zone) => {
        const at = instant - (((instant % 60_000) + 60_000) % 60_000);
        const back = instantOf(dayOf(at, zone), minuteOfDay(at, zone), zone);
        expect(wallTime(back, zone)).toBe(wallTime(at, zone));
        expect(at - back === 0 || (at - back > 0 && at - back <= 3_600_000)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is found on both sides of every change of clocks from 2010 to 2030', () => {
    const hour = 3_600_000;
    for (const zone of zones) {
      const offset = (at: number): number => wallTime(at, zone) - at;
      for (let at = utc('2010-01-01T00:00'); at < utc('2030-12-31T00:00'); at += 48 * hour) {
        if (offset(at) === offset(at + 48 * hour)) continue;
        for (let probe = at; probe <= at + 48 * hour; probe += hour / 2) {
          const back = instantOf(dayOf(probe, zone), minuteOfDay(probe, zone), zone);
          expect(wallTime(back, zone)).toBe(wallTime(probe, zone));
        }
      }
    }
  });
});

describe('counting with dates', () => {
  test('adds days across months, leap days and years', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2026-02-28'), 1)).toBe('2026-03-01');
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2027-01-01'), -1)).toBe('2026-12-31');
  });

  test('adds months, on the last day where the month is too short', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(day('2026-01-31'), 3)).toBe('2026-04-30');
    expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28');
    expect(addMonths(day('2026-11-15'), 2)).toBe('2027-01-15');
    expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15');
    expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28');
  });

  test('fails beyond the years that a date can name', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(day('1000-01-01'), -1)).toThrow(RangeError);
    expect(() => addMonths(day('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(day('1000-01-01'), -12 * 950)).toThrow(RangeError);
    expect(() => addDays(day('2026-01-01'), Number.NaN)).toThrow(RangeError);
    expect(addMonths(day('9999-11-30'), 1)).toBe('9999-12-30');
  });

  test('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -40_000, max: 40_000 }), (date, count) => {
        const other = addDays(date, count);
        expect(daysBetween(date, other)).toBe(count);
        expect(addDays(other, -count)).toBe(date);
        expect(other).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });

  test('months keep the day of the month or end on the last', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -1200, max: 1200 }), (date, count) => {
        const other = addMonths(date, count);
        const isLast = addDays(other, 1).endsWith('-01');
        expect(other.slice(8) === date.slice(8) || (isLast && other.slice(8) < date.slice(8))).toBe(true);
        const monthOf = (of: string): number => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
        expect(monthOf(other) - monthOf(date)).toBe(count);
      }),
    );
  });

  test('a range lists as many dates as it counts, each a day after the last', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: 0, max: 400 }), (from, length) => {
        const range = { from, to: addDays(from, length) };
        const dates = eachDay(range);
        expect(dates).toHaveLength(countDays(range));
        expect(dates.at(-1)).toBe(range.to);
        dates.forEach((date, index) => {
          expect(daysBetween(from, date)).toBe(index);
        });
      }),
      { numRuns: 50 },
    );
  });

  test('knows weekdays and the Monday that begins their week', () => {
    expect(weekdayOf(day('2026-11-21'))).toBe(6);
    expect(weekdayOf(day('2026-11-22'))).toBe(7);
    expect(mondayOf(day('2026-11-22'))).toBe('2026-11-16');
    expect(mondayOf(day('2026-11-16'))).toBe('2026-11-16');
    fc.assert(
      fc.property(anyDay(), (date) => {
        expect(weekdayOf(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
        expect(daysBetween(mondayOf(date), date)).toBe(weekdayOf(date) - 1);
      }),
    );
  });
});
