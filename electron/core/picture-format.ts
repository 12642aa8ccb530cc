import { bigEndian16, bigEndian32, fourLetters, hasText, latin1, littleEndian32 } from './read-bytes';

/** The kinds of pictures that are told apart; not all of them are taken in. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'heic' | 'avif' | 'tiff' | 'bmp' | 'svg';

/** How far into a text its first element is looked for. */
const MAX_PROLOGUE = 64 * 1024;
/** How many brands of a file are read; real ones have fewer than ten. */
const MAX_BRANDS = 64;

/** The sizes a bitmap's second header has had, from OS/2 1.x to BITMAPV5HEADER. */
const bitmapHeaders = new Set([12, 16, 40, 52, 56, 64, 108, 124]);

const avifBrands = new Set(['avif', 'avis']);
/** ISO/IEC 23008-12, annex B, and the brands of its structure alone. */
const heifBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'hevm', 'hevs', 'mif1', 'msf1', 'mif2']);

const isBitmap = (bytes: Uint8Array): boolean =>
  hasText(bytes, 0, 'BM') && bigEndian32(bytes, 6) === 0 && bitmapHeaders.has(littleEndian32(bytes, 14));

const isTiff = (bytes: Uint8Array): boolean =>
  ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].some((start) => hasText(bytes, 0, start));

/** AVIF and HEIC share a container and differ by the brands in its first box (ISO/IEC 14496-12, 4.3). */
const recogniseBoxes = (bytes: Uint8Array): 'heic' | 'avif' | null => {
  const size = bigEndian32(bytes, 0);
  if (!hasText(bytes, 4, 'ftyp') || size < 16 || size % 4 !== 0) return null;
  const end = Math.min(size, bytes.length, 16 + 4 * MAX_BRANDS);
  const brands = [fourLetters(bytes, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(fourLetters(bytes, at));
  if (brands.some((brand) => avifBrands.has(brand))) return 'avif';
  return brands.some((brand) => heifBrands.has(brand)) ? 'heic' : null;
};

/** The start of a text in UTF-8 or, with a mark of its byte order, UTF-16; other characters than ASCII do not matter. */
const readPrologue = (bytes: Uint8Array): string => {
  const mark = bigEndian16(bytes, 0);
  const wide = mark === 0xfeff || mark === 0xfffe;
  const start = wide ? 2 : hasText(bytes, 0, '\xef\xbb\xbf') ? 3 : 0;
  const end = Math.min(bytes.length, start + MAX_PROLOGUE);
  const parts: string[] = [];
  for (let at = start; at < end; at += 4096) parts.push(latin1(bytes, at, Math.min(4096, end - at)));
  return wide ? parts.join('').replaceAll('\0', '') : parts.join('');
};

/** What may stand before a drawing's first element, and what ends each; null where something else stands. */
const endOfProlog = (text: string): string | null => {
  if (text.startsWith('<?')) return '?>';
  if (text.startsWith('<!--')) return '-->';
  if (!/^<!doctype\s/i.test(text)) return null;
  const bracket = text.indexOf('[');
  const end = text.indexOf('>');
  return bracket !== -1 && bracket < end ? ']>' : '>';
};

const isDrawing = (bytes: Uint8Array): boolean => {
  let text = readPrologue(bytes).trimStart();
  for (let end = endOfProlog(text); end !== null; end = endOfProlog(text)) {
    const at = text.indexOf(end);
    if (at === -1) return false;
    text = text.slice(at + end.length).trimStart();
  }
  return /^<(?:[A-Za-z][\w.-]*:)?svg[\s/>]/.test(text);
};

/** What kind of picture the bytes begin like, never mind what they are called; null for anything else. */
export const recogniseFormat = (bytes: Uint8Array): PictureFormat | null => {
  if (hasText(bytes, 0, '\xff\xd8\xff')) return 'jpeg';
  if (hasText(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (hasText(bytes, 0, 'GIF87a') || hasText(bytes, 0, 'GIF89a')) return 'gif';
  if (hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP')) return 'webp';
  if (isTiff(bytes)) return 'tiff';
  if (isBitmap(bytes)) return 'bmp';
  return recogniseBoxes(bytes) ?? (isDrawing(bytes) ? 'svg' : null);
};
