import { edit, type HostilePicture, hostile, join, le24, le32, partOf, repeat, script } from './hostile-picture';
import { webpParts } from './picture-parts';
import { readPicture } from './pictures';

const riff = (name: string, content: Uint8Array | readonly number[] | string): Uint8Array => {
  const whole = join(content);
  return join(name, le32(whole.length), whole, whole.length % 2 === 1 ? [0] : []);
};
const webp = (...chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = join(...chunks);
  return join('RIFF', le32(whole.length + 4), 'WEBP', whole);
};
const extended = (flags: number, width = 48, height = 32): Uint8Array =>
  riff('VP8X', [flags, 0, 0, 0, ...le24(width - 1), ...le24(height - 1)]);
const lossy = partOf(webpParts(readPicture('webp-lossy.webp')), 'VP8 ');
const lossless = partOf(webpParts(readPicture('webp-lossless.webp')), 'VP8L');
const frame = (...chunks: readonly Uint8Array[]): Uint8Array =>
  riff('ANMF', join([...le24(0), ...le24(0), ...le24(47), ...le24(31), ...le24(90), 0], ...chunks));
const anim = riff('ANIM', [0, 0, 0, 0, 0, 0]);
const alpha = riff('ALPH', [0, 1, 2, 3]);

/** What may be wrong with a WebP, or hidden in it. */
export const hostileWebps: readonly HostilePicture[] = hostile('a WebP ', [
  ['of a size longer than the file', edit(webp(lossy), 4, 255, 255, 255, 127), 'damaged'],
  ['of a size that would point back', edit(webp(lossy), 4, 255, 255, 255, 255), 'damaged'],
  ['of a size of nought', edit(webp(lossy), 4, 0, 0, 0, 0), 'damaged'],
  ['without a chunk', webp(), 'damaged'],
  ['whose chunk is longer than the file', webp(edit(lossy, 4, 255, 255, 255, 127)), 'damaged'],
  ['whose chunk would point back', webp(extended(0), edit(lossy, 4, 248, 255, 255, 255)), 'damaged'],
  ['that begins with words', webp(riff('EVIL', script), lossy), 'damaged'],
  ['with words behind its image', webp(lossy, riff('EVIL', script)), 'cleaned'],
  ['with words behind its end', join(webp(lossy), script), 'cleaned'],
  ['whose image is not a key frame', webp(edit(lossy, 8, (lossy[8] ?? 0) | 1)), 'damaged'],
  ['whose image is hidden', webp(edit(lossy, 8, (lossy[8] ?? 0) & ~16)), 'damaged'],
  ['whose image has no start code', webp(edit(lossy, 11, 0)), 'damaged'],
  ['whose image has no width', webp(edit(lossy, 14, 0, 0)), 'damaged'],
  ['whose image has no height', webp(edit(lossy, 16, 0, 0)), 'damaged'],
  ['whose image is too short for its first part', webp(edit(lossy, 9, 255, 255)), 'damaged'],
  ['whose image is empty', webp(riff('VP8 ', [])), 'damaged'],
  ['whose image is of 16,383 by 16,383 pixels', webp(edit(lossy, 14, 0xff, 0x3f, 0xff, 0x3f)), 'too-large'],
  ['whose lossless image has no signature', webp(edit(lossless, 8, 0)), 'damaged'],
  ['whose lossless image is of another version', webp(edit(lossless, 12, 0xf0)), 'damaged'],
  ['whose lossless image is of 16,384 by 16,384 pixels', webp(edit(lossless, 9, 255, 255, 255, 15)), 'too-large'],
  ['whose lossless image is empty', webp(riff('VP8L', [])), 'damaged'],
  ['with alpha alone', webp(alpha), 'damaged'],
  ['with a canvas and no image', webp(extended(0)), 'damaged'],
  ['with a canvas twice', webp(extended(0), extended(0), lossy), 'damaged'],
  ['with a canvas cut off', webp(riff('VP8X', [0, 0, 0, 0, 47, 0, 0]), lossy), 'damaged'],
  ['with a canvas of 16,777,216 by 16,777,216 pixels', webp(extended(0, 16777216, 16777216), lossy), 'too-large'],
  ['with a canvas of another size', webp(extended(0, 49), lossy), 'damaged'],
  ['with two images', webp(extended(0), lossy, lossy), 'damaged'],
  ['with alpha twice', webp(extended(16), alpha, alpha, lossy), 'damaged'],
  ['with alpha behind its image', webp(extended(16), lossy, alpha), 'damaged'],
  ['with empty alpha', webp(extended(16), riff('ALPH', [0]), lossy), 'damaged'],
  ['with alpha of an unknown kind', webp(extended(16), riff('ALPH', [3, 1]), lossy), 'damaged'],
  ['with alpha before a lossless image', webp(extended(16), alpha, lossless), 'cleaned'],
  [
    'with flags for everything',
    webp(extended(0xfd), riff('ICCP', script), lossy, riff('EXIF', script), riff('XMP ', script)),
    'cleaned',
  ],
  ['with a profile nobody announced', webp(extended(0), riff('ICCP', script), lossy), 'cleaned'],
  ['with EXIF nobody announced', webp(extended(0), lossy, riff('EXIF', script)), 'cleaned'],
  ['with unknown chunks everywhere', webp(extended(0), riff('EVIL', script), lossy, riff('EVIL', script)), 'cleaned'],
  ['with a hundred thousand empty chunks', webp(extended(0), repeat(riff('EVIL', []), 100_000), lossy), 'cleaned'],
  [
    'whose chunk is made even by something else',
    webp(extended(0), edit(riff('VP8 ', join(lossy.subarray(8), [0])), 8 + lossy.length - 8 + 1, 66)),
    'cleaned',
  ],
  ['with frames nobody announced', webp(extended(0), anim, frame(lossy)), 'damaged'],
  ['with a bare image in an animation', webp(extended(2), anim, lossy), 'damaged'],
  ['with frames before its animation', webp(extended(2), frame(lossy), anim), 'damaged'],
  ['with its animation twice', webp(extended(2), anim, anim, frame(lossy)), 'damaged'],
  ['with an animation of words', webp(extended(2), riff('ANIM', script), frame(lossy)), 'damaged'],
  ['with an animation of no frames', webp(extended(2), anim), 'damaged'],
  ['with an animation of 2,001 frames', webp(extended(2), anim, repeat(frame(lossy), 2001)), 'too-large'],
  ['with a frame in a frame', webp(extended(2), anim, frame(frame(lossy))), 'damaged'],
  [
    'with a thousand frames in each other',
    webp(
      extended(2),
      anim,
      Array.from({ length: 1000 }).reduce<Uint8Array>((inner) => frame(inner), lossy),
    ),
    'damaged',
  ],
  ['with an empty frame', webp(extended(2), anim, frame()), 'damaged'],
  ['with a frame of words', webp(extended(2), anim, riff('ANMF', script)), 'damaged'],
  ['with a frame cut off', webp(extended(2), anim, riff('ANMF', [0, 0])), 'damaged'],
  ['with a frame of two images', webp(extended(2), anim, frame(lossy, lossy)), 'damaged'],
  ['with a frame outside its canvas', webp(extended(2), anim, edit(frame(lossy), 8, 1)), 'damaged'],
  ['with a frame of another size than its image', webp(extended(2), anim, edit(frame(lossy), 14, 1)), 'damaged'],
  ['with a frame whose chunk reaches out of it', webp(extended(2), anim, frame(edit(lossy, 4, 0, 1))), 'damaged'],
  ['with unknown chunks in its frames', webp(extended(2), anim, frame(lossy, riff('EVIL', script))), 'cleaned'],
]);
