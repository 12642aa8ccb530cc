import type { Orientation } from './cleaned-picture';
import { bigEndian16, bigEndian32, hasText, littleEndian16, littleEndian32 } from './read-bytes';

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

const isOrientation = (value: number): value is Orientation => Number.isInteger(value) && value >= 1 && value <= 8;

/**
 * How EXIF data, from its byte order on, says that the picture is to be turned; 1 where it says nothing, or nothing
 * sensible. Only the first directory is read, in either byte order (TIFF 6.0, section 2; Exif 2.3, 4.6.4).
 */
export const readOrientation = (exif: Uint8Array): Orientation => {
  const little = hasText(exif, 0, 'II*\0');
  if (!little && !hasText(exif, 0, 'MM\0*')) return 1;
  const read16 = little ? littleEndian16 : bigEndian16;
  const read32 = little ? littleEndian32 : bigEndian32;
  const directory = read32(exif, 4);
  const count = read16(exif, directory);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > exif.length) return 1;
    if (read16(exif, at) !== ORIENTATION_TAG) continue;
    const value = read16(exif, at + 8);
    return read16(exif, at + 2) === SHORT && read32(exif, at + 4) === 1 && isOrientation(value) ? value : 1;
  }
  return 1;
};

/** The same of a block that may begin with "Exif" and two zeros, as in JPEG and, by some writers, elsewhere. */
export const readBlockOrientation = (block: Uint8Array): Orientation =>
  readOrientation(hasText(block, 0, 'Exif\0\0') ? block.subarray(6) : block);
