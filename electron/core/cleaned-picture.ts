import type { PictureFormat } from './picture-format';

/** How many bytes a picture may have. */
export const MAX_PICTURE_BYTES = 100 * 1024 * 1024;
/** How many pixels a picture may have, its width times its height; of a moving one the canvas counts. */
export const MAX_PICTURE_PIXELS = 100_000_000;
/** How many frames a moving picture may have. */
export const MAX_PICTURE_FRAMES = 2000;

/** What kinds of pictures the journal takes in. */
export type PictureMediaType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';

/** How a picture is to be turned, by the numbers of EXIF: 1 is as it lies, 6 a quarter turn clockwise, 2 mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** A picture without anything but what shows it. */
export type CleanedPicture = {
  readonly ok: true;
  readonly mediaType: PictureMediaType;
  readonly bytes: Uint8Array;
  /** In pixels as they are stored: before `orientation` turns them. */
  readonly width: number;
  readonly height: number;
  /** What the picture said before that was taken out of it; nobody reads it from the cleaned bytes again. */
  readonly orientation: Orientation;
  /** Whether it has more than one frame. */
  readonly animated: boolean;
};

/** Why bytes are not taken in as a picture. */
export type PictureRefusal =
  | { readonly ok: false; readonly reason: 'empty' | 'not-a-picture' | 'damaged' }
  | { readonly ok: false; readonly reason: 'unsupported'; readonly format: PictureFormat }
  | { readonly ok: false; readonly reason: 'too-large'; readonly what: 'bytes' | 'pixels' | 'frames' };

/** The refusal of what breaks its format's own rules. */
export const damaged: PictureRefusal = { ok: false, reason: 'damaged' };

/** The refusal of a picture of a kind that is not taken in. */
export const unsupported = (format: PictureFormat): PictureRefusal => ({ ok: false, reason: 'unsupported', format });

/** The refusal of what has too many of something. */
export const tooLarge = (what: 'bytes' | 'pixels' | 'frames'): PictureRefusal => ({
  ok: false,
  reason: 'too-large',
  what,
});

/** What is wrong with a picture's size in pixels, or null. */
export const findSizeProblem = (width: number, height: number): PictureRefusal | null => {
  if (width < 1 || height < 1) return damaged;
  return width * height > MAX_PICTURE_PIXELS ? tooLarge('pixels') : null;
};
