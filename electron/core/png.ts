import { type CleanedPicture, damaged, type Orientation, type PictureRefusal, unsupported } from './cleaned-picture';
import { crc32 } from './crc-32';
import { readBlockOrientation } from './exif-orientation';
import { rebuildProfile } from './icc-profile';
import { type KeptBytes, keepBytes } from './kept-bytes';
import { isAnimationWhole, type PngAnimation, readAnimation, takeFrameControl, takeFrameData } from './png-animation';
import { isPngSize, type PngHeader, readPngHeader } from './png-header';
import { asBigEndian32, bigEndian32, fourLetters, textBytes } from './read-bytes';
import { readZlib, storeZlib } from './zlib';

/** How long a colour profile may be, deflated and inflated; what is longer is left out. */
const MAX_DEFLATED = 1024 * 1024;
const MAX_PROFILE = 4 * MAX_DEFLATED;
/** The profile's name within the picture, which only people read. */
const PROFILE_NAME = 'Colours';

const SIGNATURE = 8;
/** Length, name and checksum of a chunk. */
const FRAMING = 12;

/** Colours must be said before the palette, the rest of what is kept before the picture's data (ISO/IEC 15948, table 5.3). */
const beforePalette = new Set(['gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'cICP']);
const beforeData = new Set(['tRNS', 'bKGD', 'pHYs', 'acTL']);

type Chunk = { readonly name: string; readonly from: number; readonly content: Uint8Array };

type Walk = {
  readonly bytes: Uint8Array;
  readonly kept: KeptBytes;
  readonly header: PngHeader;
  /** How many colours the palette has. */
  entries: number;
  data: 'before' | 'within' | 'behind';
  dataSize: number;
  readonly seen: Set<string>;
  animation: PngAnimation | null;
  orientation: Orientation | null;
};

const readChunk = (bytes: Uint8Array, from: number): Chunk | null => {
  const size = bigEndian32(bytes, from);
  const name = fourLetters(bytes, from + 4);
  if (from + FRAMING + size > bytes.length || !/^[A-Za-z]{4}$/.test(name)) return null;
  return { name, from, content: bytes.subarray(from + 8, from + 8 + size) };
};

const endOf = ({ from, content }: Chunk): number => from + FRAMING + content.length;

const isSound = ({ bytes }: Walk, chunk: Chunk): boolean => {
  const end = endOf(chunk);
  return crc32(bytes, chunk.from + 4, end - 4) === bigEndian32(bytes, end - 4);
};

const keepChunk = (walk: Walk, chunk: Chunk): PictureRefusal | null => {
  if (!isSound(walk, chunk)) return damaged;
  walk.kept.keep(chunk.from, endOf(chunk));
  return null;
};

const writeChunk = (name: string, content: readonly number[]): Uint8Array => {
  const chunk = Uint8Array.from([...asBigEndian32(content.length), ...textBytes(name), ...content, 0, 0, 0, 0]);
  chunk.set(asBigEndian32(crc32(chunk, 4, chunk.length - 4)), chunk.length - 4);
  return chunk;
};

/** The profile of an iCCP chunk: name, a zero, the kind of compression, and a zlib stream. */
const takeProfile = (walk: Walk, chunk: Chunk): PictureRefusal | null => {
  if (!isSound(walk, chunk)) return damaged;
  const { content } = chunk;
  const name = content.subarray(0, 80).indexOf(0);
  if (name < 1 || content[name + 1] !== 0 || content.length > MAX_DEFLATED) return null;
  const inflated = readZlib(content.subarray(name + 2), MAX_PROFILE);
  const profile = inflated === null ? null : rebuildProfile(inflated);
  // Written without compression it must be read again, whatever it was before.
  if (profile === null || profile.length > MAX_DEFLATED / 2) return null;
  walk.kept.add(writeChunk('iCCP', [...textBytes(`${PROFILE_NAME}\0`), 0, ...storeZlib(profile)]));
  return null;
};

const takePalette = (walk: Walk, chunk: Chunk): PictureRefusal | null => {
  const { header, seen, data } = walk;
  const size = chunk.content.length;
  if (seen.has('PLTE') || data !== 'before' || !isPngSize('PLTE', size, { ...header, entries: 0 })) return damaged;
  // A picture in greys has no use for one, and decoders do not look at it.
  if (header.color === 0 || header.color === 4) return null;
  seen.add('PLTE');
  walk.entries = size / 3;
  return keepChunk(walk, chunk);
};

const takeData = (walk: Walk, chunk: Chunk): PictureRefusal | null => {
  if (walk.data === 'behind' || (walk.header.color === 3 && walk.entries === 0)) return damaged;
  walk.data = 'within';
  walk.dataSize += chunk.content.length;
  if (walk.animation !== null) walk.animation.waiting = false;
  return keepChunk(walk, chunk);
};

const takeAnimation = (walk: Walk, chunk: Chunk): PictureRefusal | null => {
  const animation = readAnimation(chunk.content);
  if ('ok' in animation) return animation;
  walk.animation = animation;
  return keepChunk(walk, chunk);
};

const takeFrame = (walk: Walk, chunk: Chunk): PictureRefusal | null => {
  const { animation, header, data } = walk;
  // Without an announcement they belong to no animation, and nobody shows them.
  if (animation === null) return null;
  const first = data === 'before';
  if (chunk.name === 'fdAT' && first) return damaged;
  const problem =
    chunk.name === 'fdAT'
      ? takeFrameData(animation, chunk.content)
      : takeFrameControl(animation, chunk.content, { header, first });
  return problem ?? keepChunk(walk, chunk);
};

/** Takes what says how the picture looks, once and where it belongs; elsewhere decoders do not look at it. */
const takeAncillary = (walk: Walk, chunk: Chunk): PictureRefusal | null => {
  const { seen, data, header, entries } = walk;
  const { name, content } = chunk;
  const late = data !== 'before' || (beforePalette.has(name) && seen.has('PLTE'));
  const early = header.color === 3 && !seen.has('PLTE') && (name === 'tRNS' || name === 'bKGD');
  if (late || early || seen.has(name)) return null;
  seen.add(name);
  if (name === 'acTL') return takeAnimation(walk, chunk);
  if (name === 'iCCP') return takeProfile(walk, chunk);
  return isPngSize(name, content.length, { ...header, entries }) ? keepChunk(walk, chunk) : damaged;
};

const takeChunk = (walk: Walk, chunk: Chunk): PictureRefusal | null => {
  const { name, content } = chunk;
  if (name === 'IDAT') return takeData(walk, chunk);
  if (walk.data === 'within') walk.data = 'behind';
  if (name === 'PLTE') return takePalette(walk, chunk);
  if (name === 'fcTL' || name === 'fdAT') return takeFrame(walk, chunk);
  if (beforePalette.has(name) || beforeData.has(name)) return takeAncillary(walk, chunk);
  if (name === 'IHDR') return damaged;
  if (name === 'eXIf') walk.orientation ??= readBlockOrientation(content);
  // Without a chunk whose name begins with a capital the picture cannot be shown, and this one is not known.
  return /^[A-Z]/.test(name) ? unsupported('png') : null;
};

const finish = (walk: Walk, end: Chunk): CleanedPicture | PictureRefusal => {
  const { header, animation, dataSize, orientation, kept } = walk;
  if (end.content.length !== 0 || dataSize === 0) return damaged;
  if (animation !== null && !isAnimationWhole(animation)) return damaged;
  return (
    keepChunk(walk, end) ?? {
      ok: true,
      mediaType: 'image/png',
      bytes: kept.finish(),
      width: header.width,
      height: header.height,
      orientation: orientation ?? 1,
      animated: animation !== null && animation.frames > 1,
    }
  );
};

/** The walk behind the first chunk, or what is wrong with that. */
const begin = (bytes: Uint8Array): { readonly walk: Walk; readonly next: number } | PictureRefusal => {
  const first = readChunk(bytes, SIGNATURE);
  if (first === null || first.name !== 'IHDR') return first?.name === 'CgBI' ? unsupported('png') : damaged;
  const header = readPngHeader(first.content);
  if ('ok' in header) return header;
  const kept = keepBytes(bytes);
  kept.keep(0, SIGNATURE);
  const walk: Walk = {
    bytes,
    kept,
    header,
    entries: 0,
    data: 'before',
    dataSize: 0,
    seen: new Set(),
    animation: null,
    orientation: null,
  };
  return keepChunk(walk, first) ?? { walk, next: endOf(first) };
};

/**
 * A PNG, moving or not, with its header, palette, data, frames and what says how its colours are meant, and nothing else:
 * no texts, times or EXIF, nothing behind its end (ISO/IEC 15948; PNG, third edition). The checksums of what is kept
 * are verified; the deflated samples stay byte for byte as they are.
 */
export const cleanPng = (bytes: Uint8Array): CleanedPicture | PictureRefusal => {
  const begun = begin(bytes);
  if ('ok' in begun) return begun;
  const { walk } = begun;
  for (let next = begun.next; ; ) {
    const chunk = readChunk(bytes, next);
    if (chunk === null) return damaged;
    if (chunk.name === 'IEND') return finish(walk, chunk);
    const problem = takeChunk(walk, chunk);
    if (problem !== null) return problem;
    next = endOf(chunk);
  }
};
