import { describe, expect, it } from 'vitest';
import { dayProblem } from '#lib/day-problem';
import { day } from '#tests/support/builders';

const today = day('2026-11-21');

describe('a date typed whole', () => {
  it('leaves its field when it is possible and within the limits, both ends included', () => {
    expect(dayProblem('2024-02-29', { today })).toBeNull();
    expect(dayProblem('2199-12-31', { today })).toBeNull();
    expect(dayProblem('2026-11-21', { max: today, today })).toBeNull();
    expect(dayProblem('2026-11-01', { min: day('2026-11-01'), today })).toBeNull();
  });

  it('stays there with a reason when it is not', () => {
    expect(dayProblem('0002-11-21', { max: today, today })).toBe('noSuchYear');
    expect(dayProblem('2500-01-01', { today })).toBe('noSuchYear');
    expect(dayProblem('2026-11-22', { max: today, today })).toBe('ahead');
    expect(dayProblem('2026-11-02', { max: day('2026-11-01'), today })).toBe('tooLate');
    expect(dayProblem('2026-10-31', { min: day('2026-11-01'), today })).toBe('tooEarly');
  });
});
