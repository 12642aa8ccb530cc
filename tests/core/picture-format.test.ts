import { describe, expect, it } from 'vitest';
import { recogniseFormat } from '#core/picture-format';
import { readPicture, samplePictures } from '#tests/support/pictures';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** The first box of a file in ISO's container. */
const boxOf = (major: string, ...compatible: string[]): Uint8Array =>
  bytesOf(`\0\0\0${String.fromCharCode(16 + 4 * compatible.length)}ftyp${major}\0\0\0\0${compatible.join('')}`);

describe('the kind of a picture', () => {
  it.each(samplePictures)('is told by the content of $name', ({ bytes, mediaType }) => {
    expect(`image/${recogniseFormat(bytes)}`).toBe(mediaType);
  });

  it.each([
    ['other-heic.heic', 'heic'],
    ['other-avif.avif', 'avif'],
    ['other-tiff.tif', 'tiff'],
    ['other-bmp.bmp', 'bmp'],
    ['other-svg.svg', 'svg'],
  ])('is told by the content of %s', (name, format) => {
    expect(recogniseFormat(readPicture(name))).toBe(format);
  });

  it.each([
    ['a drawing', '<svg/>'],
    ['a drawing under a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg">'],
    ['a drawing behind a mark of its encoding', '\xef\xbb\xbf <svg>'],
    [
      'a drawing behind a declaration, comments and a type',
      '<?xml?>\n<!-- a --><!DOCTYPE svg PUBLIC "x"><!-- b -->\n<svg >',
    ],
    ['a drawing whose type defines something', '<!DOCTYPE svg [<!ENTITY a "b">]><svg>'],
    ['a drawing in UTF-16', '\xff\xfe<\0s\0v\0g\0>\0'],
  ])('is svg for %s', (_, text) => {
    expect(recogniseFormat(bytesOf(text))).toBe('svg');
  });

  it.each([
    ['a page with a drawing in it', '<!DOCTYPE html><html><svg></svg></html>'],
    ['words', 'svg'],
    ['a comment without an end', '<!-- <svg>'],
    ['another element', '<svgx>'],
    ['a document', '%PDF-1.7\n'],
    ['a program', 'MZ\x90\0'],
    ['an archive', 'PK\x03\x04'],
    ['a bitmap by its first letters alone', 'BMW is a make of car, and this is no bitmap'],
    ['sound in the same container as WebP', 'RIFF\0\0\0\0WAVEfmt '],
    ['half a signature', '\x89PNG\r\n'],
    ['nothing', ''],
  ])('is none for %s', (_, text) => {
    expect(recogniseFormat(bytesOf(text))).toBeNull();
  });

  it('is told by all brands of a file, avif before heic', () => {
    expect(recogniseFormat(boxOf('mif1', 'avif', 'heic'))).toBe('avif');
    expect(recogniseFormat(boxOf('mif1', 'heic'))).toBe('heic');
    expect(recogniseFormat(boxOf('msf1'))).toBe('heic');
    expect(recogniseFormat(boxOf('isom', 'mp42'))).toBeNull();
  });

  it.each(['II*\0', 'MM\0*', 'II+\0', 'MM\0+'])('is tiff for %j', (start) => {
    expect(recogniseFormat(bytesOf(start))).toBe('tiff');
  });
});
