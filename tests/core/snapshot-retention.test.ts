import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DatedSnapshot, snapshotsToRemove } from '#core/snapshot-retention';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 21, 12);

const taken = (takenAt: number, isVerified = true): DatedSnapshot => ({ name: String(takenAt), takenAt, isVerified });
const kept = (snapshots: readonly DatedSnapshot[], now = NOW): number[] => {
  const gone = new Set(snapshotsToRemove(snapshots, now));
  return snapshots.filter(({ name }) => !gone.has(name)).map(({ takenAt }) => takenAt);
};

describe('which snapshots stay', () => {
  it('of one day: the newest five', () => {
    const day = Array.from({ length: 20 }, (_, hour) => taken(NOW - hour * 60_000));
    expect(kept(day)).toEqual(day.slice(0, 5).map(({ takenAt }) => takenAt));
  });

  it('of two years with one a day: seven days, five weeks and twelve months', () => {
    const days = Array.from({ length: 730 }, (_, back) => taken(NOW - back * DAY));
    const dates = kept(days).map((at) => new Date(at).toISOString().slice(0, 10));
    expect(dates).toEqual([
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
      '2026-11-17',
      '2026-11-16',
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      '2026-10-31',
      '2026-10-25',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
      '2025-12-31',
    ]);
  });

  it('of somebody who was away for a year: what was there before, as if no time had passed', () => {
    const days = Array.from({ length: 30 }, (_, back) => taken(NOW - back * DAY));
    expect(kept(days, NOW + 365 * DAY)).toEqual(kept(days));
  });

  it('the newest that was found whole, however old it is', () => {
    const old = taken(NOW - 900 * DAY);
    const days = Array.from({ length: 800 }, (_, back) => taken(NOW - back * DAY, false));
    expect(kept([...days, old])).toContain(old.takenAt);
  });

  it('one from the future, which changes nothing for the others', () => {
    const days = Array.from({ length: 40 }, (_, back) => taken(NOW - back * DAY));
    const ahead = taken(NOW + 3650 * DAY);
    expect(kept([ahead, ...days])).toEqual([ahead.takenAt, ...kept(days)]);
  });

  it('whatever there is: never none, never the newest, and nothing more goes a second time', () => {
    const times = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(times, fc.infiniteStream(fc.boolean()), (hours, verified) => {
        const snapshots = [...new Set(hours)].map((hour) => taken(NOW - hour * 3_600_000, verified.next().value));
        const stay = kept(snapshots);
        expect(stay).toContain(Math.max(...snapshots.map(({ takenAt }) => takenAt)));
        const rest = snapshots.filter(({ takenAt }) => stay.includes(takenAt));
        expect(kept(rest)).toEqual(stay);
      }),
    );
  });
});
