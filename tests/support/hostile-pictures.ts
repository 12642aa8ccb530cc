import { hostileGifs } from './hostile-gifs';
import { hostileJpegs } from './hostile-jpegs';
import { edit, type HostilePicture, hostile, join, repeat, script, u32 } from './hostile-picture';
import { hostilePngs } from './hostile-pngs';
import { hostileWebps } from './hostile-webps';
import { readPicture } from './pictures';

const others: readonly HostilePicture[] = hostile('', [
  ['a document named .jpg', join('%PDF-1.7\n1 0 obj\n<</OpenAction<</S/JavaScript>>>>'), 'not-a-picture'],
  ['a document with a JPEG in it', join('%PDF-1.7\n', readPicture('jpeg-plain.jpg')), 'not-a-picture'],
  ['a page named .png', join(`<!DOCTYPE html><html>${script}</html>`), 'not-a-picture'],
  ['a script', join('alert(1)'), 'not-a-picture'],
  ['an archive', join('PK\x03\x04', new Uint8Array(100)), 'not-a-picture'],
  ['an archive with a picture in it', join('PK\x03\x04', readPicture('png-alpha.png')), 'not-a-picture'],
  ['a program for Windows', join('MZ', new Uint8Array(200)), 'not-a-picture'],
  ['a program for Linux', join('\x7fELF', new Uint8Array(200)), 'not-a-picture'],
  ['a film', join(u32(24), 'ftypmp42', u32(0), 'mp42isom'), 'not-a-picture'],
  ['zeros', new Uint8Array(10_000), 'not-a-picture'],
  ['white space without end', new Uint8Array(1_000_000).fill(32), 'not-a-picture'],
  ['comments without end', join(repeat(join('<!---->'), 100_000), '<svg>'), 'not-a-picture'],
  ['a drawing with a script', join(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`), 'unsupported'],
  ['a drawing with a handler', join('<?xml version="1.0"?><svg onload="alert(1)"/>'), 'unsupported'],
  ['a PNG with the signature of another system', edit(readPicture('png-alpha.png'), 4, 10), 'not-a-picture'],
  ['a JPEG behind a space', join(' ', readPicture('jpeg-plain.jpg')), 'not-a-picture'],
  ['a JPEG that says it is a GIF', edit(readPicture('jpeg-plain.jpg'), 0, ...Buffer.from('GIF89a')), 'too-large'],
  ['more bytes than may be', join(readPicture('jpeg-plain.jpg'), new Uint8Array(100 * 1024 * 1024)), 'too-large'],
]);

/** Every hostile picture of these tests. */
export const hostilePictures: readonly HostilePicture[] = [
  ...hostileJpegs,
  ...hostilePngs,
  ...hostileWebps,
  ...hostileGifs,
  ...others,
];
