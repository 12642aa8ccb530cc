import type { RecordVersion } from './record';

const MAX_MS = 2 ** 48 - 1;
const MAX_COUNTER = 2 ** 16 - 1;

/** A record's version taken apart: epoch ms, counter within them, and the device that made it (8 hex digits). */
export type VersionParts = { readonly ms: number; readonly counter: number; readonly device: string };

/** Takes a version apart. */
export const parseVersion = (version: RecordVersion): VersionParts => ({
  ms: Number.parseInt(version.slice(0, 12), 16),
  counter: Number.parseInt(version.slice(13, 17), 16),
  device: version.slice(18),
});

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

const following = (last: RecordVersion): Omit<VersionParts, 'device'> => {
  const { ms, counter } = parseVersion(last);
  return counter < MAX_COUNTER ? { ms, counter: counter + 1 } : { ms: ms + 1, counter: 0 };
};

/**
 * The version of a change made at `now` (epoch ms) on `device` (8 hex digits, lower case), given the greatest version
 * seen so far: later than `last` as text, always, even when the computer's clock was put back; a full counter carries
 * into the milliseconds. RangeError when the 48 bits are used up (year 10889) or the device is none.
 * After Kulkarni et al. 2014, "Logical Physical Clocks".
 */
export const nextVersion = ({
  last,
  now,
  device,
}: {
  readonly last: RecordVersion | null;
  readonly now: number;
  readonly device: string;
}): RecordVersion => {
  if (!/^[0-9a-f]{8}$/.test(device)) throw new RangeError('a device is 8 hex digits');
  const wall = { ms: Math.max(0, Math.floor(now)), counter: 0 };
  const next = last === null || wall.ms > parseVersion(last).ms ? wall : following(last);
  if (!(next.ms <= MAX_MS)) throw new RangeError('no version after this one');
  return `${hex(next.ms, 12)}-${hex(next.counter, 4)}-${device}` as RecordVersion;
};
