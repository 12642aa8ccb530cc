import type { Orientation } from './cleaned-picture';

/** EXIF (CIPA DC-008, 4.6) with one entry, tag 0x0112: how the picture is to be turned, and nothing else. */
const exifSaying = (orientation: Orientation): number[] => [
  ...[0xff, 0xe1, 0x00, 0x22],
  ...[0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
  ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08],
  ...[0x00, 0x01],
  ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
  ...[0x00, 0x00, 0x00, 0x00],
];

/**
 * A cleaned JPEG that says how it is to be turned, for where nobody can draw it anew; one that lies as it is (1) stays as
 * it is. Bytes without the mark of a JPEG's beginning are not its business: they come back unchanged.
 */
export const sayOrientation = (jpeg: Uint8Array, orientation: Orientation): Uint8Array => {
  if (orientation === 1 || jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return jpeg;
  const exif = exifSaying(orientation);
  const turned = new Uint8Array(jpeg.length + exif.length);
  turned.set(jpeg.subarray(0, 2));
  turned.set(exif, 2);
  turned.set(jpeg.subarray(2), 2 + exif.length);
  return turned;
};
