import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlockOrientation, readOrientation } from '#core/exif-orientation';

type Entry = readonly [tag: number, type: number, count: number, value: number];

/** EXIF data with one directory, in either byte order. */
const exifOf = (order: 'II' | 'MM', entries: readonly Entry[]): Uint8Array => {
  const bytes = Buffer.alloc(10 + entries.length * 12 + 4);
  const write16 = (value: number, at: number) =>
    order === 'II' ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const write32 = (value: number, at: number) =>
    order === 'II' ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  bytes.write(order);
  write16(42, 2);
  write32(8, 4);
  write16(entries.length, 8);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + index * 12;
    write16(tag, at);
    write16(type, at + 2);
    write32(count, at + 4);
    write16(value, at + 8);
  }
  return new Uint8Array(bytes);
};

describe.each(['II', 'MM'] as const)('how to turn a picture, in the byte order %s', (order) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is read: %i', (value) => {
    const exif = exifOf(order, [
      [0x010f, 2, 1, 0],
      [0x0112, 3, 1, value],
    ]);
    expect(readOrientation(exif)).toBe(value);
    expect(readBlockOrientation(exif)).toBe(value);
    expect(readBlockOrientation(Uint8Array.from([...Buffer.from('Exif\0\0'), ...exif]))).toBe(value);
  });

  it.each<[string, Entry]>([
    ['0', [0x0112, 3, 1, 0]],
    ['9', [0x0112, 3, 1, 9]],
    ['a number of another type', [0x0112, 4, 1, 6]],
    ['two numbers', [0x0112, 3, 2, 6]],
    ['something else', [0x0113, 3, 1, 6]],
  ])('is as it lies for %s', (_, entry) => {
    expect(readOrientation(exifOf(order, [entry]))).toBe(1);
  });

  it('is as it lies where the data are cut, and where they lead past their end', () => {
    const exif = exifOf(order, [[0x0112, 3, 1, 6]]);
    for (let end = 0; end < 22; end += 1) expect(readOrientation(exif.subarray(0, end))).toBe(1);
    const astray = exif.slice();
    astray.set([0xff, 0xff, 0xff, 0xff], 4);
    expect(readOrientation(astray)).toBe(1);
  });
});

describe('how to turn a picture', () => {
  it('is a number from 1 to 8 for any bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom('II*\0', 'MM\0*', ''), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        const orientation = readOrientation(Uint8Array.from([...Buffer.from(start), ...rest]));
        expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(orientation);
      }),
    );
  });
});
