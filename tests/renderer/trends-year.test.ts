import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDays, eachDay, weekdayOf } from '#core/local-date';
import { dayByKey, weekGrid } from '#lib/week-grid';
import { day } from '#tests/support/builders';
import { foldFor, placeOf, rowsIn } from '../../renderer/features/trends/year-fold';
import { recordableIn, yearRange, yearsBetween } from '../../renderer/features/trends/year-range';

const anyYear = fc.integer({ min: 1990, max: 2060 });
/** Weeks begin on Monday or on Sunday; in some regions on Saturday. */
const weekStart = fc.constantFrom(1, 6, 7);

describe('the year in days', () => {
  it('puts every day of a year in the row of its weekday and the column of its week', () => {
    fc.assert(
      fc.property(anyYear, weekStart, (year, first) => {
        const range = yearRange(year, day('2026-11-21'));
        const { rows, columns } = weekGrid(range, first);
        const cells = rows.flat();
        expect(cells.map((cell) => cell.day).sort()).toEqual(eachDay(range));
        for (const { day: date, row, column } of cells) {
          expect(row).toBe((weekdayOf(date) - first + 7) % 7);
          expect(column).toBeLessThan(columns);
        }
        // Days that follow one another stay in a column until the week begins anew.
        const inOrder = [...cells].sort((one, other) => (one.day < other.day ? -1 : 1));
        inOrder.slice(1).forEach((cell, place) => {
          const before = inOrder[place];
          expect(cell.column - (before?.column ?? 0)).toBe(cell.row === 0 ? 1 : 0);
        });
      }),
    );
  });

  it('holds 366 days of a leap year in 54 columns where it begins on the last day of a week', () => {
    // 1 January 2028 is a Saturday.
    const leap = yearRange(2028, day('2028-06-01'));
    expect(countDays(leap)).toBe(366);
    expect(weekGrid(leap, 7).columns).toBe(54);
    expect(weekGrid(leap, 1).columns).toBe(53);
  });

  it('names twelve months or thirteen, each over the week in which it begins', () => {
    const { months, rows } = weekGrid(yearRange(2026, day('2026-11-21')), 1);
    expect(months.map((month) => month.day.slice(5, 7))).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
      '10',
      '11',
      '12',
    ]);
    for (const month of months) {
      expect(rows.flat().find((cell) => cell.day === month.day)?.column).toBe(month.column);
    }
  });

  it('shows the twelve months that end today unless a year is chosen', () => {
    expect(yearRange('recent', day('2026-11-21'))).toEqual({ from: '2025-11-22', to: '2026-11-21' });
    expect(yearRange('recent', day('2028-02-29'))).toEqual({ from: '2027-03-01', to: '2028-02-29' });
    expect(yearRange(2025, day('2026-11-21'))).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });

  it('offers years only where there is more than one, the latest first', () => {
    expect(yearsBetween(day('2026-01-05'), day('2026-11-21'))).toEqual([]);
    expect(yearsBetween(day('2024-12-31'), day('2026-11-21'))).toEqual([2026, 2025, 2024]);
  });

  it('counts only days from the first record to today', () => {
    const today = day('2026-11-21');
    const year = yearRange(2026, today);
    expect(recordableIn(year, day('2026-03-01'), today)).toEqual({ from: '2026-03-01', to: today });
    expect(recordableIn(year, day('2024-03-01'), today)).toEqual({ from: '2026-01-01', to: today });
    expect(recordableIn(yearRange(2023, today), day('2024-03-01'), today)).toBeNull();
  });
});

describe('keys in the year', () => {
  const year = { from: day('2026-01-01'), to: day('2026-12-31') };

  it.each([
    ['ArrowDown', '2026-06-16'],
    ['ArrowUp', '2026-06-14'],
    ['ArrowRight', '2026-06-22'],
    ['ArrowLeft', '2026-06-08'],
    ['PageDown', '2026-07-13'],
    ['Home', '2026-01-01'],
    ['End', '2026-12-31'],
  ])('%s leads from 15 June to %s', (key, to) => {
    expect(dayByKey(key, day('2026-06-15'), year)).toBe(to);
  });

  it('stay where there is nothing further on, and leave other keys alone', () => {
    expect(dayByKey('ArrowLeft', day('2026-01-03'), year)).toBe('2026-01-03');
    expect(dayByKey('PageUp', day('2026-01-03'), year)).toBe('2026-01-01');
    expect(dayByKey('a', day('2026-01-03'), year)).toBeNull();
  });
});

describe('a year folded into the room there is', () => {
  it('stands in one line while its cells can be seen, in two where they could not', () => {
    expect(foldFor(53, { width: 900, rem: 16 })).toBe(53);
    expect(foldFor(53, { width: 660, rem: 24 })).toBe(27);
    expect(foldFor(53, { width: 0, rem: 16 })).toBe(53);
  });

  it('gives no two days the same place', () => {
    const { rows, columns } = weekGrid({ from: day('2025-11-22'), to: day('2026-11-21') }, 1);
    for (const perFold of [columns, Math.ceil(columns / 2)]) {
      const places = rows.flat().map((cell) => placeOf(cell, perFold));
      expect(new Set(places.map(({ gridColumn, gridRow }) => `${gridColumn} ${gridRow}`)).size).toBe(365);
      expect(Math.max(...places.map(({ gridRow }) => gridRow))).toBe(rowsIn(columns, perFold));
      expect(Math.max(...places.map(({ gridColumn }) => gridColumn))).toBe(perFold + 1);
    }
  });
});
