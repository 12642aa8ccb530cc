import { damaged, findSizeProblem, type PictureRefusal } from './cleaned-picture';
import { bigEndian32 } from './read-bytes';

/** What a PNG's first chunk says. */
export type PngHeader = {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly color: PngColor;
};

/** The kinds of colours: grey, red-green-blue, places in a palette, and the first two with alpha. */
export type PngColor = 0 | 2 | 3 | 4 | 6;

/** Bits a sample may have, by the kind of colour (ISO/IEC 15948, table 11.1). */
const depths: Readonly<Record<PngColor, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

const isColor = (value: number): value is PngColor => value in depths;

/** The content of an IHDR chunk, or what is wrong with it. */
export const readPngHeader = (content: Uint8Array): PngHeader | PictureRefusal => {
  const width = bigEndian32(content, 0);
  const height = bigEndian32(content, 4);
  const [depth = 0, color = 1, compression = 1, filter = 1, interlace = 2] = content.subarray(8, 13);
  if (content.length !== 13 || compression !== 0 || filter !== 0 || interlace > 1) return damaged;
  if (!isColor(color) || !depths[color].includes(depth)) return damaged;
  return findSizeProblem(width, height) ?? { width, height, depth, color };
};

/** Whether a chunk of that name may have that many bytes in such a picture; `entries` is how many colours its palette has. */
export const isPngSize = (name: string, size: number, picture: PngHeader & { readonly entries: number }): boolean => {
  const { color, depth, entries } = picture;
  switch (name) {
    case 'PLTE':
      return size >= 3 && size <= 768 && size % 3 === 0 && (color !== 3 || size / 3 <= 2 ** depth);
    case 'tRNS':
      return color === 3 ? size >= 1 && size <= entries : size === { 0: 2, 2: 6, 4: -1, 6: -1 }[color];
    case 'bKGD':
      return size === { 0: 2, 2: 6, 3: 1, 4: 2, 6: 6 }[color];
    case 'sBIT':
      return size === { 0: 1, 2: 3, 3: 3, 4: 2, 6: 4 }[color];
    case 'gAMA':
    case 'cICP':
      return size === 4;
    case 'cHRM':
      return size === 32;
    case 'sRGB':
      return size === 1;
    case 'pHYs':
      return size === 9;
    default:
      return false;
  }
};
