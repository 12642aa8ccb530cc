import { damaged, type PictureRefusal } from './cleaned-picture';
import type { KeptBytes } from './kept-bytes';
import type { RiffChunk } from './webp-chunk';
import { isAlpha, readWebpImage, type WebpSize } from './webp-image';

/** The chunks that show a picture or a frame, as far as they have been met. */
export type Shown = { alpha: RiffChunk | null; image: RiffChunk | null; size: WebpSize | null };

/** None met yet. */
export const newShown = (): Shown => ({ alpha: null, image: null, size: null });

/** Takes a chunk that shows something; of any other kind nothing is taken. What is wrong with it, or null. */
export const takeShown = (shown: Shown, chunk: RiffChunk): PictureRefusal | null => {
  const { name, content } = chunk;
  if (name === 'ALPH') {
    if (shown.alpha !== null || shown.image !== null || !isAlpha(content)) return damaged;
    shown.alpha = chunk;
  } else if (name === 'VP8 ' || name === 'VP8L') {
    const size = shown.image === null ? readWebpImage(name, content) : damaged;
    if ('ok' in size) return size;
    shown.image = chunk;
    shown.size = size;
    // Such an image carries its own.
    if (name === 'VP8L') shown.alpha = null;
  }
  return null;
};

const chunksOf = ({ alpha, image }: Shown): RiffChunk[] => [alpha, image].filter((chunk) => chunk !== null);

/** How many bytes these chunks take. */
export const shownLength = (shown: Shown): number =>
  chunksOf(shown).reduce((length, chunk) => length + chunk.end - chunk.from, 0);

/** Keeps these chunks; what makes their sizes even is zero, whatever it was. */
export const keepShown = (kept: KeptBytes, shown: Shown) => {
  for (const { from, content, end } of chunksOf(shown)) {
    const last = from + 8 + content.length;
    kept.keep(from, last);
    if (end > last) kept.add([0]);
  }
};
