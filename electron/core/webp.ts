import {
  type CleanedPicture,
  damaged,
  findSizeProblem,
  MAX_PICTURE_FRAMES,
  type Orientation,
  type PictureRefusal,
  tooLarge,
} from './cleaned-picture';
import { readBlockOrientation } from './exif-orientation';
import { rebuildProfile } from './icc-profile';
import { type KeptBytes, keepBytes } from './kept-bytes';
import { asLittleEndian32, littleEndian24, littleEndian32, textBytes } from './read-bytes';
import { type RiffChunk, readRiffChunk, writeRiffChunk } from './webp-chunk';
import { keepShown, newShown, type Shown, shownLength, takeShown } from './webp-shown';

const RIFF_HEADER = 12;
const FRAME_HEADER = 16;

/** Flags of a VP8X chunk (RFC 9649, 2.7). */
const HAS_PROFILE = 0x20;
const HAS_ALPHA = 0x10;
const IS_ANIMATION = 0x02;

type Walk = {
  readonly bytes: Uint8Array;
  readonly kept: KeptBytes;
  readonly width: number;
  readonly height: number;
  readonly flags: number;
  /** The picture itself, where it does not move. */
  readonly shown: Shown;
  profile: Uint8Array | null;
  /** Background and loops of an animation. */
  animation: Uint8Array | null;
  frames: number;
  readonly seen: Set<string>;
  orientation: Orientation | null;
};

const takeAnimation = (walk: Walk, { content }: RiffChunk): PictureRefusal | null => {
  if (content.length !== 6 || walk.animation !== null) return damaged;
  walk.animation = content;
  return null;
};

const readFrameContent = ({ bytes }: Walk, chunk: RiffChunk): Shown | PictureRefusal => {
  const shown = newShown();
  const limit = chunk.from + 8 + chunk.content.length;
  for (let at = chunk.from + 8 + FRAME_HEADER; at < limit; ) {
    const part = readRiffChunk(bytes, at, limit);
    if (part === null || part.name === 'ANMF') return damaged;
    const problem = takeShown(shown, part);
    if (problem !== null) return problem;
    at = part.end;
  }
  return shown;
};

const fitsInto = ({ width, height }: Walk, frame: Uint8Array, { size }: Shown): boolean => {
  const [left = 0, top = 0, across = 0, down = 0] = [0, 3, 6, 9].map((at) => littleEndian24(frame, at));
  if (size === null || size.width !== across + 1 || size.height !== down + 1) return false;
  return left * 2 + size.width <= width && top * 2 + size.height <= height;
};

const takeFrame = (walk: Walk, chunk: RiffChunk): PictureRefusal | null => {
  if (walk.animation === null) return damaged;
  walk.frames += 1;
  if (walk.frames > MAX_PICTURE_FRAMES) return tooLarge('frames');
  const shown = readFrameContent(walk, chunk);
  if ('ok' in shown) return shown;
  if (!fitsInto(walk, chunk.content, shown)) return damaged;
  const { content } = chunk;
  const size = FRAME_HEADER + shownLength(shown);
  walk.kept.add([...textBytes('ANMF'), ...asLittleEndian32(size), ...content.subarray(0, 15), (content[15] ?? 0) & 3]);
  keepShown(walk.kept, shown);
  return null;
};

/** The profile counts only where it is announced, before what it is for, and the first time. */
const takeProfile = (walk: Walk, { content }: RiffChunk) => {
  const late = walk.seen.has('ANMF') || walk.seen.has('VP8 ') || walk.seen.has('VP8L') || walk.seen.has('ICCP');
  if (!late && walk.flags & HAS_PROFILE) walk.profile = rebuildProfile(content);
};

const takeChunk = (walk: Walk, chunk: RiffChunk): PictureRefusal | null => {
  const moves = (walk.flags & IS_ANIMATION) !== 0;
  switch (chunk.name) {
    case 'VP8X':
      return damaged;
    case 'ICCP':
      takeProfile(walk, chunk);
      return null;
    case 'EXIF':
      walk.orientation ??= readBlockOrientation(chunk.content);
      return null;
    case 'ANIM':
      return moves ? takeAnimation(walk, chunk) : null;
    case 'ANMF':
      return moves ? takeFrame(walk, chunk) : damaged;
    case 'ALPH':
    case 'VP8 ':
    case 'VP8L':
      return moves ? damaged : takeShown(walk.shown, chunk);
    default:
      return null;
  }
};

