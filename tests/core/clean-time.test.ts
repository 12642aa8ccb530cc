import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanTime, cleanTimeOf } from '#core/clean-time';
import { addDays, dayOf, eachDay, instantOf } from '#core/local-date';
import type { Run } from '#core/run';
import { day } from '#tests/support/builders';
import { aStoredRun, zones } from './builders';

const on = (date: string, ...runs: Run[]) =>
  cleanTimeOf({ runs, today: day(date), now: Date.parse(`${date}T12:00:00Z`) });

describe('days free', () => {
  test('are counted from the day a run begins, which counts from its start', () => {
    expect(on('2026-07-01', aStoredRun('2026-07-01'))).toMatchObject({
      current: { days: 1 },
      totalDays: 1,
      daysSinceFirst: 1,
      longestDays: 1,
    });
    expect(on('2026-07-03', aStoredRun('2026-07-01')).current?.days).toBe(3);
  });

  test('leave out the day of a slip, and the new run that begins on it counts from the next day', () => {
    const before = aStoredRun('2026-07-01', '2026-07-11');
    const now = aStoredRun('2026-07-11');
    expect(on('2026-07-11', before, now)).toMatchObject({
      current: { days: 0 },
      totalDays: 10,
      daysSinceFirst: 11,
      longestDays: 10,
    });
    expect(on('2026-07-12', before, now)).toMatchObject({
      current: { days: 1 },
      totalDays: 11,
      daysSinceFirst: 12,
      longestDays: 10,
    });
    expect(on('2026-07-12', before, now).reached).toEqual([{ key: 'day-1', day: '2026-07-12' }]);
  });

  test('keep the last day of a run that ended for another reason', () => {
    expect(on('2026-08-01', aStoredRun('2026-07-01', '2026-07-10', 'other'))).toMatchObject({
      current: null,
      totalDays: 10,
      longestDays: 10,
    });
  });

  test('of a run that began and ended by a slip on one day are none', () => {
    expect(on('2026-08-01', aStoredRun('2026-07-01', '2026-07-01'))).toMatchObject({
      totalDays: 0,
      longestDays: 0,
      daysSinceFirst: 32,
    });
  });

  test('in two runs at once count once, and a slip in one of them is a slip', () => {
    const first = aStoredRun('2026-07-01', '2026-07-10', 'other');
    const second = aStoredRun('2026-07-05', '2026-07-20', 'other');
    expect(on('2026-08-01', first, second)).toMatchObject({ totalDays: 20, longestDays: 16 });
    const slipped = aStoredRun('2026-07-05', '2026-07-08');
    expect(on('2026-08-01', first, slipped)).toMatchObject({ totalDays: 9, longestDays: 9 });
  });

  test('show total and longest beside this run, so that a slip never leaves only a zero', () => {
    const year = aStoredRun('2025-01-01', '2026-01-01');
    const today = on('2026-01-01', year, aStoredRun('2026-01-01'));
    expect(today).toMatchObject({ current: { days: 0 }, totalDays: 365, longestDays: 365, daysSinceFirst: 366 });
    expect(today.next).toMatchObject({ key: 'day-1', share: 0, daysLeft: 1 });
  });

  test('without a run are none, and nothing is next', () => {
    expect(on('2026-08-01')).toEqual({
      current: null,
      totalDays: 0,
      daysSinceFirst: 0,
      longestDays: 0,
      next: null,
      reached: [],
    });
  });

  test('do not come from a run that is still to begin', () => {
    expect(on('2026-07-01', aStoredRun('2026-07-05'))).toEqual(on('2026-07-01'));
    const open = aStoredRun('2026-06-01');
    expect(on('2026-07-01', open, aStoredRun('2026-07-05')).current?.id).toBe(open.id);
  });

  test('are those of the latest of several open runs, while all are counted', () => {
    const latest = aStoredRun('2026-06-20');
    expect(on('2026-07-01', latest, aStoredRun('2026-06-01'))).toMatchObject({
      current: { id: latest.id, days: 12 },
      totalDays: 31,
      longestDays: 31,
    });
  });

  test('of a person who flew back over the date line are none yet, not fewer', () => {
    const began = aStoredRun('2026-07-02');
    const atOnce = {
      ...began,
      began: {
        at: instantOf(day('2026-07-02'), 30, 'Pacific/Kiritimati'),
        zone: 'Pacific/Kiritimati',
        day: day('2026-07-02'),
      },
    };
    const now = atOnce.began.at + 60_000;
    expect(dayOf(now, 'Pacific/Pago_Pago')).toBe('2026-06-30');
    const made = cleanTimeOf({ runs: [atOnce], today: dayOf(now, 'Pacific/Pago_Pago'), now });
    expect(made).toMatchObject({ current: { days: 0 }, totalDays: 0, longestDays: 0, daysSinceFirst: 0, reached: [] });
    expect(cleanTime.safeParse(made).success).toBe(true);
  });

  test('are no more and no fewer over a change of clocks, in any zone', () => {
    const year = eachDay({ from: day('2026-01-01'), to: day('2026-12-31') });
    const wrong = zones.flatMap((zone) => {
      const began = { at: instantOf(day('2026-01-01'), 30, zone), zone, day: day('2026-01-01') };
      const runs = [{ ...aStoredRun('2026-01-01'), began }];
      const daysAt = (now: number): number => cleanTimeOf({ runs, today: dayOf(now, zone), now }).totalDays;
      return year.filter(
        (date, index) =>
          daysAt(instantOf(date, 1, zone)) !== index + 1 || daysAt(instantOf(date, 1438, zone)) !== index + 1,
      );
    });
    expect(wrong).toEqual([]);
  });

  const anyRun = (): fc.Arbitrary<Run> =>
    fc
      .record({
        began: fc.integer({ min: 0, max: 400 }),
        length: fc.option(fc.integer({ min: 0, max: 200 })),
        cause: fc.constantFrom('slip' as const, 'other' as const),
      })
      .map(({ began, length, cause }) => {
        const first = addDays(day('2025-01-01'), began);
        return aStoredRun(first, length === null ? null : addDays(first, length), cause);
      });

  test('of any history are the dates in some run without those of slips, one by one', () => {
    const today = day('2026-01-01');
    fc.assert(
      fc.property(fc.array(anyRun(), { maxLength: 8 }), (runs) => {
        const slips = new Set(
          runs.flatMap(({ began, ended, endCause }) =>
            endCause === 'slip' && ended !== null && began.day <= today ? [ended.day] : [],
          ),
        );
        const isFree = (date: string): boolean =>
          !slips.has(day(date)) &&
          runs.some(({ began, ended }) => began.day <= date && (ended === null || date <= ended.day));
        const free = eachDay({ from: day('2025-01-01'), to: today }).filter(isFree);
        const made = on(today, ...runs);
        expect(made.totalDays).toBe(free.length);
        expect(cleanTime.parse(made)).toEqual(made);
        expect(made.totalDays).toBeLessThanOrEqual(made.daysSinceFirst);
        expect(made.longestDays).toBeLessThanOrEqual(made.totalDays);
        expect(made.current?.days ?? 0).toBeLessThanOrEqual(made.longestDays);
        expect(on(today, ...[...runs].reverse())).toMatchObject({
          totalDays: made.totalDays,
          longestDays: made.longestDays,
        });
      }),
      { numRuns: 300 },
    );
  });

  test('in all never become fewer as days go by', () => {
    fc.assert(
      fc.property(fc.array(anyRun(), { maxLength: 5 }), fc.integer({ min: 0, max: 700 }), (runs, offset) => {
        const date = addDays(day('2025-01-01'), offset);
        expect(on(addDays(date, 1), ...runs).totalDays).toBeGreaterThanOrEqual(on(date, ...runs).totalDays);
      }),
    );
  });
});
