import { beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '#core/local-date';
import {
  firstWeekday,
  formatBytes,
  formatDay,
  formatDayExactly,
  formatMinutes,
  formatMoment,
  formatShare,
  setRegion,
} from '#lib/format';
import '#lib/i18n';

const day = (text: string) => localDate.parse(text);
const today = day('2026-11-21');
const evening = { at: Date.UTC(2026, 10, 20, 20, 52), zone: 'Europe/Berlin' };

describe('dates', () => {
  beforeEach(() => setRegion('GB'));

  it('are said as people say them', () => {
    expect(formatDay(today, today)).toBe('Today');
    expect(formatDay(day('2026-11-20'), today)).toBe('Yesterday');
    expect(formatDay(day('2026-11-07'), today)).toBe('Sat 7 Nov');
    expect(formatDay(day('2025-11-07'), today)).toBe('7 Nov 2025');
    expect(formatMoment(evening, today)).toBe('Yesterday, 21:52');
  });

  it('are exact where they are asked to be', () => {
    expect(formatDayExactly(today)).toBe('Saturday 21 November 2026');
  });

  it('follow the region of the system, not only the language', () => {
    setRegion('US');
    expect(formatMoment(evening, today)).toMatch(/^Yesterday, 9:52.PM$/u);
    expect(firstWeekday()).toBe(7);
    setRegion('DE');
    expect(formatMoment(evening, today)).toBe('Yesterday, 21:52');
    expect(firstWeekday()).toBe(1);
  });

  it('belong to the day on the wall where the record was made', () => {
    const late = { at: Date.UTC(2026, 10, 20, 23, 30), zone: 'Europe/Berlin' };
    expect(formatMoment(late, today)).toBe('Today, 00:30');
  });

  it('survive a region that is unknown or nonsense', () => {
    setRegion('<script>');
    expect(formatDayExactly(today)).toContain('2026');
    setRegion('');
    expect(formatDayExactly(today)).toContain('2026');
  });
});

describe('numbers', () => {
  beforeEach(() => setRegion('GB'));

  it('give a percentage only from twenty on', () => {
    expect(formatShare(7, 12)).toBe('7 of 12');
    expect(formatShare(15, 20)).toBe('15 of 20 (75%)');
  });

  it('round nothing away and nothing up to everything', () => {
    expect(formatShare(0, 365)).toBe('0 of 365 (0%)');
    expect(formatShare(1, 365)).toBe('1 of 365 (under 1%)');
    expect(formatShare(1, 200)).toBe('1 of 200 (1%)');
    expect(formatShare(364, 365)).toBe('364 of 365 (over 99%)');
    expect(formatShare(365, 365)).toBe('365 of 365 (100%)');
    for (let part = 0; part <= 1000; part += 1) {
      const isHonest = formatShare(part, 1000).includes('(0%)') === (part === 0);
      expect(isHonest && formatShare(part, 1000).includes('(100%)') === (part === 1000), String(part)).toBe(true);
    }
  });

  it('say durations and sizes in the unit a person would', () => {
    expect([45, 60, 430].map(formatMinutes)).toEqual(['45 min', '1 h', '7 h 10 min']);
    expect([1, 3_412_345, 2_000_000_000].map(formatBytes)).toEqual(['1 byte', '3.4 MB', '2 GB']);
  });
});