const isWhole = ({ flags, frames, shown: { size }, width, height }: Walk): boolean =>
  flags & IS_ANIMATION ? frames > 0 : size?.width === width && size.height === height;

const writeHead = ({ flags, bytes, profile, animation }: Walk): number[] => [
  ...writeRiffChunk('VP8X', [
    (flags & (HAS_ALPHA | IS_ANIMATION)) | (profile === null ? 0 : HAS_PROFILE),
    0,
    0,
    0,
    ...bytes.subarray(RIFF_HEADER + 12, RIFF_HEADER + 18),
  ]),
  ...(profile === null ? [] : writeRiffChunk('ICCP', profile)),
  ...(animation === null ? [] : writeRiffChunk('ANIM', animation)),
];

const finishFile = (kept: KeptBytes, head: readonly number[]): Uint8Array =>
  kept.finish([
    ...textBytes('RIFF'),
    ...asLittleEndian32(4 + head.length + kept.length()),
    ...textBytes('WEBP'),
    ...head,
  ]);

const finish = (walk: Walk): CleanedPicture | PictureRefusal => {
  const { kept, shown, width, height, orientation, frames } = walk;
  if (!isWhole(walk)) return damaged;
  keepShown(kept, shown);
  return {
    ok: true,
    mediaType: 'image/webp',
    bytes: finishFile(kept, writeHead(walk)),
    width,
    height,
    orientation: orientation ?? 1,
    animated: frames > 1,
  };
};

/** A WebP of one chunk; whatever comes behind that is not looked at by anyone. */
const cleanSimple = (bytes: Uint8Array, first: RiffChunk): CleanedPicture | PictureRefusal => {
  const shown = newShown();
  const problem = takeShown(shown, first);
  if (problem !== null) return problem;
  const { size } = shown;
  if (size === null) return damaged;
  const tooMuch = findSizeProblem(size.width, size.height);
  if (tooMuch !== null) return tooMuch;
  const kept = keepBytes(bytes);
  keepShown(kept, shown);
  const { width, height } = size;
  return {
    ok: true,
    mediaType: 'image/webp',
    bytes: finishFile(kept, []),
    width,
    height,
    orientation: 1,
    animated: false,
  };
};

const beginExtended = (bytes: Uint8Array, { content }: RiffChunk): Walk | PictureRefusal => {
  const width = littleEndian24(content, 4) + 1;
  const height = littleEndian24(content, 7) + 1;
  const problem = content.length === 10 ? findSizeProblem(width, height) : damaged;
  return (
    problem ?? {
      bytes,
      kept: keepBytes(bytes),
      width,
      height,
      flags: content[0] ?? 0,
      shown: newShown(),
      profile: null,
      animation: null,
      frames: 0,
      seen: new Set(),
      orientation: null,
    }
  );
};

/**
 * A WebP, lossy, lossless or moving, with its image data, alpha, timing and colours, and nothing else: no EXIF, no XMP, no
 * chunk that is not known, nothing behind its end (RFC 9649). The coded pixels stay byte for byte as they are.
 */
export const cleanWebp = (bytes: Uint8Array): CleanedPicture | PictureRefusal => {
  const limit = 8 + littleEndian32(bytes, 4);
  const first = limit > bytes.length ? null : readRiffChunk(bytes, RIFF_HEADER, limit);
  if (first === null) return damaged;
  if (first.name !== 'VP8X') return cleanSimple(bytes, first);
  const walk = beginExtended(bytes, first);
  if ('ok' in walk) return walk;
  for (let at = first.end; at < limit; ) {
    const chunk = readRiffChunk(bytes, at, limit);
    const problem = chunk === null ? damaged : takeChunk(walk, chunk);
    if (chunk === null || problem !== null) return problem ?? damaged;
    walk.seen.add(chunk.name);
    at = chunk.end;
  }
  return finish(walk);
};
