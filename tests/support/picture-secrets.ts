import { inflateSync } from 'node:zlib';
import type { PictureMediaType } from '#core/cleaned-picture';
import { pngParts } from './picture-parts';

/** Numbers of 32 bits as EXIF writes them. */
const numbers = (order: 'BE' | 'LE', values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) {
    if (order === 'BE') bytes.writeUInt32BE(value, index * 4);
    else bytes.writeUInt32LE(value, index * 4);
  }
  return bytes;
};

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** What the pictures in tests/fixtures/pictures say besides what they show, as it lies in their bytes. */
export const secrets: readonly (readonly [what: string, bytes: Buffer])[] = [
  ['54 degrees 19 minutes, most significant byte first', numbers('BE', [54, 1, 19, 1])],
  ['54 degrees 19 minutes, least significant byte first', numbers('LE', [54, 1, 19, 1])],
  ['10 degrees 7 minutes, most significant byte first', numbers('BE', [10, 1, 7, 1])],
  ['the date in a colour profile', Buffer.from([0x07, 0xea, 0, 3, 0, 14, 0, 15, 0, 9, 0, 26])],
  ['a name in UTF-16', wide('Janis Ebbtest')],
  ...[
    'EbbCam 3000',
    'EbbCam works',
    'EbbSoft 7.7',
    'EBB-SERIAL-0042',
    'EBCM',
    'EBBC',
    'profile-checksum',
    'Janis Ebbtest',
    'Ebbtown',
    'A note by',
    'Written by',
    '2026:03:14',
    'date:create',
    '54,19.3',
    'xpacket',
    'adobe:ns:meta',
    'http://ns.adobe.com',
    'Photoshop 3.0',
    'Exif\0',
    'JFXX',
    'MPF\0',
    'jumb',
    'C2PA',
    'caBX',
    'iDOT',
    'tIME',
    'tEXt',
    'zTXt',
    'iTXt',
    'eXIf',
    'EBBX',
    'XMP DataXMP',
    'ftypmp42',
    'mmod',
    'vcgt',
    'behind the table',
  ].map((text) => [JSON.stringify(text), Buffer.from(text, 'latin1')] as const),
];

const inflatedOf = (bytes: Uint8Array): Buffer[] =>
  pngParts(bytes).flatMap(({ name, bytes: chunk }) => {
    if (name !== 'iCCP' && name !== 'zTXt') return [];
    const content = Buffer.from(chunk.subarray(8, -4));
    return [inflateSync(content.subarray(content.indexOf(0) + 2))];
  });

/** The secrets that lie in a picture, also where a PNG has deflated them. */
export const secretsIn = (mediaType: PictureMediaType, bytes: Uint8Array): string[] => {
  const places = [Buffer.from(bytes), ...(mediaType === 'image/png' ? inflatedOf(bytes) : [])];
  return secrets.filter(([, secret]) => places.some((place) => place.includes(secret))).map(([what]) => what);
};
