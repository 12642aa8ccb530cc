import { cleanPicture } from '#core/clean-picture';
import { type CleanedPicture, MAX_PICTURE_BYTES, type PictureRefusal, tooLarge } from '#core/cleaned-picture';
import { MAX_THUMBNAIL_BYTES } from '#core/picture-calls';

/** The longest side of a picture that is stored, unless the original is wanted. */
export const LONGEST_SIDE = 2560;
/** The longest side of the small one that stands on the page: twice the width of a line. */
const THUMBNAIL_SIDE = 1320;

/** A picture as it is to be stored. */
export type PreparedPicture = {
  readonly ok: true;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly thumbnail: Uint8Array<ArrayBuffer> | null;
  readonly width: number;
  readonly height: number;
  /** It is smaller than the file, which had longer sides. */
  readonly isShrunk: boolean;
};

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

const encode = async (bitmap: ImageBitmap, side: number, kind: { type: string; quality: number }) => {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new TypeError('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  const blob = await canvas.convertToBlob(kind);
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width, height };
};

/** JPEG for what was JPEG; WebP for the rest, which may be see-through. */
const kindFor = ({ mediaType }: CleanedPicture, quality: number) => ({
  type: mediaType === 'image/jpeg' ? 'image/jpeg' : 'image/webp',
  quality,
});

const thumbnailOf = async (bitmap: ImageBitmap, picture: CleanedPicture): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (Math.max(bitmap.width, bitmap.height) <= THUMBNAIL_SIDE && picture.bytes.length <= MAX_THUMBNAIL_BYTES)
    return null;
  for (const [side, quality] of [
    [THUMBNAIL_SIDE, 0.82],
    [THUMBNAIL_SIDE, 0.6],
    [THUMBNAIL_SIDE / 2, 0.6],
  ] as const) {
    const { bytes } = await encode(bitmap, side, kindFor(picture, quality));
    if (bytes.length <= MAX_THUMBNAIL_BYTES) return bytes;
  }
  return null;
};

const prepare = async (file: Blob, picture: CleanedPicture, keepSize: boolean): Promise<PreparedPicture> => {
  // Of a moving one every frame stays as it is.
  const bitmap = await createImageBitmap(file);
  try {
    const { width, height } = bitmap;
    if (picture.animated)
      return { ok: true, bytes: owned(picture.bytes), thumbnail: null, width, height, isShrunk: false };
    const thumbnail = await thumbnailOf(bitmap, picture);
    const isShrunk = !keepSize && Math.max(width, height) > LONGEST_SIDE;
    // One that the camera held sideways says so only in what is taken out of it.
    if (!isShrunk && picture.orientation === 1) {
      return { ok: true, bytes: owned(picture.bytes), thumbnail, width, height, isShrunk };
    }
    const side = isShrunk ? LONGEST_SIDE : Math.max(width, height);
    return { ok: true, thumbnail, isShrunk, ...(await encode(bitmap, side, kindFor(picture, isShrunk ? 0.88 : 0.94))) };
  } finally {
    bitmap.close();
  }
};

/**
 * Makes a picture ready to be stored: upright, at most 2560 pixels long unless `keepSize`, with a small one for the page,
 * and without anything in it but what shows it. Or why it is not taken in.
 */
export const preparePicture = async (
  file: Blob,
  { keepSize = false }: { readonly keepSize?: boolean } = {},
): Promise<PreparedPicture | PictureRefusal> => {
  if (file.size > MAX_PICTURE_BYTES) return tooLarge('bytes');
  const picture = cleanPicture(new Uint8Array(await file.arrayBuffer()));
  if (!picture.ok) return picture;
  try {
    return await prepare(file, picture, keepSize);
  } catch {
    // It has the right form, and Chromium cannot draw it.
    return { ok: false, reason: 'damaged' };
  }
};
