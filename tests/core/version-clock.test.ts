import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RecordVersion, recordVersion } from '#core/record';
import { nextVersion, parseVersion } from '#core/version-clock';

const device = '1a2b3c4d';
const version = (text: string): RecordVersion => recordVersion.parse(text);
const lastMs = 2 ** 48 - 1;

describe('a version', () => {
  test('is the time, a counter and the device', () => {
    const made = nextVersion({ last: null, now: 1_763_700_000_000, device });
    expect(made).toBe('019aa4b64500-0000-1a2b3c4d');
    expect(parseVersion(made)).toEqual({ ms: 1_763_700_000_000, counter: 0, device });
  });

  test('made in the same millisecond counts on', () => {
    expect(nextVersion({ last: version('019aa4b64500-0000-ffffffff'), now: 1_763_700_000_000, device })).toBe(
      '019aa4b64500-0001-1a2b3c4d',
    );
  });

  test('made after the clock was put back ten years still follows the last', () => {
    expect(nextVersion({ last: version('019aa4b64500-00ff-1a2b3c4d'), now: 1_448_000_000_000, device })).toBe(
      '019aa4b64500-0100-1a2b3c4d',
    );
  });

  test('carries a full counter into the milliseconds', () => {
    expect(nextVersion({ last: version('019aa4b64500-ffff-1a2b3c4d'), now: 0, device })).toBe(
      '019aa4b64501-0000-1a2b3c4d',
    );
  });

  test('is that of 1970 on a computer that believes in an earlier year', () => {
    expect(nextVersion({ last: null, now: -5, device })).toBe('000000000000-0000-1a2b3c4d');
  });

  test('cannot be made after the last there is, nor at no time, nor for no device', () => {
    expect(() => nextVersion({ last: version('ffffffffffff-ffff-1a2b3c4d'), now: 0, device })).toThrow(RangeError);
    expect(() => nextVersion({ last: null, now: lastMs + 1, device })).toThrow(RangeError);
    expect(() => nextVersion({ last: null, now: Number.NaN, device })).toThrow(RangeError);
    expect(() => nextVersion({ last: null, now: 0, device: 'ABCDEF01' })).toThrow(RangeError);
    expect(() => nextVersion({ last: null, now: 0, device: '123' })).toThrow(RangeError);
  });

  test('is always later as text than the last, whatever the clock does and whichever device made that', () => {
    const anyTime = fc.oneof(fc.integer({ min: 0, max: 2 ** 42 }), fc.integer({ min: 1000, max: 1003 }));
    const anyDevice = fc.stringMatching(/^[0-9a-f]{8}$/);
    fc.assert(
      fc.property(
        fc.array(fc.record({ now: anyTime, device: anyDevice }), { minLength: 2, maxLength: 60 }),
        (changes) => {
          let last: RecordVersion | null = null;
          for (const change of changes) {
            const next: RecordVersion = nextVersion({ last, ...change });
            expect(recordVersion.safeParse(next).success).toBe(true);
            expect(last === null || next > last).toBe(true);
            expect(parseVersion(next).device).toBe(change.device);
            expect(parseVersion(next).ms).toBeGreaterThanOrEqual(Math.min(change.now, lastMs));
            last = next;
          }
        },
      ),
    );
  });

  test('is later as text than the last at every edge of counter and milliseconds', () => {
    const edge = fc.constantFrom(0, 1, 0xff, 0x100, 0xfffe, 0xffff);
    const anyLast = fc
      .tuple(fc.constantFrom(0, 1, 0xffff, 2 ** 32 - 1, 2 ** 47, lastMs - 1), edge)
      .map(([ms, counter]) =>
        version(`${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-ffffffff`),
      );
    fc.assert(
      fc.property(anyLast, fc.constantFrom(0, 1, 2 ** 32, 2 ** 47, lastMs), (last, now) => {
        expect(nextVersion({ last, now, device: '00000000' }) > last).toBe(true);
      }),
    );
  });
});
