import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, type LocalDate } from '#core/local-date';
import { type DayMood, moodTrendOf } from '#core/mood-trend';
import {
  dotPaths,
  linePath,
  type Stretch,
  stretchesWhere,
  stretchPath,
} from '../../renderer/features/trends/chart-shapes';
import {
  historyOf,
  meanOf,
  meanWindowFor,
  nearestMood,
  offersLongMean,
  trendIn,
} from '../../renderer/features/trends/mood-history';

const start = '2026-01-01' as LocalDate;
const on = (place: number): LocalDate => addDays(start, place);

/** A stretch of days, some without a record. */
const moods = fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }), { minLength: 1, maxLength: 120 });
const trendOf = (values: readonly (number | null)[]) => {
  const days: DayMood[] = values.flatMap((mood, place) =>
    mood === null ? [] : [{ day: on(place), mood, records: 1 }],
  );
  return moodTrendOf({ range: { from: start, to: on(values.length - 1) }, days });
};
const scales = { x: (at: number) => at - dayNumber(start), y: (mood: number) => mood };

/** The days and means that a path goes through, one list for each of its unbroken parts. */
const partsOf = (path: string): { day: LocalDate; mean: number }[][] =>
  path
    .split('M')
    .slice(1)
    .map((part) =>
      part.split('L').map((point) => {
        const [x, y] = point.replace('h.01', '').split(' ').map(Number);
        return { day: on(x ?? -1), mean: y ?? 0 };
      }),
    );

describe('the line', () => {
  it('passes through every day whose mean is known, and through no other', () => {
    fc.assert(
      fc.property(moods, fc.constantFrom(7 as const, 28 as const), (values, window) => {
        const { days } = trendOf(values);
        const drawn = partsOf(linePath(days, window, scales)).flat();
        const known = days.flatMap((day) => {
          const mean = meanOf(day, window);
          return mean === null ? [] : [{ day: day.day, mean: Math.round(mean * 100) / 100 }];
        });
        expect(drawn).toEqual(known);
      }),
    );
  });

  it('is open at every gap: within a part, each day follows the one before', () => {
    fc.assert(
      fc.property(moods, (values) => {
        const { days } = trendOf(values);
        const parts = partsOf(linePath(days, 7, scales));
        for (const part of parts) {
          const [first] = part;
          expect(part.map(({ day }) => day)).toEqual(part.map((_, place) => addDays(first?.day ?? start, place)));
        }
        expect(parts.length).toBe(stretchesWhere(days, ({ mean7 }) => mean7 !== null).length);
      }),
    );
  });

  it('shows a mean that stands alone as a point', () => {
    const { days } = trendOf([3, 3, 3, 3, null, null, null, null]);
    const alone = days.filter(({ day }) => day === on(3));
    expect(linePath(alone, 7, scales)).toBe('M3 3h.01');
  });
});

describe('the dots', () => {
  it('stand once for every recorded day, in the path of the mood nearest to its mean', () => {
    fc.assert(
      fc.property(moods, (values) => {
        const paths = dotPaths(trendOf(values).days, scales);
        for (const mood of [1, 2, 3, 4, 5] as const) {
          const places = [...paths[mood].matchAll(/M(\d+) /g)].map(([, x]) => Number(x));
          expect(places).toEqual(values.flatMap((value, place) => (value === mood ? [place] : [])));
        }
      }),
    );
  });

  it.each([
    [1, 1],
    [1.49, 1],
    [2.5, 3],
    [4.5, 5],
    [5, 5],
  ])('a mean of %d counts as mood %d', (mean, mood) => {
    expect(nearestMood(mean)).toBe(mood);
  });
});

describe('days that are not recorded', () => {
  it('are covered by stretches that touch no recorded day', () => {
    fc.assert(
      fc.property(moods, (values) => {
        const stretches = stretchesWhere(trendOf(values).days, ({ mood }) => mood === null);
        const covered = (place: number) => stretches.some(({ from, to }) => from <= place && place <= to);
        expect(values.map((_, place) => covered(place))).toEqual(values.map((value) => value === null));
      }),
    );
  });

  it('are drawn as wide as they are long', () => {
    const stretches: Stretch[] = [{ from: 2, to: 4 }];
    expect(stretchPath(stretches, { x: (place) => place * 10, top: 0, bottom: 8 })).toBe('M20 0H50V8H20Z');
  });
});

describe('a part of the history', () => {
  it('shows the same mood and the same means as the whole', () => {
    fc.assert(
      fc.property(moods, fc.nat(119), fc.nat(119), (values, one, other) => {
        const last = values.length - 1;
        const [from, to] = [Math.min(one, other, last), Math.min(Math.max(one, other), last)];
        const all = trendOf(values);
        const part = trendIn(historyOf(all), { from: on(from), to: on(to) });
        expect(part.days).toEqual(all.days.slice(from, to + 1));
        expect(part.totalDays).toBe(to - from + 1);
        expect(part.recordedDays).toBe(values.slice(from, to + 1).filter((mood) => mood !== null).length);
      }),
    );
  });
});

describe('which mean the line shows', () => {
  it('is that of 7 days, whatever was chosen, until there is a year to look at', () => {
    expect(offersLongMean(364)).toBe(false);
    expect(meanWindowFor(90, 28)).toBe(7);
  });

  it('is the chosen one from a year on, and that of 28 days where nothing was chosen and there are years', () => {
    expect(meanWindowFor(365, null)).toBe(7);
    expect(meanWindowFor(365, 28)).toBe(28);
    expect(meanWindowFor(4000, null)).toBe(28);
    expect(meanWindowFor(4000, 7)).toBe(7);
  });
});
