import { describe, expect, it } from 'vitest';
import { AppError } from '#core/errors';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import { whereWritable } from '#worker/db/database-error';
import { noteOpening } from '#worker/services/clock-trust';

const DAY = 86_400_000;

const opened = () => {
  const clock = testClock();
  const journal = tempJournal(clock);
  const openAfter = (ms: number): boolean => {
    clock.set(clock.now() + ms);
    return noteOpening(journal);
  };
  const daily = (days: number): boolean[] => Array.from({ length: days }, () => openAfter(DAY));
  return { openAfter, daily };
};

describe('the clock is believed about long times', () => {
  it('once it has gone on without a leap on seven days', () => {
    expect(opened().daily(8)).toEqual([false, false, false, false, false, false, true, true]);
  });

  it('by days, not by how often the journal is opened', () => {
    const { openAfter } = opened();
    expect(Array.from({ length: 20 }, () => openAfter(60_000))).not.toContain(true);
  });

  it.each([
    ['ten years ahead', 3650 * DAY],
    ['ten years back', -3650 * DAY],
    ['two months ahead, as after a time away', 60 * DAY],
  ])('no more after a leap of %s, until it has agreed again', (_, leap) => {
    const { openAfter, daily } = opened();
    daily(10);
    expect(openAfter(leap)).toBe(false);
    expect(daily(6)).toEqual([false, false, false, false, false, true]);
  });

  it('still, after a leap of a day or a month of rest', () => {
    const { openAfter, daily } = opened();
    daily(10);
    expect([openAfter(DAY), openAfter(-DAY), openAfter(30 * DAY)]).toEqual([true, true, true]);
  });

  it('at no time while it leaps back and forth', () => {
    const { openAfter, daily } = opened();
    daily(10);
    expect([openAfter(3650 * DAY), openAfter(60_000), openAfter(-3650 * DAY), openAfter(60_000)]).not.toContain(true);
  });
});

describe('an opening that cannot be noted', () => {
  it('keeps nobody out: a disk that is full or may not be written to waits for another', () => {
    const journal = tempJournal();
    journal.db.exec('PRAGMA query_only = ON');
    expect(() => noteOpening(journal)).toThrow();
    expect(() => whereWritable(() => void noteOpening(journal))).not.toThrow();
    const full = Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    expect(() =>
      whereWritable(() => {
        throw full;
      }),
    ).not.toThrow();
  });

  it('is told where anything else is wrong', () => {
    expect(() =>
      whereWritable(() => {
        throw new AppError('DATABASE_DAMAGED');
      }),
    ).toThrow('DATABASE_DAMAGED');
  });
});
