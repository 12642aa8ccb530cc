import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptCost,
  chooseCost,
  costAfter,
  KDF_ALGORITHM,
  MAX_PASSES,
  MIN_MEMORY_BYTES,
} from '#core/key-derivation-cost';

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;
const predictedMs = (measuredMs: number, { memoryBytes, passes }: { memoryBytes: number; passes: number }): number =>
  measuredMs * (memoryBytes / (64 * MIB)) * (passes / 3);

describe('the chosen cost of a key', () => {
  test.each([
    { measuredMs: 270, ramBytes: 16 * GIB, memory: 256, passes: 3 },
    { measuredMs: 100, ramBytes: 16 * GIB, memory: 256, passes: 7 },
    { measuredMs: 100, ramBytes: 1 * GIB, memory: 128, passes: 15 },
    { measuredMs: 500, ramBytes: 16 * GIB, memory: 128, passes: 3 },
    { measuredMs: 900, ramBytes: 16 * GIB, memory: 64, passes: 3 },
    { measuredMs: 5000, ramBytes: 16 * GIB, memory: 64, passes: 3 },
    { measuredMs: 270, ramBytes: 256 * MIB, memory: 64, passes: 11 },
  ])(
    'is $memory MiB and $passes passes where 64 MiB take $measuredMs ms',
    ({ measuredMs, ramBytes, memory, passes }) => {
      expect(chooseCost({ measuredMs, ramBytes })).toEqual({ memoryBytes: memory * MIB, passes });
    },
  );

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'is the floor where the measurement says %s',
    (measuredMs) => {
      expect(chooseCost({ measuredMs, ramBytes: 16 * GIB })).toEqual({ memoryBytes: MIN_MEMORY_BYTES, passes: 3 });
    },
  );

  test('takes 0.8 to 1.2 s wherever the floor and the ceiling leave room, and never more memory than an eighth', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 60_000, noNaN: true }),
        fc.integer({ min: 128 * MIB, max: 64 * GIB }),
        (measuredMs, ramBytes) => {
          const cost = chooseCost({ measuredMs, ramBytes });
          const ms = predictedMs(measuredMs, cost);
          const isFloor = cost.memoryBytes === MIN_MEMORY_BYTES && cost.passes === 3;
          expect(acceptCost({ algorithm: KDF_ALGORITHM, ...cost })).toBe(true);
          expect(cost.memoryBytes <= ramBytes / 8 || cost.memoryBytes === MIN_MEMORY_BYTES).toBe(true);
          if (!isFloor) expect(ms).toBeLessThanOrEqual(1200.001);
          if (cost.passes < MAX_PASSES) expect(ms).toBeGreaterThanOrEqual(799.999);
        },
      ),
    );
  });

  test('prefers memory to passes', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 60_000, noNaN: true }), (measuredMs) => {
        const cost = chooseCost({ measuredMs, ramBytes: 64 * GIB });
        const doubled = { memoryBytes: cost.memoryBytes * 2, passes: 3 };
        expect(cost.memoryBytes === 256 * MIB || predictedMs(measuredMs, doubled) > 1200).toBe(true);
      }),
    );
  });
});

describe('a cost read from a header', () => {
  const floor = { algorithm: 'argon2id13', memoryBytes: 64 * MIB, passes: 3 };

  test('is accepted from 64 MiB and 3 passes to 1 GiB and 20 passes', () => {
    expect(acceptCost(floor)).toBe(true);
    expect(acceptCost({ ...floor, memoryBytes: GIB, passes: 20 })).toBe(true);
  });

  test.each([
    { ...floor, memoryBytes: 64 * MIB - 1 },
    { ...floor, memoryBytes: GIB + 1 },
    { ...floor, passes: 2 },
    { ...floor, passes: 21 },
    { ...floor, passes: 3.5 },
    { ...floor, memoryBytes: Number.NaN },
    { ...floor, memoryBytes: '67108864' },
    { ...floor, algorithm: 'argon2i13' },
    { ...floor, lanes: 1 },
    { memoryBytes: 64 * MIB, passes: 3 },
    null,
  ])('%j is refused', (cost) => {
    expect(acceptCost(cost)).toBe(false);
  });
});

describe('a cost after another', () => {
  const cost = (mib: number, passes: number) => ({ memoryBytes: mib * MIB, passes });

  test.each([
    [cost(256, 3), cost(64, 3), cost(256, 3)],
    [cost(64, 3), cost(256, 3), cost(256, 3)],
    // More memory is worth more than more passes.
    [cost(64, 20), cost(256, 3), cost(256, 3)],
    [cost(64, 4), cost(64, 5), cost(64, 5)],
    [cost(64, 5), cost(64, 4), cost(64, 5)],
  ])('of %j, where %j was measured, is %j', (before, measured, expected) => {
    expect(costAfter(before, measured, 16 * GIB)).toEqual(expected);
  });

  test('is what was measured where the one before is too much for this computer', () => {
    expect(costAfter(cost(1024, 3), cost(128, 3), GIB)).toEqual(cost(128, 3));
  });
});
