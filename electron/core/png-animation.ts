import { damaged, MAX_PICTURE_FRAMES, type PictureRefusal, tooLarge } from './cleaned-picture';
import type { PngHeader } from './png-header';
import { bigEndian32 } from './read-bytes';

/** How far an animation has been read (PNG, third edition, 11.3.6). */
export type PngAnimation = {
  /** How many frames there are to be. */
  readonly frames: number;
  begun: number;
  /** The number that the next chunk of the animation must carry. */
  next: number;
  /** Whether the frame begun last still waits for its data. */
  waiting: boolean;
  /** Whether its data are its own, and not the picture's. */
  own: boolean;
};

/** What an acTL chunk announces, or what is wrong with it. */
export const readAnimation = (content: Uint8Array): PngAnimation | PictureRefusal => {
  const frames = bigEndian32(content, 0);
  if (content.length !== 8 || frames === 0) return damaged;
  return frames > MAX_PICTURE_FRAMES ? tooLarge('frames') : { frames, begun: 0, next: 0, waiting: false, own: false };
};

const fitsInto = (content: Uint8Array, { width, height }: PngHeader): boolean => {
  const [across, down, left, top] = [4, 8, 12, 16].map((at) => bigEndian32(content, at)) as [
    number,
    number,
    number,
    number,
  ];
  return across > 0 && down > 0 && left + across <= width && top + down <= height;
};

const isWhole = (content: Uint8Array, { width, height }: PngHeader): boolean =>
  bigEndian32(content, 4) === width && bigEndian32(content, 8) === height;

/** Takes an fcTL chunk, which begins a frame; `first` where the picture's own data come next. */
export const takeFrameControl = (
  animation: PngAnimation,
  content: Uint8Array,
  { header, first }: { readonly header: PngHeader; readonly first: boolean },
): PictureRefusal | null => {
  if (content.length !== 26 || bigEndian32(content, 0) !== animation.next || animation.waiting) return damaged;
  if (!fitsInto(content, header) || (first && !isWhole(content, header))) return damaged;
  const [dispose = 3, blend = 2] = content.subarray(24);
  if (dispose > 2 || blend > 1 || animation.begun === animation.frames) return damaged;
  animation.next += 1;
  animation.begun += 1;
  animation.waiting = true;
  animation.own = !first;
  return null;
};

/** Takes an fdAT chunk, which holds a part of a frame begun before. */
export const takeFrameData = (animation: PngAnimation, content: Uint8Array): PictureRefusal | null => {
  if (content.length < 5 || bigEndian32(content, 0) !== animation.next || !animation.own) return damaged;
  animation.next += 1;
  animation.waiting = false;
  return null;
};

/** Whether all frames are there. */
export const isAnimationWhole = ({ frames, begun, waiting }: PngAnimation): boolean => begun === frames && !waiting;
