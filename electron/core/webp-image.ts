import { damaged, type PictureRefusal } from './cleaned-picture';
import { bigEndian16, littleEndian16, littleEndian24, littleEndian32 } from './read-bytes';

/** How large a coded image is, in pixels. */
export type WebpSize = { readonly width: number; readonly height: number };

/** The start of a VP8 key frame (RFC 6386, 9.1); only such a frame can stand alone. */
const readLossy = (content: Uint8Array): WebpSize | PictureRefusal => {
  const tag = littleEndian24(content, 0);
  const isKey = (tag & 1) === 0 && ((tag >> 1) & 7) <= 3 && ((tag >> 4) & 1) === 1;
  const hasStart = content[3] === 0x9d && bigEndian16(content, 4) === 0x012a;
  if (content.length < 11 || !isKey || !hasStart || 10 + (tag >> 5) > content.length) return damaged;
  // The two bits above each are how much a decoder may enlarge it, which none does.
  const width = littleEndian16(content, 6) & 0x3fff;
  const height = littleEndian16(content, 8) & 0x3fff;
  return width === 0 || height === 0 ? damaged : { width, height };
};

/** The start of a VP8L image (RFC 9649, 3.4). */
const readLossless = (content: Uint8Array): WebpSize | PictureRefusal => {
  const size = littleEndian32(content, 1);
  if (content.length < 6 || content[0] !== 0x2f || size >>> 29 !== 0) return damaged;
  return { width: (size & 0x3fff) + 1, height: ((size >>> 14) & 0x3fff) + 1 };
};

/** How large the image in a chunk of that name is, or what is wrong with it. */
export const readWebpImage = (name: 'VP8 ' | 'VP8L', content: Uint8Array): WebpSize | PictureRefusal =>
  name === 'VP8 ' ? readLossy(content) : readLossless(content);

/** Whether the content of an ALPH chunk begins as it must, with a known compression, and is not empty (RFC 9649, 2.7.1.2). */
export const isAlpha = (content: Uint8Array): boolean => content.length > 1 && ((content[0] ?? 0) & 3) <= 1;
