import { crc32 } from 'node:zlib';
import type { PictureMediaType } from '#core/cleaned-picture';

/** A piece of a picture, by the name its format gives it. */
export type PicturePart = { readonly name: string; readonly from: number; readonly bytes: Uint8Array };

const text = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

const must = (holds: boolean, what: string) => {
  if (!holds) throw new Error(`not a whole picture: ${what}`);
};

const applicationNames = ['JFIF\0', 'Exif\0\0', 'ICC_PROFILE\0', 'Adobe'];

const segmentName = (code: number, content: Uint8Array): string => {
  const hex = code.toString(16);
  if (code < 0xe0 || code > 0xef) return hex;
  const name = applicationNames.find((one) => text(content, 0, one.length) === one);
  return name === undefined ? `${hex} other` : `${hex} ${name.replaceAll('\0', '')}`;
};

/** Everything in a JPEG up to its end; throws where something else than the next piece lies. */
export const jpegParts = (bytes: Uint8Array): PicturePart[] => {
  const view = Buffer.from(bytes);
  must(text(bytes, 0, 2) === '\xff\xd8', 'no start');
  const parts: PicturePart[] = [{ name: 'start', from: 0, bytes: bytes.subarray(0, 2) }];
  for (let at = 2; ; ) {
    must(bytes[at] === 0xff && at + 1 < bytes.length, `no marker at ${at}`);
    const code = view.readUInt8(at + 1);
    if (code === 0xd9) return [...parts, { name: 'end', from: at, bytes: bytes.subarray(at, at + 2) }];
    must(at + 4 <= bytes.length, 'cut in a segment');
    const end = at + 2 + view.readUInt16BE(at + 2);
    must(code >= 0xc0 && code !== 0xff && end >= at + 4 && end <= bytes.length, `no segment at ${at}`);
    parts.push({ name: segmentName(code, bytes.subarray(at + 4, end)), from: at, bytes: bytes.subarray(at, end) });
    at = end;
    if (code !== 0xda) continue;
    while (at < bytes.length && !(bytes[at] === 0xff && !/^(0|d[0-7])$/.test((bytes[at + 1] ?? 0).toString(16))))
      at += 1;
    parts.push({ name: 'data', from: end, bytes: bytes.subarray(end, at) });
  }
};

