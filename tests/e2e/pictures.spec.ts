import { expect, type Page, test } from '@playwright/test';
import { cleanPicture } from '#core/clean-picture';
import type { Orientation } from '#core/cleaned-picture';
import { samplePictures } from '#tests/support/pictures';
import { discard, launch } from './launch';

/** A frame as it is shown: its size, how long it stays in microseconds, and all its pixels in sRGB, one number each. */
type Frame = {
  readonly width: number;
  readonly height: number;
  readonly duration: number | null;
  readonly pixels: readonly number[];
};

/** Every frame of a picture, decoded by Chromium: turned as it says, its own colours brought into those of the screen. */
const decode = (page: Page, type: string, bytes: Uint8Array): Promise<Frame[]> =>
  page.evaluate(
    async ([mediaType, base64]) => {
      const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const decoder = new ImageDecoder({ data, type: mediaType, preferAnimation: true });
      await Promise.all([decoder.tracks.ready, decoder.completed]);
      const frames: Frame[] = [];
      const count = decoder.tracks.selectedTrack?.frameCount ?? 0;
      for (let frameIndex = 0; frameIndex < count; frameIndex += 1) {
        const { image } = await decoder.decode({ frameIndex });
        const { displayWidth: width, displayHeight: height, duration } = image;
        const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
        canvas?.drawImage(image, 0, 0);
        const shown = canvas?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer();
        frames.push({ width, height, duration, pixels: Array.from(new Uint32Array(shown)) });
        image.close();
      }
      return frames;
    },
    [type, Buffer.from(bytes).toString('base64')] as const,
  );

/** Where a pixel of a turned frame comes from, by the numbers of EXIF. */
const source = (orientation: Orientation, x: number, y: number, { width, height }: Frame): [number, number] => {
  const [right, bottom] = [width - 1, height - 1];
  const places: Record<Orientation, [number, number]> = {
    1: [x, y],
    2: [right - x, y],
    3: [right - x, bottom - y],
    4: [x, bottom - y],
    5: [y, x],
    6: [y, bottom - x],
    7: [right - y, bottom - x],
    8: [right - y, x],
  };
  return places[orientation];
};

const turn = (frame: Frame, orientation: Orientation): Frame => {
  const [width, height] = orientation > 4 ? [frame.height, frame.width] : [frame.width, frame.height];
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const [x, y] = source(orientation, index % width, Math.floor(index / width), frame);
    return frame.pixels[y * frame.width + x] ?? 0;
  });
  return { ...frame, width, height, pixels };
};

test('Chromium shows every cleaned picture, turned as it is told, pixel for pixel as it was', async () => {
  const { app, page, userData, problems } = await launch();
  const shown = new Map<string, Frame[]>();
  for (const { name, mediaType, bytes, animated } of samplePictures) {
    const cleaned = cleanPicture(bytes);
    if (!cleaned.ok) throw new Error(`${name} was refused: ${cleaned.reason}`);
    const before = await decode(page, mediaType, bytes);
    const after = await decode(page, mediaType, cleaned.bytes);
    expect(after.length > 1, name).toBe(animated);
    expect(new Set(after[0]?.pixels).size, `${name} shows something`).toBeGreaterThan(3);
    // Chromium does not turn a WebP, whatever its EXIF says; other programs do.
    const orientation = mediaType === 'image/webp' ? 1 : cleaned.orientation;
    const turned = after.map((frame) => turn(frame, orientation));
    expect(turned, name).toEqual(before);
    shown.set(name, after);
  }
  // The colours in these are only right because their profiles were kept.
  for (const [name, plain] of [
    ['jpeg-camera.jpg', 'jpeg-plain.jpg'],
    ['jpeg-progressive.jpg', 'jpeg-plain.jpg'],
    ['png-texts.png', 'png-interlaced.png'],
    ['webp-camera.webp', 'webp-lossy.webp'],
  ] as const) {
    expect(shown.get(name)?.[0]?.pixels, name).not.toEqual(shown.get(plain)?.[0]?.pixels);
  }
  expect(problems).toEqual([]);
  await app.close();
  discard(userData);
});
