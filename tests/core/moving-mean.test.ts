import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movingMean } from '#core/moving-mean';

test('a moving mean is that of the last values, and absent where too few of them are known', () => {
  expect(movingMean([1, 2, 3, 4, 5], 3, { atLeast: 3 })).toEqual([null, null, 2, 3, 4]);
  expect(movingMean([1, null, 3, null, null], 3, { atLeast: 2 })).toEqual([null, null, 2, null, null]);
  expect(movingMean([null, null], 2, { atLeast: 1 })).toEqual([null, null]);
  expect(movingMean([], 7, { atLeast: 4 })).toEqual([]);
});

test('a moving mean is absent where nothing is known, even if nothing were enough', () => {
  expect(movingMean([null, 4], 1, { atLeast: 0 })).toEqual([null, 4]);
});

test('an unknown value is neither zero nor average: it takes no part', () => {
  expect(movingMean([5, null, null, 1], 4, { atLeast: 2 })).toEqual([null, null, null, 3]);
});

test('a moving mean in one pass is the mean of each window, drawn if and only if enough is known', () => {
  const anyValue = fc.option(fc.double({ min: 1, max: 5, noNaN: true }));
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 200 }), fc.integer({ min: 1, max: 28 }), (values, window) => {
      const atLeast = Math.ceil(window / 2);
      movingMean(values, window, { atLeast }).forEach((mean, index) => {
        const known = values.slice(Math.max(0, index - window + 1), index + 1).filter((value) => value !== null);
        if (known.length < atLeast) expect(mean).toBeNull();
        else expect(mean).toBeCloseTo(known.reduce((sum, value) => sum + value, 0) / known.length, 8);
      });
    }),
  );
});

test('a moving mean of equal values is that value to the last digit after thirty years', () => {
  const values = Array.from({ length: 10_000 }, (_, index) => (index % 3 === 0 ? null : 10 / 3));
  const means = new Set(movingMean(values, 7, { atLeast: 4 }).filter((mean) => mean !== null));
  expect([...means]).toEqual([3.333333333]);
});