/** Everything in a PNG up to its end, the checksums verified. */
export const pngParts = (bytes: Uint8Array): PicturePart[] => {
  const view = Buffer.from(bytes);
  must(text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n', 'no start');
  const parts: PicturePart[] = [{ name: 'start', from: 0, bytes: bytes.subarray(0, 8) }];
  for (let at = 8; parts.at(-1)?.name !== 'IEND'; ) {
    must(at + 12 <= bytes.length, 'no end');
    const end = at + 12 + view.readUInt32BE(at);
    must(end <= bytes.length && crc32(view.subarray(at + 4, end - 4)) === view.readUInt32BE(end - 4), `chunk at ${at}`);
    parts.push({ name: text(bytes, at + 4, at + 8), from: at, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return parts;
};

const riffParts = (bytes: Uint8Array, stretch: { from: number; to: number; within: string }): PicturePart[] => {
  const view = Buffer.from(bytes);
  const parts: PicturePart[] = [];
  for (let at = stretch.from; at < stretch.to; ) {
    must(at + 8 <= stretch.to, 'cut in a chunk');
    const size = view.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    must(end <= stretch.to && (size % 2 === 0 || bytes[end - 1] === 0), `chunk at ${at}`);
    const name = stretch.within + text(bytes, at, at + 4);
    parts.push({ name, from: at, bytes: bytes.subarray(at, end) });
    if (name === 'ANMF') parts.push(...riffParts(bytes, { from: at + 24, to: at + 8 + size, within: 'ANMF ' }));
    at = end;
  }
  return parts;
};

/** Everything in a WebP up to the end it announces, frames and what is in them. */
export const webpParts = (bytes: Uint8Array): PicturePart[] => {
  const end = 8 + Buffer.from(bytes).readUInt32LE(4);
  must(text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP' && end <= bytes.length, 'no start');
  return [
    { name: 'start', from: 0, bytes: bytes.subarray(0, 12) },
    ...riffParts(bytes, { from: 12, to: end, within: '' }),
  ];
};

const endOfBlocks = (bytes: Uint8Array, from: number): number => {
  let at = from;
  while (bytes[at] !== 0) {
    must(at < bytes.length, 'cut in blocks');
    at += 1 + (bytes[at] ?? 0);
  }
  return at + 1;
};

const tableSize = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);

const extensionName = (bytes: Uint8Array, at: number): string => {
  const label = (bytes[at + 1] ?? 0).toString(16);
  return label === 'ff' ? `ff ${text(bytes, at + 3, at + 3 + (bytes[at + 2] ?? 0))}` : label;
};

/** Everything in a GIF up to its end. */
export const gifParts = (bytes: Uint8Array): PicturePart[] => {
  const start = 13 + tableSize(bytes[10] ?? 0);
  must(/^GIF8[79]a$/.test(text(bytes, 0, 6)) && start <= bytes.length, 'no start');
  const parts: PicturePart[] = [{ name: 'start', from: 0, bytes: bytes.subarray(0, start) }];
  for (let at = start; ; ) {
    const kind = bytes[at];
    if (kind === 0x3b) return [...parts, { name: 'end', from: at, bytes: bytes.subarray(at, at + 1) }];
    must(kind === 0x21 || kind === 0x2c, `no block at ${at}`);
    const name = kind === 0x2c ? 'image' : extensionName(bytes, at);
    const end = endOfBlocks(bytes, kind === 0x2c ? at + 11 + tableSize(bytes[at + 9] ?? 0) : at + 2);
    must(end <= bytes.length, 'cut in a block');
    parts.push({ name, from: at, bytes: bytes.subarray(at, end) });
    at = end;
  }
};

/** Everything in a picture of that kind. */
export const pictureParts: Readonly<Record<PictureMediaType, (bytes: Uint8Array) => PicturePart[]>> = {
  'image/jpeg': jpegParts,
  'image/png': pngParts,
  'image/webp': webpParts,
  'image/gif': gifParts,
};

const allowed: Readonly<Record<PictureMediaType, RegExp>> = {
  'image/jpeg': /^(start|e0 JFIF|e2 ICC_PROFILE|ee Adobe|db|c[0124]|dd|da|data|end)$/,
  'image/png': /^(start|IHDR|PLTE|tRNS|IDAT|IEND|gAMA|cHRM|sRGB|iCCP|sBIT|cICP|bKGD|pHYs|acTL|fcTL|fdAT)$/,
  'image/webp': /^(start|VP8X|ICCP|ANIM|ANMF|(ANMF )?(ALPH|VP8 |VP8L))$/,
  'image/gif': /^(start|f9|ff NETSCAPE2\.0|ff ANIMEXTS1\.0|image|end)$/,
};

/** Names of pieces that a cleaned picture may not have, and bytes behind its end; none, then. */
export const strangersIn = (mediaType: PictureMediaType, bytes: Uint8Array): string[] => {
  const parts = pictureParts[mediaType](bytes);
  const last = Math.max(...parts.map((part) => part.from + part.bytes.length));
  const strangers = parts.map((part) => part.name).filter((name) => !allowed[mediaType].test(name));
  return last === bytes.length ? strangers : [...strangers, 'bytes behind the end'];
};

const shows: Readonly<Record<PictureMediaType, RegExp>> = {
  'image/jpeg': /^(db|c[0124]|dd|da|data)$/,
  'image/png': /^(IHDR|PLTE|tRNS|IDAT|acTL|fcTL|fdAT)$/,
  'image/webp': /^(ANIM|ANMF|(ANMF )?(ALPH|VP8 |VP8L))$/,
  'image/gif': /^(start|f9|image)$/,
};

/** What makes the pixels, byte for byte, in order. */
export const pixelParts = (mediaType: PictureMediaType, bytes: Uint8Array): string[] =>
  pictureParts[mediaType](bytes)
    .filter((part) => shows[mediaType].test(part.name))
    .map((part) => `${part.name} ${Buffer.from(part.bytes).toString('hex')}`);
