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
  u16,
  without,
} from './hostile-picture';
import { jpegParts } from './picture-parts';
import { readPicture } from './pictures';

const segment = (code: number, content: Uint8Array | readonly number[] | string): Uint8Array =>
  join([0xff, code, ...u16(join(content).length + 2)], content);
const photo = jpegParts(readPicture('jpeg-plain.jpg'));
const restarting = readPicture('jpeg-restarts.jpg');

/** What may be wrong with a JPEG, or hidden in it. */
export const hostileJpegs: readonly HostilePicture[] = hostile('a JPEG ', [
  ['without a frame', without(photo, 'c0'), 'damaged'],
  ['with its frame twice', before(photo, 'da', partOf(photo, 'c0')), 'damaged'],
  ['with its frame behind the scan', before(jpegParts(without(photo, 'c0')), 'end', partOf(photo, 'c0')), 'damaged'],
  ['with a second frame behind the scan', before(photo, 'end', partOf(photo, 'c0')), 'damaged'],
  ['without quantization', without(photo, 'db'), 'damaged'],
  ['without a scan', without(jpegParts(without(photo, 'data')), 'da'), 'damaged'],
  ['with an empty scan', without(photo, 'data'), 'damaged'],
  ['without an end', without(photo, 'end'), 'damaged'],
  ['of nothing but start and end', join([0xff, 0xd8, 0xff, 0xd9]), 'damaged'],
  ['of a start alone', join([0xff, 0xd8, 0xff]), 'damaged'],
  ['of no height', edited(photo, 'c0', (bytes) => bytes.writeUInt16BE(0, 5)), 'damaged'],
  ['of no width', edited(photo, 'c0', (bytes) => bytes.writeUInt16BE(0, 7)), 'damaged'],
  ['of 65,535 by 65,535 pixels', edited(photo, 'c0', (bytes) => bytes.fill(0xff, 5, 9)), 'too-large'],
  [
    'of 10,001 by 10,000 pixels',
    edited(photo, 'c0', (bytes) => bytes.set([...u16(10_001), ...u16(10_000)], 5)),
    'too-large',
  ],
  ['of 12 bits', edited(photo, 'c0', (bytes) => bytes.writeUInt8(12, 4)), 'unsupported'],
  ['with fewer components than it says', edited(photo, 'c0', (bytes) => bytes.writeUInt8(4, 9)), 'damaged'],
  ['with sampling by nought', edited(photo, 'c0', (bytes) => bytes.writeUInt8(0x01, 11)), 'damaged'],
  [
    'with the same component three times',
    edited(photo, 'c0', (bytes) =>
      bytes.set(
        [1, 1, 1].flatMap((id) => [id, 0x11, 0]),
        10,
      ),
    ),
    'damaged',
  ],
  ['with a frame of lossless kind', edited(photo, 'c0', (bytes) => bytes.writeUInt8(0xc3, 1)), 'unsupported'],
  ['with a frame of arithmetic kind', edited(photo, 'c0', (bytes) => bytes.writeUInt8(0xc9, 1)), 'unsupported'],
  ['with arithmetic conditions', before(photo, 'da', segment(0xcc, [0, 0])), 'unsupported'],
  ['with a hierarchy', before(photo, 'c0', segment(0xde, [0, 0])), 'unsupported'],
  ['with a scan of unknown components', edited(photo, 'da', (bytes) => bytes.writeUInt8(77, 5)), 'damaged'],
  ['with a scan of one component of three', replaced(photo, 'da', () => segment(0xda, [1, 1, 0, 0, 63, 0])), 'damaged'],
  ['with a scan of no components', replaced(photo, 'da', () => segment(0xda, [0, 0, 63, 0])), 'damaged'],
  ['with a scan whose count lies', edited(photo, 'da', (bytes) => bytes.writeUInt8(2, 4)), 'damaged'],
  [
    'with a table of quantization cut off',
    replaced(photo, 'db', (bytes) => segment(0xdb, bytes.subarray(4, 40))),
    'damaged',
  ],
  ['with an empty table of quantization', replaced(photo, 'db', () => segment(0xdb, [])), 'damaged'],
  ['with a table of codes too long for it', edited(photo, 'c4', (bytes) => bytes.fill(255, 5, 21)), 'damaged'],
  ['with an empty table of codes', before(photo, 'da', segment(0xc4, [])), 'damaged'],
  [
    'with words behind a table of codes',
    before(photo, 'da', segment(0xc4, join([0], new Uint8Array(16), script))),
    'damaged',
  ],
  ['with a restart interval of three bytes', before(photo, 'da', segment(0xdd, [0, 1, 1])), 'damaged'],
  ['with restarts nobody announced', replaced(photo, 'data', (bytes) => join(bytes, [0xff, 0xd0], bytes)), 'damaged'],
  [
    'with restarts out of order',
    replaced(jpegParts(restarting), 'data', (bytes) => {
      const at = bytes.indexOf(Buffer.from([255, 0xd0]));
      bytes.writeUInt8(0xd5, at + 1);
      return bytes;
    }),
    'damaged',
  ],
  ['with a segment of length 0', before(photo, 'c0', join([0xff, 0xe5, 0, 0])), 'damaged'],
  ['with a segment of length 1', before(photo, 'c0', join([0xff, 0xe5, 0, 1])), 'damaged'],
  ['with a segment that reaches past the end', before(photo, 'end', join([0xff, 0xe5, 0xff, 0xff])), 'damaged'],
  ['with words between its segments', before(photo, 'c0', join(script)), 'damaged'],
  ['with a second start', before(photo, 'c0', join([0xff, 0xd8])), 'damaged'],
  ['with a marker of no meaning', before(photo, 'c0', segment(0x02, script)), 'damaged'],
  ['with a reserved marker', before(photo, 'c0', segment(0xf0, script)), 'damaged'],
  ['with a stuffed byte between segments', before(photo, 'c0', join([0xff, 0])), 'damaged'],
  ['with endless fill and nothing behind it', join([0xff, 0xd8], new Uint8Array(500_000).fill(255)), 'damaged'],
  ['with endless fill before its frame', before(photo, 'c0', new Uint8Array(500_000).fill(255)), 'cleaned'],
  [
    'with a stuffed byte behind fill in its data',
    replaced(photo, 'data', (bytes) => join(bytes, [0xff, 0xff, 0])),
    'damaged',
  ],
  ['with a page in a comment', before(photo, 'c0', segment(0xfe, `<html>${script}</html>`)), 'cleaned'],
  [
    'with a page in a comment behind its scan',
    before(photo, 'end', segment(0xfe, `<html>${script}</html>`)),
    'cleaned',
  ],
  ['with a hundred thousand comments', before(photo, 'c0', repeat(segment(0xfe, script), 100_000)), 'cleaned'],
  ['with application data behind its scan', before(photo, 'end', segment(0xe1, `Exif\0\0${script}`)), 'cleaned'],
  ['with a number of lines', before(photo, 'end', segment(0xdc, [0, 32])), 'cleaned'],
  ['with an archive behind its end', join(readPicture('jpeg-plain.jpg'), 'PK\x03\x04', script), 'cleaned'],
  [
    'with another picture behind its end',
    join(readPicture('jpeg-plain.jpg'), readPicture('jpeg-camera.jpg')),
    'cleaned',
  ],
  ['with a page behind its end', join(readPicture('jpeg-plain.jpg'), script), 'cleaned'],
  [
    'with a profile whose parts contradict each other',
    before(
      photo,
      'c0',
      segment(0xe2, `ICC_PROFILE\0\x01\x02${script}`),
      segment(0xe2, `ICC_PROFILE\0\x02\x03${script}`),
    ),
    'cleaned',
  ],
  ['with a profile part of number 0', before(photo, 'c0', segment(0xe2, `ICC_PROFILE\0\x00\x00${script}`)), 'cleaned'],
  ['with a profile that is none', before(photo, 'c0', segment(0xe2, `ICC_PROFILE\0\x01\x01${script}`)), 'cleaned'],
  [
    'with a thumbnail and words in JFIF',
    before(photo, 'c0', segment(0xe0, `JFIF\0\x01\x02\0\0\x01\0\x01\x09\x09${script}`)),
    'cleaned',
  ],
  ['with words behind Adobe', before(photo, 'c0', segment(0xee, `Adobe\0\x64\0\0\0\0\x01${script}`)), 'cleaned'],
  [
    'with EXIF that leads in circles',
    before(photo, 'c0', segment(0xe1, 'Exif\0\0II*\0\x08\0\0\0\xff\xff\x12\x01')),
    'cleaned',
  ],
  [
    'with six hundred scans',
    before(
      jpegParts(readPicture('jpeg-progressive.jpg')),
      'end',
      repeat(join(segment(0xda, [1, 1, 0, 1, 5, 0]), [1, 2]), 600),
    ),
    'damaged',
  ],
]);
