import { type CleanedPicture, MAX_PICTURE_BYTES, type PictureRefusal, tooLarge, unsupported } from './cleaned-picture';
import { cleanGif } from './gif';
import { cleanJpeg } from './jpeg';
import { type PictureFormat, recogniseFormat } from './picture-format';
import { cleanPng } from './png';
import { cleanWebp } from './webp';

const cleanAs = (format: PictureFormat, bytes: Uint8Array): CleanedPicture | PictureRefusal => {
  switch (format) {
    case 'jpeg':
      return cleanJpeg(bytes);
    case 'png':
      return cleanPng(bytes);
    case 'webp':
      return cleanWebp(bytes);
    case 'gif':
      return cleanGif(bytes);
    case 'heic':
    case 'avif':
    case 'tiff':
    case 'bmp':
    case 'svg':
      return unsupported(format);
  }
};

/**
 * The picture in the bytes, told by what they are and never by a name, with nothing in it but what shows it: no place, no
 * device, no date, no words (docs/pictures.md). Cleaned again it stays as it is; its pixels never change. Or why it
 * is not taken in. Never throws; takes time in proportion to the bytes.
 */
export const cleanPicture = (bytes: Uint8Array): CleanedPicture | PictureRefusal => {
  if (bytes.length === 0) return { ok: false, reason: 'empty' };
  const format = recogniseFormat(bytes);
  if (format === null) return { ok: false, reason: 'not-a-picture' };
  return bytes.length > MAX_PICTURE_BYTES ? tooLarge('bytes') : cleanAs(format, bytes);
};
