import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPicture } from '#core/clean-picture';
import { MAX_PICTURE_PIXELS } from '#core/cleaned-picture';
import { hostilePictures } from '#tests/support/hostile-pictures';
import { pictureParts, strangersIn } from '#tests/support/picture-parts';
import { readPicture, samplePictures } from '#tests/support/pictures';

/** What came of it, once whatever was taken in has been looked at: "cleaned", or the reason why not. */
const outcomeOf = (bytes: Uint8Array): string => {
  const result = cleanPicture(bytes);
  if (!result.ok) return result.reason;
  expect(strangersIn(result.mediaType, result.bytes)).toEqual([]);
  expect(result.width * result.height).toBeLessThanOrEqual(MAX_PICTURE_PIXELS);
  const again = cleanPicture(result.bytes);
  if (!again.ok) throw new Error(`taken in, and not again: ${again.reason}`);
  expect(Buffer.compare(again.bytes, result.bytes)).toBe(0);
  expect(Buffer.from(result.bytes).includes('<script>')).toBe(false);
  return 'cleaned';
};

const whole = samplePictures.filter(({ name }) => name !== 'jpeg-motion-photo.jpg');

describe(`of ${hostilePictures.length} hostile pictures`, () => {
  it.each(hostilePictures)('$what is $becomes', ({ bytes, becomes }) => {
    expect(outcomeOf(bytes)).toBe(becomes);
  });

  it('are at least 120, no two of one name', () => {
    expect(new Set(hostilePictures.map(({ what }) => what)).size).toBe(hostilePictures.length);
    expect(hostilePictures.length).toBeGreaterThanOrEqual(120);
  });
});

describe('a picture cut off', () => {
  it.each(whole)('before, at and behind the start of every piece is refused: $name', ({ mediaType, bytes }) => {
    const places = pictureParts[mediaType](bytes).flatMap(({ from }) => [from - 1, from, from + 1, from + 5]);
    const taken = places.filter((end) => end < bytes.length && cleanPicture(bytes.subarray(0, Math.max(0, end))).ok);
    expect(taken).toEqual([]);
  });

  it.each(['jpeg-plain.jpg', 'png-palette.png', 'webp-alpha.webp', 'gif-plain.gif'])(
    'anywhere is refused: %s',
    (name) => {
      const bytes = readPicture(name);
      for (let end = 0; end < bytes.length; end += 1) expect(cleanPicture(bytes.subarray(0, end)).ok).toBe(false);
    },
  );
});

const sample = fc.constantFrom(...samplePictures);

describe('whatever the bytes', () => {
  const outcomes = ['cleaned', 'damaged', 'not-a-picture', 'unsupported', 'too-large', 'empty'];
  const starts = ['', '\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'GIF89a', 'RIFF\x40\0\0\0WEBPVP8X\x0a\0\0\0', '<svg'];

  it('are a picture or refused, behind any signature', () => {
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        expect(outcomes).toContain(outcomeOf(Uint8Array.from([...Buffer.from(start, 'latin1'), ...rest])));
      }),
      { numRuns: 2000 },
    );
  });

  it('are a picture or refused, with any of them changed', () => {
    const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(sample, changes, ({ bytes }, all) => {
        const other = bytes.slice();
        for (const [place, value] of all) other[Math.floor(place * other.length)] = value;
        expect(outcomes).toContain(outcomeOf(other));
      }),
      { numRuns: 2000 },
    );
  });

  it('are a picture or refused, with a stretch left out, doubled or exchanged for another picture’s', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(sample, sample, fc.tuple(place, place), ({ bytes: one }, { bytes: other }, [end, start]) => {
        const head = one.subarray(0, Math.floor(end * one.length));
        const tail = other.subarray(Math.floor(start * other.length));
        expect(outcomes).toContain(outcomeOf(Uint8Array.from([...head, ...tail])));
      }),
      { numRuns: 2000 },
    );
  });
});
