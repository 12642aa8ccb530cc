import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Orientation, PictureMediaType } from '#core/cleaned-picture';

const folder = fileURLToPath(new URL('../fixtures/pictures/', import.meta.url));

/** The bytes of a picture in tests/fixtures/pictures. */
export const readPicture = (name: string): Uint8Array => new Uint8Array(readFileSync(`${folder}${name}`));

const mediaTypes: Readonly<Record<string, PictureMediaType>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
};
const orientations: Readonly<Record<string, Orientation>> = {
  'jpeg-camera.jpg': 6,
  'jpeg-little-endian.jpg': 3,
  'jpeg-motion-photo.jpg': 3,
  'jpeg-progressive.jpg': 8,
  'png-texts.png': 6,
  'webp-camera.webp': 6,
};

/** A picture of a kind that is taken in; all of them are 48 by 32 pixels. */
export type SamplePicture = {
  readonly name: string;
  readonly mediaType: PictureMediaType;
  readonly orientation: Orientation;
  readonly animated: boolean;
  readonly bytes: Uint8Array;
};

/** Every picture in tests/fixtures/pictures that is of a kind that is taken in. */
export const samplePictures: readonly SamplePicture[] = readdirSync(folder).flatMap((name) => {
  const mediaType = mediaTypes[name.split('.').at(-1) ?? ''];
  if (mediaType === undefined) return [];
  return [
    {
      name,
      mediaType,
      orientation: orientations[name] ?? 1,
      animated: name.includes('-moving'),
      bytes: readPicture(name),
    },
  ];
});
