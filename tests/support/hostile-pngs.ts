import { crc32, deflateSync } from 'node:zlib';
import {
  before,
  edited,
  type HostilePicture,
  hostile,
  join,
  partOf,
  repeat,
  replaced,
  script,
  u32,
  without,
} from './hostile-picture';
import { pngParts } from './picture-parts';
import { readPicture } from './pictures';

const chunk = (name: string, content: Uint8Array | readonly number[] | string): Uint8Array => {
  const named = join(name, content);
  return join(u32(named.length - 4), named, u32(crc32(named)));
};
const drawing = pngParts(readPicture('png-alpha.png'));
const palette = pngParts(readPicture('png-palette.png'));
const film = pngParts(readPicture('png-moving.png'));
const headerOf = (width: number, height: number, rest: readonly number[] = [8, 6, 0, 0, 0]): Uint8Array =>
  chunk('IHDR', [...u32(width), ...u32(height), ...rest]);
const withHeader = (header: Uint8Array) => replaced(drawing, 'IHDR', () => header);
const profileChunk = (profile: Uint8Array): Uint8Array =>
  chunk('iCCP', join('x\0\0', new Uint8Array(deflateSync(profile))));

/** What may be wrong with a PNG, or hidden in it. */
export const hostilePngs: readonly HostilePicture[] = hostile('a PNG ', [
  ['without a header', without(drawing, 'IHDR'), 'damaged'],
  ['with its header twice', before(drawing, 'IDAT', partOf(drawing, 'IHDR')), 'damaged'],
  ['with its header behind something else', before(drawing, 'IHDR', chunk('gAMA', u32(45455))), 'damaged'],
  ['of a header too long', withHeader(chunk('IHDR', [...u32(48), ...u32(32), 8, 6, 0, 0, 0, 0])), 'damaged'],
  ['of no width', withHeader(headerOf(0, 32)), 'damaged'],
  ['of no height', withHeader(headerOf(48, 0)), 'damaged'],
  ['of four thousand million pixels across', withHeader(headerOf(0xffffffff, 1)), 'too-large'],
  ['of 2,147,483,647 by 2,147,483,647 pixels', withHeader(headerOf(0x7fffffff, 0x7fffffff)), 'too-large'],
  ['of 10,000 by 10,001 pixels', withHeader(headerOf(10_000, 10_001)), 'too-large'],
  ['of three bits', withHeader(headerOf(48, 32, [3, 6, 0, 0, 0])), 'damaged'],
  ['of an unknown kind of colour', withHeader(headerOf(48, 32, [8, 5, 0, 0, 0])), 'damaged'],
  ['of another compression', withHeader(headerOf(48, 32, [8, 6, 1, 0, 0])), 'damaged'],
  ['of another filter', withHeader(headerOf(48, 32, [8, 6, 0, 1, 0])), 'damaged'],
  ['of another interlace', withHeader(headerOf(48, 32, [8, 6, 0, 0, 2])), 'damaged'],
  ['without data', without(drawing, 'IDAT'), 'damaged'],
  ['with empty data', replaced(drawing, 'IDAT', () => chunk('IDAT', [])), 'damaged'],
  ['with its data in two places', before(drawing, 'IEND', chunk('tEXt', script), chunk('IDAT', [1])), 'damaged'],
  ['without an end', without(drawing, 'IEND'), 'damaged'],
  ['with an end that holds something', replaced(drawing, 'IEND', () => chunk('IEND', script)), 'damaged'],
  ['with an end of a wrong checksum', edited(drawing, 'IEND', (bytes) => bytes.writeUInt8(1, 11)), 'damaged'],
  ['with a header of a wrong checksum', edited(drawing, 'IHDR', (bytes) => bytes.writeUInt8(1, 24)), 'damaged'],
  ['with data of a wrong checksum', edited(drawing, 'IDAT', (bytes) => bytes.writeUInt8(1, 30)), 'damaged'],
  ['with a palette of a wrong checksum', edited(palette, 'PLTE', (bytes) => bytes.writeUInt8(1, 9)), 'damaged'],
  [
    'with a profile of a wrong checksum',
    before(
      drawing,
      'IDAT',
      edited([{ name: 'x', from: 0, bytes: profileChunk(join(script)) }], 'x', (bytes) => bytes.writeUInt8(1, 8)),
    ),
    'damaged',
  ],
  ['with a text of a wrong checksum', before(drawing, 'IDAT', join(u32(25), 'tEXt', script, [1, 2, 3, 4])), 'cleaned'],
  ['with a chunk longer than the file', before(drawing, 'IDAT', join(u32(0x7fffffff), 'tEXt')), 'damaged'],
  ['with a chunk whose length would point back', before(drawing, 'IDAT', join(u32(0xfffffff4), 'tEXt')), 'damaged'],
  ['with a chunk named by no letters', before(drawing, 'IDAT', chunk('t\0Xt', script)), 'damaged'],
  ['with an unknown chunk it cannot do without', before(drawing, 'IDAT', chunk('EVIL', script)), 'unsupported'],
  [
    'with unknown chunks it can do without',
    before(drawing, 'IDAT', chunk('evIL', script), chunk('evIl', script)),
    'cleaned',
  ],
  ['with a hundred thousand empty texts', before(drawing, 'IDAT', repeat(chunk('tEXt', []), 100_000)), 'cleaned'],
  [
    'with a hundred thousand empty pieces of data',
    before(drawing, 'IDAT', repeat(chunk('IDAT', []), 100_000)),
    'cleaned',
  ],
  ['with a page behind its end', join(readPicture('png-alpha.png'), `<html>${script}</html>`), 'cleaned'],
  ['with an archive behind its end', join(readPicture('png-alpha.png'), 'PK\x03\x04'), 'cleaned'],
  ['with a page in a text', before(drawing, 'IDAT', chunk('tEXt', `Comment\0<html>${script}</html>`)), 'cleaned'],
  ['with a page in EXIF', before(drawing, 'IDAT', chunk('eXIf', `II*\0\xff\xff\xff\xff${script}`)), 'cleaned'],
  ['of places without a palette', without(palette, 'PLTE'), 'damaged'],
  ['with its palette twice', before(palette, 'IDAT', partOf(palette, 'PLTE')), 'damaged'],
  [
    'with its palette behind the data',
    before(pngParts(without(palette, 'PLTE')), 'IEND', partOf(palette, 'PLTE')),
    'damaged',
  ],
  ['with a palette of four bytes', replaced(palette, 'PLTE', () => chunk('PLTE', [1, 2, 3, 4])), 'damaged'],
  ['with a palette of 257 colours', replaced(palette, 'PLTE', () => chunk('PLTE', new Uint8Array(771))), 'damaged'],
  ['with more transparency than colours', replaced(palette, 'tRNS', () => chunk('tRNS', new Uint8Array(9))), 'damaged'],
  [
    'with transparency of a wrong size',
    before(pngParts(readPicture('png-16-bit.png')), 'IDAT', chunk('tRNS', [1])),
    'damaged',
  ],
  ['with words for a gamma', before(drawing, 'IDAT', chunk('gAMA', script)), 'damaged'],
  ['with words for a density', before(drawing, 'IDAT', chunk('pHYs', script)), 'damaged'],
  ['with words for colours', before(drawing, 'IDAT', chunk('cHRM', script)), 'damaged'],
  ['with a second gamma', before(drawing, 'IDAT', chunk('gAMA', u32(45455)), chunk('gAMA', script)), 'cleaned'],
  ['with words for a density behind the data', before(drawing, 'IEND', chunk('pHYs', script)), 'cleaned'],
  ['with words for a profile', before(drawing, 'IDAT', chunk('iCCP', `x\0\0${script}`)), 'cleaned'],
  ['with a profile that is none', before(drawing, 'IDAT', profileChunk(join(script))), 'cleaned'],
  ['with a profile that is a bomb', before(drawing, 'IDAT', profileChunk(new Uint8Array(50_000_000))), 'cleaned'],
  ['with a profile without a name', before(drawing, 'IDAT', chunk('iCCP', `\0\0${script}`)), 'cleaned'],
  [
    'with ten thousand profiles',
    before(drawing, 'IDAT', repeat(profileChunk(new Uint8Array(1000)), 10_000)),
    'cleaned',
  ],
  ['with frames nobody announced', before(drawing, 'IEND', chunk('fcTL', script), chunk('fdAT', script)), 'cleaned'],
  ['with an animation announced behind its data', before(drawing, 'IEND', chunk('acTL', script)), 'cleaned'],
  ['with an animation of no frames', replaced(film, 'acTL', () => chunk('acTL', [...u32(0), ...u32(0)])), 'damaged'],
  [
    'with an animation of 2,001 frames',
    replaced(film, 'acTL', () => chunk('acTL', [...u32(2001), ...u32(0)])),
    'too-large',
  ],
  [
    'with an animation of more frames than it has',
    replaced(film, 'acTL', () => chunk('acTL', [...u32(4), ...u32(0)])),
    'damaged',
  ],
  [
    'with an animation of fewer frames than it has',
    replaced(film, 'acTL', () => chunk('acTL', [...u32(2), ...u32(0)])),
    'damaged',
  ],
  ['with an animation of words', replaced(film, 'acTL', () => chunk('acTL', script)), 'damaged'],
  ['with frames out of order', before(film, 'IEND', chunk('fdAT', [...u32(77), 1])), 'damaged'],
  [
    'with a frame outside the picture',
    replaced(film, 'fcTL', (bytes) => {
      bytes.writeUInt32BE(0xffffffff, 20);
      return chunk('fcTL', bytes.subarray(8, 34));
    }),
    'damaged',
  ],
  [
    'with a frame of no size',
    replaced(film, 'fcTL', (bytes) => {
      bytes.writeUInt32BE(0, 12);
      return chunk('fcTL', bytes.subarray(8, 34));
    }),
    'damaged',
  ],
  [
    'with frame data for a frame that is the picture itself',
    join(
      partOf(film, 'start'),
      partOf(film, 'IHDR'),
      chunk('acTL', [...u32(1), ...u32(0)]),
      partOf(film, 'fcTL'),
      partOf(film, 'IDAT'),
      chunk('fdAT', [...u32(1), 1]),
      partOf(film, 'IEND'),
    ),
    'damaged',
  ],
  ['with a frame without data', without(film, 'fdAT'), 'damaged'],
  ['of an iPhone’s own kind', before(drawing, 'IHDR', chunk('CgBI', [0x50, 0, 0x20, 2])), 'unsupported'],
]);
