import {
  type CleanedPicture,
  damaged,
  findSizeProblem,
  MAX_PICTURE_FRAMES,
  type PictureRefusal,
  tooLarge,
} from './cleaned-picture';
import { type KeptBytes, keepBytes } from './kept-bytes';
import { hasText, littleEndian16, textBytes } from './read-bytes';

/** Blocks and extensions of GIF89a, appendix A. */
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const APPLICATION = 0xff;

const HEADER = 13;
const DESCRIPTOR = 10;
/** How often an animation runs, as Netscape wrote it; the second name is an older one for the same. */
const loops = ['NETSCAPE2.0', 'ANIMEXTS1.0'];

type Walk = {
  readonly bytes: Uint8Array;
  readonly kept: KeptBytes;
  readonly width: number;
  readonly height: number;
  /** The control that holds for the next image: timing, transparency. */
  control: Uint8Array | null;
  looped: boolean;
  frames: number;
};

/** How many bytes a table of colours has whose flags these are. */
const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where the sub-blocks that begin at `at` end, behind the empty one; -1 when they are cut off. */
const endOfBlocks = (bytes: Uint8Array, at: number): number => {
  let next = at;
  for (;;) {
    const size = bytes[next];
    if (size === undefined) return -1;
    next += 1 + size;
    if (size === 0) return next;
  }
};

const takeControl = (walk: Walk, from: number, end: number): PictureRefusal | null => {
  if (walk.bytes[from] !== 4 || end !== from + 6) return damaged;
  walk.control = walk.bytes.subarray(from + 1, from + 5);
  return null;
};

/** Of what applications say only how often the animation runs, and that once. */
const takeApplication = (walk: Walk, from: number, end: number): null => {
  const { bytes, kept } = walk;
  const name = bytes[from] === 11 ? loops.find((one) => hasText(bytes, from + 1, one)) : undefined;
  const block = from + 12;
  if (name === undefined || walk.looped || bytes[block] !== 3 || bytes[block + 1] !== 1 || block + 5 > end) return null;
  walk.looped = true;
  kept.add([EXTENSION, APPLICATION, 11, ...textBytes(name), 3, 1, bytes[block + 2] ?? 0, bytes[block + 3] ?? 0, 0]);
  return null;
};

const takeExtension = (walk: Walk, at: number): number | PictureRefusal => {
  const from = at + 2;
  const end = endOfBlocks(walk.bytes, from);
  if (end === -1) return damaged;
  const label = walk.bytes[at + 1];
  const take = label === CONTROL ? takeControl : label === APPLICATION ? takeApplication : null;
  return take?.(walk, from, end) ?? end;
};

const isWithin = ({ bytes, width, height }: Walk, at: number): boolean => {
  const [left, top, across, down] = [1, 3, 5, 7].map((place) => littleEndian16(bytes, at + place)) as [
    number,
    number,
    number,
    number,
  ];
  return across > 0 && down > 0 && left + across <= width && top + down <= height;
};

const takeImage = (walk: Walk, at: number): number | PictureRefusal => {
  const { bytes, kept } = walk;
  const codeSize = at + DESCRIPTOR + tableSize(bytes[at + 9] ?? 0);
  const smallest = bytes[codeSize] ?? 0;
  // Bits of the smallest code: a byte at most, and one bit is written as two.
  if (!isWithin(walk, at) || smallest < 1 || smallest > 8) return damaged;
  const end = endOfBlocks(bytes, codeSize + 1);
  if (end === -1 || end === codeSize + 2) return damaged;
  walk.frames += 1;
  if (walk.frames > MAX_PICTURE_FRAMES) return tooLarge('frames');
  if (walk.control !== null) kept.add([EXTENSION, CONTROL, 4, ...walk.control, 0]);
  walk.control = null;
  kept.keep(at, end);
  return end;
};

const finish = ({ kept, width, height, frames }: Walk): CleanedPicture | PictureRefusal => {
  if (frames === 0) return damaged;
  kept.add([TRAILER]);
  return {
    ok: true,
    mediaType: 'image/gif',
    bytes: kept.finish(),
    width,
    height,
    orientation: 1,
    animated: frames > 1,
  };
};

/**
 * A GIF, moving or not, with its colours, images, their timing and how often they run, and nothing else: no comments, no
 * texts, nothing of other applications, nothing behind its end (GIF89a). The coded pixels stay byte for byte as they are.
 */
export const cleanGif = (bytes: Uint8Array): CleanedPicture | PictureRefusal => {
  const width = littleEndian16(bytes, 6);
  const height = littleEndian16(bytes, 8);
  const start = HEADER + tableSize(bytes[10] ?? 0);
  const problem = start > bytes.length ? damaged : findSizeProblem(width, height);
  if (problem !== null) return problem;
  const walk: Walk = { bytes, kept: keepBytes(bytes), width, height, control: null, looped: false, frames: 0 };
  walk.kept.keep(0, start);
  let at: number | PictureRefusal = start;
  while (typeof at === 'number') {
    const block: number | undefined = bytes[at];
    if (block === TRAILER) return finish(walk);
    if (block !== EXTENSION && block !== IMAGE) return damaged;
    at = block === IMAGE ? takeImage(walk, at) : takeExtension(walk, at);
  }
  return at;
};
