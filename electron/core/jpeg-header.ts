import type { Orientation } from './cleaned-picture';
import { readBlockOrientation } from './exif-orientation';
import { rebuildProfile } from './icc-profile';
import { asBigEndian16, hasText, textBytes } from './read-bytes';

/** What is known of a picture from its application segments, before its first scan. */
export type JpegHeader = {
  /** Version, unit and density of JFIF. */
  jfif: Uint8Array | null;
  /** The number by which Adobe's programs say how colours were turned into components. */
  adobe: number | null;
  /** The parts of the colour profile, by their numbers. */
  readonly profile: Map<number, Uint8Array>;
  /** How many parts there are to be; null where the parts contradict each other. */
  profileParts: number | null;
  orientation: Orientation | null;
};

const PROFILE = 'ICC_PROFILE\0';
/** How much of a profile goes into a segment: 65,535 less length, name and the two numbers. */
const MAX_PART = 0xffff - 2 - PROFILE.length - 2;
const MAX_PARTS = 255;

/** Nothing known yet. */
export const newJpegHeader = (): JpegHeader => ({
  jfif: null,
  adobe: null,
  profile: new Map(),
  profileParts: 0,
  orientation: null,
});

const noteProfilePart = (header: JpegHeader, segment: Uint8Array) => {
  const [part = 0, parts = 0] = segment.subarray(PROFILE.length);
  const contradicts = header.profileParts !== 0 && header.profileParts !== parts;
  if (contradicts || part < 1 || part > parts || header.profile.has(part)) header.profileParts = null;
  else header.profileParts = parts;
  header.profile.set(part, segment.subarray(PROFILE.length + 2));
};

/**
 * Notes what shows the picture from an application segment's content: JFIF without its small picture (ITU-T T.871,
 * 10.1), Adobe's number (Adobe Technical Note #5116, 18), a part of the colour profile (ICC.1:2022, B.4), and how EXIF
 * says to turn it. Everything else of it, and every other kind, is left behind.
 */
export const noteApplicationSegment = (header: JpegHeader, marker: number, segment: Uint8Array) => {
  if (marker === 0xe0 && hasText(segment, 0, 'JFIF\0') && segment.length >= 14) header.jfif = segment.slice(5, 12);
  else if (marker === 0xe1 && hasText(segment, 0, 'Exif\0\0')) header.orientation ??= readBlockOrientation(segment);
  else if (marker === 0xe2 && hasText(segment, 0, PROFILE) && segment.length >= PROFILE.length + 2)
    noteProfilePart(header, segment);
  else if (marker === 0xee && hasText(segment, 0, 'Adobe') && segment.length >= 12) header.adobe = segment[11] ?? 0;
};

const writeSegment = (marker: number, content: readonly number[]): number[] => [
  0xff,
  marker,
  ...asBigEndian16(content.length + 2),
  ...content,
];

const joinProfile = ({ profile, profileParts }: JpegHeader): Uint8Array | null => {
  if (profileParts === null || profileParts === 0 || profile.size !== profileParts) return null;
  const parts = Array.from({ length: profileParts }, (_, index) => profile.get(index + 1) ?? new Uint8Array());
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return rebuildProfile(whole);
};

const writeProfile = (profile: Uint8Array | null): number[] => {
  const parts = Math.ceil((profile?.length ?? 0) / MAX_PART);
  if (profile === null || parts > MAX_PARTS) return [];
  return Array.from({ length: parts }, (_, index) => [
    ...textBytes(PROFILE),
    index + 1,
    parts,
    ...profile.subarray(index * MAX_PART, (index + 1) * MAX_PART),
  ]).flatMap((content) => writeSegment(0xe2, content));
};

/** The start of a picture with what was noted, always in the same order. */
export const writeJpegHeader = (header: JpegHeader): number[] => [
  0xff,
  0xd8,
  ...(header.jfif === null ? [] : writeSegment(0xe0, [...textBytes('JFIF\0'), ...header.jfif, 0, 0])),
  // Version 100, no flags: what those say is about Adobe's programs, not about colours.
  ...(header.adobe === null ? [] : writeSegment(0xee, [...textBytes('Adobe'), 0, 100, 0, 0, 0, 0, header.adobe])),
  ...writeProfile(joinProfile(header)),
];
