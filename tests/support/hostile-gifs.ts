import {
  before,
  edited,
  type HostilePicture,
  hostile,
  join,
  le16,
  partOf,
  repeat,
  replaced,
  script,
  without,
} from './hostile-picture';
import { gifParts } from './picture-parts';
import { readPicture } from './pictures';

const still = gifParts(readPicture('gif-plain.gif'));
const image = partOf(still, 'image');
const extension = (label: number, ...blocks: readonly (string | readonly number[])[]): Uint8Array =>
  join([0x21, label], ...blocks.flatMap((block) => [[join(block).length], block]), [0]);
const loop = extension(0xff, 'NETSCAPE2.0', [1, 0, 0]);
const polyglot = join(
  'GIF89a/*\0\x20\0\0\0',
  image.subarray(0, 9),
  [0x80, 0, 0, 0, 0, 0, 0, 2, 2, 0x4c, 1, 0],
  extension(0xfe, '*/=1;alert(1)//'),
  [0x3b],
);

/** What may be wrong with a GIF, or hidden in it. */
export const hostileGifs: readonly HostilePicture[] = hostile('a GIF ', [
  ['of a header alone', join('GIF89a'), 'damaged'],
  ['of no width', edited(still, 'start', (bytes) => bytes.writeUInt16LE(0, 6)), 'damaged'],
  ['of no height', edited(still, 'start', (bytes) => bytes.writeUInt16LE(0, 8)), 'damaged'],
  ['of 65,535 by 65,535 pixels', edited(still, 'start', (bytes) => bytes.fill(255, 6, 10)), 'too-large'],
  ['whose colours are longer than the file', join('GIF89a', le16(48), le16(32), [0x87, 0, 0]), 'damaged'],
  ['without an image', without(still, 'image'), 'damaged'],
  ['without an end', without(still, 'end'), 'damaged'],
  ['with a page between its blocks', before(still, 'image', join(script)), 'damaged'],
  ['with a stray nought between its blocks', before(still, 'image', join([0])), 'damaged'],
  ['with an image outside its canvas', edited(still, 'image', (bytes) => bytes.writeUInt16LE(1, 1)), 'damaged'],
  ['with an image of no width', edited(still, 'image', (bytes) => bytes.writeUInt16LE(0, 5)), 'damaged'],
  ['with an image of no height', edited(still, 'image', (bytes) => bytes.writeUInt16LE(0, 7)), 'damaged'],
  ['with an image of codes of no bits', edited(still, 'image', (bytes) => bytes.writeUInt8(0, 10)), 'damaged'],
  ['with an image of codes of 13 bits', edited(still, 'image', (bytes) => bytes.writeUInt8(13, 10)), 'damaged'],
  ['with an image without data', replaced(still, 'image', (bytes) => join(bytes.subarray(0, 11), [0])), 'damaged'],
  [
    'with an image whose colours reach past the end',
    edited(still, 'image', (bytes) => bytes.writeUInt8(0x87, 9)),
    'damaged',
  ],
  ['with an image cut off', join(partOf(still, 'start'), image.subarray(0, -1)), 'damaged'],
  ['with a control of five bytes', before(still, 'image', extension(0xf9, [0, 0, 0, 0, 0])), 'damaged'],
  ['with a control of two blocks', before(still, 'image', extension(0xf9, [0, 0, 0, 0], script)), 'damaged'],
  ['with a control cut off', join(partOf(still, 'start'), [0x21, 0xf9, 4]), 'damaged'],
  ['with a comment that never ends', before(still, 'end', join([0x21, 0xfe, 255])), 'damaged'],
  ['with a page in a comment', before(still, 'image', extension(0xfe, `<html>${script}</html>`)), 'cleaned'],
  [
    'with a comment of a hundred thousand blocks',
    before(still, 'image', join([0x21, 0xfe], repeat(join([1], 'x'), 100_000), [0])),
    'cleaned',
  ],
  ['with a hundred thousand comments', before(still, 'image', repeat(extension(0xfe), 100_000)), 'cleaned'],
  [
    'with a plain text',
    before(still, 'image', extension(0x01, '\0\0\0\0\x30\0\x20\0\x08\x08\0\x01', script)),
    'cleaned',
  ],
  ['with an unknown extension', before(still, 'image', extension(0x77, script)), 'cleaned'],
  ['with an unknown application', before(still, 'image', extension(0xff, 'EVILEVIL1.0', script)), 'cleaned'],
  ['with an application of an odd name', before(still, 'image', extension(0xff, script)), 'cleaned'],
  ['with loops that hold words', before(still, 'image', extension(0xff, 'NETSCAPE2.0', script)), 'cleaned'],
  [
    'with loops that hold words behind',
    before(still, 'image', extension(0xff, 'NETSCAPE2.0', [1, 0, 0], script)),
    'cleaned',
  ],
  ['with a hundred thousand loops', before(still, 'image', repeat(loop, 100_000)), 'cleaned'],
  [
    'with a hundred thousand controls',
    before(still, 'image', repeat(extension(0xf9, [0, 0, 0, 0]), 100_000)),
    'cleaned',
  ],
  ['with a control and no image behind it', before(still, 'end', extension(0xf9, [0, 0, 0, 0])), 'cleaned'],
  ['of 2,001 images', before(still, 'image', repeat(image, 2000)), 'too-large'],
  ['with a page behind its end', join(readPicture('gif-plain.gif'), script), 'cleaned'],
  ['that is a script as well', polyglot, 'cleaned'],
]);
