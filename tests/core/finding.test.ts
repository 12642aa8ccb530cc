import { expect, test } from 'vitest';
import { sameDayOfEarlierYears } from '#core/finding';
import { day } from '#tests/support/builders';

test('the same day of earlier years is every one since 1900, latest first', () => {
  const days = sameDayOfEarlierYears(day('2026-11-22'));
  expect(days.slice(0, 2)).toEqual(['2025-11-22', '2024-11-22']);
  expect(days.at(-1)).toBe('1900-11-22');
  expect(days).toHaveLength(126);
});

test('the 29th of February is remembered in leap years on its day, and on the 28th in others', () => {
  expect(sameDayOfEarlierYears(day('2028-02-29')).slice(0, 2)).toEqual(['2024-02-29', '2020-02-29']);
  expect(sameDayOfEarlierYears(day('2028-02-28')).slice(0, 2)).toEqual(['2027-02-28', '2026-02-28']);
  expect(sameDayOfEarlierYears(day('2026-02-28')).slice(0, 4)).toEqual([
    '2025-02-28',
    '2024-02-29',
    '2024-02-28',
    '2023-02-28',
  ]);
});

test('there is no earlier year than 1900', () => {
  expect(sameDayOfEarlierYears(day('1900-05-05'))).toEqual([]);
});
