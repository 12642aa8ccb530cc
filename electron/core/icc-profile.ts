import { readTagValue } from './icc-tag';
import { asBigEndian16, asBigEndian32, bigEndian32, fourLetters, hasText, textBytes } from './read-bytes';

const HEADER = 128;
const TAG = 12;
/** What is kept of a profile: how its numbers become colours. Not what it is called, who made it, for which device, when. */
const colourTags = [
  'wtpt',
  'chad',
  'rXYZ',
  'gXYZ',
  'bXYZ',
  'rTRC',
  'gTRC',
  'bTRC',
  'kTRC',
  'cicp',
  'A2B0',
  'A2B1',
  'A2B2',
] as const;
type ColourTag = (typeof colourTags)[number];
const lookUpTags: readonly ColourTag[] = ['A2B0', 'A2B1', 'A2B2'];
const matrixTags: readonly ColourTag[] = ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'];

const classes = new Set(['mntr', 'scnr', 'prtr', 'spac']);
const channels = new Map([
  ['RGB ', 3],
  ['GRAY', 1],
  ['CMYK', 4],
]);
/** The white that all profiles refer to, D50, as three numbers of 16.16 bits (ICC.1:2022, 7.2.16). */
const illuminant = [...asBigEndian32(0xf6d6), ...asBigEndian32(0x10000), ...asBigEndian32(0xd32d)];

/** Two texts that every profile must have; these say nothing, and the same in each. */
const description = 'Colours';
const copyright = 'Not stated';

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

/** A text of version 4: `mluc` with one record, in English (ICC.1:2022, 10.15). */
const localisedText = (text: string): number[] => [
  ...textBytes('mluc\0\0\0\0'),
  ...asBigEndian32(1),
  ...asBigEndian32(12),
  ...textBytes('enUS'),
  ...asBigEndian32(text.length * 2),
  ...asBigEndian32(28),
  ...textBytes(text).flatMap(asBigEndian16),
];

/** A description of version 2: `desc`, with nothing in its parts for other scripts (ICC.1:2001-04, 6.5.17). */
const describedText = (text: string): number[] => [
  ...textBytes('desc\0\0\0\0'),
  ...asBigEndian32(text.length + 1),
  ...textBytes(`${text}\0`),
  ...zeros(4 + 4 + 2 + 1 + 67),
];

const textTags = (version: number): [string, number[]][] =>
  version >= 4
    ? [
        ['desc', localisedText(description)],
        ['cprt', localisedText(copyright)],
      ]
    : [
        ['desc', describedText(description)],
        ['cprt', [...textBytes('text\0\0\0\0'), ...textBytes(`${copyright}\0`)]],
      ];

/** Where each tag's value lies; of a tag written twice the first. */
const readTagTable = (profile: Uint8Array): Map<string, readonly [from: number, size: number]> => {
  const table = new Map<string, readonly [number, number]>();
  const count = Math.min(bigEndian32(profile, HEADER), Math.floor((profile.length - HEADER - 4) / TAG));
  for (let index = 0; index < count; index += 1) {
    const at = HEADER + 4 + index * TAG;
    const name = fourLetters(profile, at);
    if (!table.has(name)) table.set(name, [bigEndian32(profile, at + 4), bigEndian32(profile, at + 8)]);
  }
  return table;
};

type ColourValues = { readonly tags: Map<ColourTag, number>; readonly values: Map<number, Uint8Array> };

/** The colour tags that are whole, by the place of their values: several tags may share one. */
const readColourValues = (profile: Uint8Array, inputs: number): ColourValues => {
  const tags = new Map<ColourTag, number>();
  const values = new Map<number, Uint8Array>();
  const table = readTagTable(profile);
  for (const name of colourTags) {
    const [from, size] = table.get(name) ?? [0, 0];
    if (from < HEADER || size < 8 || from + size > profile.length) continue;
    const value = readTagValue(name, profile.subarray(from, from + size), inputs);
    if (value === null) continue;
    tags.set(name, from);
    values.set(from, value);
  }
  return { tags, values };
};

const saysColours = ({ tags }: ColourValues, space: string): boolean =>
  lookUpTags.some((name) => tags.has(name)) ||
  (space === 'RGB ' && matrixTags.every((name) => tags.has(name))) ||
  (space === 'GRAY' && tags.has('kTRC'));

/** The header with its size, what must be there, and zeros for date, platform, device, maker and checksum. */
const makeHeader = (profile: Uint8Array, size: number): number[] => [
  ...asBigEndian32(size),
  ...zeros(4),
  profile[8] ?? 0,
  profile[9] ?? 0,
  0,
  0,
  ...profile.subarray(12, 24),
  ...zeros(12),
  ...textBytes('acsp'),
  ...zeros(24),
  ...asBigEndian32(bigEndian32(profile, 64) & 3),
  ...illuminant,
  ...zeros(48),
];

const padded = (size: number): number => Math.ceil(size / 4) * 4;

const writeProfile = (profile: Uint8Array, { tags, values }: ColourValues): Uint8Array => {
  const parts: ArrayLike<number>[] = [];
  const entries: number[] = [];
  const texts = textTags(profile[8] ?? 0);
  let end = HEADER + 4 + TAG * (texts.length + tags.size);
  const place = (part: ArrayLike<number>): readonly [number, number] => {
    const from = end;
    parts.push(part);
    end += padded(part.length);
    return [from, part.length];
  };
  const note = (name: string, [from, size]: readonly [number, number]) =>
    entries.push(...textBytes(name), ...asBigEndian32(from), ...asBigEndian32(size));

  for (const [name, text] of texts) note(name, place(text));
  const placed = new Map<number, readonly [number, number]>();
  for (const [name, from] of tags) {
    const there = placed.get(from) ?? place(values.get(from) ?? []);
    placed.set(from, there);
    note(name, there);
  }
  const whole = new Uint8Array(end);
  whole.set([...makeHeader(profile, end), ...asBigEndian32(texts.length + tags.size), ...entries]);
  let at = HEADER + 4 + entries.length;
  for (const part of parts) {
    whole.set(part, at);
    at += padded(part.length);
  }
  return whole;
};

/**
 * A colour profile (ICC.1:2022) made anew of the numbers that turn the picture's values into colours: no names of
 * devices, makers or people, no dates, no serial numbers, no measurements. The same again for what it made itself. Null
 * when the bytes are no profile of RGB, grey or CMYK, or hold no such numbers in a form that is known through and through.
 */
export const rebuildProfile = (profile: Uint8Array): Uint8Array | null => {
  const size = bigEndian32(profile, 0);
  if (profile.length < HEADER + 4 || size < HEADER + 4 || size > profile.length) return null;
  const space = fourLetters(profile, 16);
  const inputs = channels.get(space);
  if (inputs === undefined || !hasText(profile, 36, 'acsp') || !classes.has(fourLetters(profile, 12))) return null;
  if (!hasText(profile, 20, 'XYZ ') && !hasText(profile, 20, 'Lab ')) return null;
  const colours = readColourValues(profile.subarray(0, size), inputs);
  return saysColours(colours, space) ? writeProfile(profile, colours) : null;
};
