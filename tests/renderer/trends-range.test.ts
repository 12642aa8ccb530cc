import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/local-date';
import { day } from '#tests/support/builders';
import { chosenRange, datesProblem, rangeChoices, typedRange } from '../../renderer/features/trends/ranges';
import { namesYear, timeTicks } from '../../renderer/features/trends/time-ticks';

const today = day('2026-11-21');
const custom = { from: day('2026-02-01'), to: day('2026-02-28') };

describe('a range of days', () => {
  it.each([
    ['days30', '2026-10-23'],
    ['days90', '2026-08-24'],
    ['year', '2025-11-22'],
    ['all', '2023-05-01'],
  ] as const)('%s begins on %s', (choice, from) => {
    const range = chosenRange(choice, { custom, first: day('2023-05-01'), today });
    expect(range).toEqual({ asked: { from, to: today }, shown: { from, to: today }, sinceFirst: false });
  });

  it('begins with the first record where that came later, and says so', () => {
    const range = chosenRange('days90', { custom, first: day('2026-11-12'), today });
    expect(range.shown).toEqual({ from: '2026-11-12', to: today });
    expect(range.sinceFirst).toBe(true);
  });

  it('shows nothing where it ends before the first record', () => {
    const range = chosenRange('custom', { custom, first: day('2026-03-01'), today });
    expect(range).toEqual({ asked: custom, shown: null, sinceFirst: false });
  });

  it('never holds a day before the first record or after today', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rangeChoices), fc.nat(6000), (choice, ago) => {
        const first = addDays(today, -ago);
        const { shown } = chosenRange(choice, { custom, first, today });
        if (shown === null) return;
        expect(shown.from >= first).toBe(true);
        expect(shown.to <= today).toBe(true);
        expect(shown.from <= shown.to).toBe(true);
      }),
    );
  });
});

describe('dates that are typed', () => {
  it('are a range once both are whole and in order', () => {
    expect(typedRange(custom, today)).toEqual(custom);
    expect(datesProblem(custom, today)).toBeNull();
  });

  it('are not one while a date is missing, its year half typed, or still to come', () => {
    expect(datesProblem({ from: null, to: today }, today)).toBe('incomplete');
    expect(datesProblem({ from: day('0202-02-01'), to: today }, today)).toBe('incomplete');
    expect(datesProblem({ from: custom.from, to: day('2026-11-22') }, today)).toBe('incomplete');
    expect(typedRange({ from: null, to: today }, today)).toBeNull();
  });

  it('are not one when the last comes before the first', () => {
    expect(datesProblem({ from: custom.to, to: custom.from }, today)).toBe('backwards');
    expect(typedRange({ from: custom.to, to: custom.from }, today)).toBeNull();
  });
});

describe('the dates under a chart', () => {
  it('lie within the range, in order, and are never more than there is room for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.nat(20_000),
        fc.integer({ min: 2, max: 14 }),
        fc.constantFrom(1, 6, 7),
        (length, ago, most, firstWeekday) => {
          const to = addDays(today, -ago);
          const from = addDays(to, -length);
          const { days } = timeTicks({ from, to }, { most, firstWeekday });
          expect(days.length).toBeGreaterThan(0);
          expect(days.length).toBeLessThanOrEqual(most);
          expect([...days].sort()).toEqual(days);
          expect(days.every((date) => date >= from && date <= to)).toBe(true);
        },
      ),
    );
  });

  it('are weeks in a season, months in a year, years in a decade', () => {
    const room = { most: 8, firstWeekday: 1 };
    expect(timeTicks({ from: day('2026-08-24'), to: today }, room).days).toContain('2026-09-07');
    expect(timeTicks({ from: day('2025-11-22'), to: today }, room).days).toContain('2026-01-01');
    expect(timeTicks({ from: day('2014-11-05'), to: today }, room)).toEqual({
      unit: 'year',
      days: ['2016-01-01', '2018-01-01', '2020-01-01', '2022-01-01', '2024-01-01', '2026-01-01'],
    });
  });

  it('tell the year with the first month and with every January', () => {
    const ticks = timeTicks({ from: day('2025-11-22'), to: today }, { most: 12, firstWeekday: 1 });
    expect(ticks.days.filter((date) => namesYear(ticks, date))).toEqual(['2025-12-01', '2026-01-01']);
  });
});
