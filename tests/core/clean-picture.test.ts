import { describe, expect, it } from 'vitest';
import { cleanPicture } from '#core/clean-picture';
import type { CleanedPicture } from '#core/cleaned-picture';
import { pictureParts, pixelParts, strangersIn } from '#tests/support/picture-parts';
import { secrets, secretsIn } from '#tests/support/picture-secrets';
import { readPicture, samplePictures } from '#tests/support/pictures';

const clean = (bytes: Uint8Array): CleanedPicture => {
  const result = cleanPicture(bytes);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result;
};

const partsOf = (name: string): string[] => {
  const { mediaType, bytes } = clean(readPicture(name));
  return pictureParts[mediaType](bytes).map((part) => part.name);
};

describe.each(samplePictures)('the picture $name, cleaned', ({ bytes, mediaType, orientation, animated }) => {
  const cleaned = clean(bytes);

  it('tells its kind, its size, how to turn it and whether it moves', () => {
    expect(cleaned).toMatchObject({ mediaType, orientation, animated, width: 48, height: 32 });
  });

  it('says nothing but what it shows', () => {
    expect(secretsIn(mediaType, cleaned.bytes)).toEqual([]);
  });

  it('has only pieces from the list, and nothing between or behind them', () => {
    expect(strangersIn(mediaType, cleaned.bytes)).toEqual([]);
  });

  it('has the very bytes that make its pixels', () => {
    expect(pixelParts(mediaType, cleaned.bytes).length).toBeGreaterThan(0);
    expect(pixelParts(mediaType, cleaned.bytes)).toEqual(pixelParts(mediaType, bytes));
  });

  it('stays as it is when it is cleaned again', () => {
    expect(clean(cleaned.bytes)).toEqual({ ...cleaned, orientation: 1 });
  });

  it('shares no memory with what came in', () => {
    const given = bytes.slice();
    const { bytes: kept } = clean(given);
    given.fill(0);
    expect(kept).toEqual(cleaned.bytes);
  });
});

describe('the pictures of these tests', () => {
  it.each(secrets.map(([what]) => what))('hold %s before they are cleaned', (what) => {
    expect(samplePictures.filter(({ mediaType, bytes }) => secretsIn(mediaType, bytes).includes(what))).not.toEqual([]);
  });

  it('hold a video behind a photograph', () => {
    expect(strangersIn('image/jpeg', readPicture('jpeg-motion-photo.jpg'))).toContain('bytes behind the end');
  });
});

describe('what shows a picture', () => {
  it.each([
    ['jpeg-camera.jpg', ['e0 JFIF', 'e2 ICC_PROFILE']],
    ['jpeg-cmyk.jpg', ['ee Adobe', 'e2 ICC_PROFILE']],
    ['jpeg-restarts.jpg', ['dd']],
    ['jpeg-progressive.jpg', ['c2']],
    ['png-texts.png', ['iCCP', 'pHYs']],
    ['png-palette.png', ['gAMA', 'cHRM', 'PLTE', 'tRNS', 'bKGD']],
    ['png-moving.png', ['acTL', 'fcTL', 'fdAT', 'tRNS']],
    ['webp-camera.webp', ['VP8X', 'ICCP', 'VP8 ']],
    ['webp-alpha.webp', ['VP8X', 'ALPH', 'VP8 ']],
    ['webp-moving.webp', ['ANIM', 'ANMF VP8 ', 'ANMF VP8L']],
    ['gif-moving.gif', ['ff NETSCAPE2.0', 'f9']],
  ])('stays in %s: %j', (name, names) => {
    expect(partsOf(name)).toEqual(expect.arrayContaining(names));
  });

  it('loses the small picture in JFIF and keeps its density', () => {
    const plain = readPicture('jpeg-plain.jpg');
    const jfif = [0xff, 0xe0, 0, 19, ...Buffer.from('JFIF\0'), 1, 2, 1, 0, 144, 0, 144, 1, 1, 7, 7, 7];
    const { bytes } = clean(Uint8Array.from([0xff, 0xd8, ...jfif, ...plain.subarray(20)]));
    expect([...bytes.subarray(2, 20)]).toEqual([
      ...[0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 2, 1, 0, 144, 0, 144, 0, 0],
    ]);
    expect(bytes.subarray(20)).toEqual(plain.subarray(20));
  });

  it('loses the fill before its markers, also within the data', () => {
    const plain = readPicture('jpeg-restarts.jpg');
    const parts = pictureParts['image/jpeg'](plain).flatMap(({ name, bytes }) => {
      if (name === 'start') return [...bytes];
      if (name !== 'data') return [0xff, 0xff, ...bytes];
      return [...bytes].flatMap((byte, at) => (byte === 0xff && bytes[at + 1] !== 0 ? [0xff, 0xff, 0xff] : [byte]));
    });
    expect(parts.length).toBeGreaterThan(plain.length + 20);
    expect(clean(Uint8Array.from(parts)).bytes).toEqual(clean(plain).bytes);
  });

  it('says in a WebP only what is still there', () => {
    const { bytes } = clean(readPicture('webp-camera.webp'));
    expect(bytes[20]).toBe(0x20);
  });

  it('says of a frame in a WebP only how it covers the last one', () => {
    const given = readPicture('webp-moving.webp');
    const flags = Buffer.from(given).indexOf('ANMF') + 8 + 15;
    given[flags] = (given[flags] ?? 0) | 0xfc;
    expect(clean(given).bytes).toEqual(clean(readPicture('webp-moving.webp')).bytes);
  });

  it('runs as often as before', () => {
    const { bytes } = clean(readPicture('gif-moving.gif'));
    const loop = Buffer.from(bytes).indexOf('NETSCAPE2.0');
    expect([...bytes.subarray(loop + 11, loop + 16)]).toEqual([3, 1, 3, 0, 0]);
  });

  it('says once how often it runs', () => {
    const given = Buffer.from(readPicture('gif-moving.gif'));
    const loop = given.indexOf('NETSCAPE2.0') - 3;
    const twice = Buffer.concat([given.subarray(0, loop + 19), given.subarray(loop)]);
    expect(twice.length).toBe(given.length + 19);
    expect(clean(new Uint8Array(twice)).bytes).toEqual(clean(new Uint8Array(given)).bytes);
  });
});

describe('what is not a picture', () => {
  it.each([
    ['heic', 'other-heic.heic'],
    ['avif', 'other-avif.avif'],
    ['tiff', 'other-tiff.tif'],
    ['bmp', 'other-bmp.bmp'],
    ['svg', 'other-svg.svg'],
  ])('that is taken in, such as %s, is told by its kind', (format, name) => {
    expect(cleanPicture(readPicture(name))).toEqual({ ok: false, reason: 'unsupported', format });
  });

  it('is told from nothing at all', () => {
    expect(cleanPicture(new Uint8Array())).toEqual({ ok: false, reason: 'empty' });
    expect(cleanPicture(Uint8Array.of(1))).toEqual({ ok: false, reason: 'not-a-picture' });
  });
});
