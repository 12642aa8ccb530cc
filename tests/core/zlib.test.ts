import { constants, crc32 as crcOfNode, deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '#core/crc-32';
import { readZlib, storeZlib } from '#core/zlib';

const LIMIT = 1_000_000;
const strategies = [constants.Z_DEFAULT_STRATEGY, constants.Z_HUFFMAN_ONLY, constants.Z_RLE, constants.Z_FIXED];

/** Bytes with much, little or nothing to compress in them. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 3000 }),
  fc.array(fc.constantFrom(0, 0, 0, 1, 65, 200), { maxLength: 3000 }).map((list) => Uint8Array.from(list)),
  fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 400 })).map(([part, times]) => {
    const whole = new Uint8Array(part.length * times);
    for (let at = 0; at < whole.length; at += part.length) whole.set(part, at);
    return whole;
  }),
);

describe('a zlib stream', () => {
  it('is read as zlib itself wrote it, in all its ways', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 0, max: 9 }), fc.constantFrom(...strategies), (given, level, strategy) => {
        expect(readZlib(new Uint8Array(deflateSync(given, { level, strategy })), LIMIT)).toEqual(given);
      }),
    );
  });

  it('is stored so that zlib and Ebb read it again', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        expect(new Uint8Array(inflateSync(storeZlib(given)))).toEqual(given);
        expect(readZlib(storeZlib(given), LIMIT)).toEqual(given);
      }),
    );
  });

  it('is refused where it is cut anywhere, and where it holds more than may be', () => {
    const given = Uint8Array.from({ length: 300 }, (_, index) => (index * index) % 251);
    const stream = new Uint8Array(deflateSync(given));
    for (let end = 0; end < stream.length; end += 1) expect(readZlib(stream.subarray(0, end), LIMIT)).toBeNull();
    expect(readZlib(stream, 299)).toBeNull();
    expect(readZlib(stream, 300)).toEqual(given);
  });

  it('is refused with any byte changed, or read as it was', () => {
    const given = new Uint8Array(Buffer.from('A shore, a shore, my kingdom for a shore'));
    const stream = new Uint8Array(deflateSync(given));
    fc.assert(
      fc.property(fc.nat(stream.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const other = stream.slice();
        other[at] = (other[at] ?? 0) ^ change;
        expect([null, given]).toContainEqual(readZlib(other, LIMIT));
      }),
    );
  });

  it('ends for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (rest) => {
        const read = readZlib(Uint8Array.from([0x78, 0x9c, ...rest]), LIMIT);
        expect(read === null || read.length <= LIMIT).toBe(true);
      }),
    );
  });

  it('of a bomb is given up at the limit', () => {
    const bomb = new Uint8Array(deflateSync(new Uint8Array(50_000_000), { level: 9 }));
    expect(readZlib(bomb, LIMIT)).toBeNull();
  });
});

describe('a checksum', () => {
  it('is that of zlib for any stretch of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), fc.nat(300), (given, one, other) => {
        const [from = 0, to = 0] = [one, other].map((at) => Math.min(at, given.length)).sort((a, b) => a - b);
        expect(crc32(given, from, to)).toBe(crcOfNode(given.subarray(from, to)));
      }),
    );
  });
});
