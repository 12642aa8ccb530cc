import type { SnapshotSummary } from '#core/snapshot';
import { formatMomentInSentence, type Moment } from './format';
import { systemZone } from './today';

type Taken = Pick<SnapshotSummary, 'takenAt'>;

/** From what is read most easily to what tells any two apart. */
const readings: readonly Pick<Moment, 'seconds' | 'fraction'>[] = [
  {},
  { seconds: true },
  { seconds: true, fraction: 1 },
  { seconds: true, fraction: 2 },
  { seconds: true, fraction: 3 },
];

/** Farther apart than this, no two read the same, not even in the hour that comes twice. */
const APART = 2 * 3_600_000;

/**
 * When a backup was taken, told so that it is not taken for another of `all`: with seconds, and parts of one, only where
 * another would read the same without.
 */
export const backupMoment = ({ takenAt }: Taken, all: readonly Taken[]): Moment => {
  const zone = systemZone();
  const near = all.filter((other) => other.takenAt !== takenAt && Math.abs(other.takenAt - takenAt) < APART);
  const isTold = (reading: (typeof readings)[number]): boolean => {
    const words = formatMomentInSentence({ at: takenAt, zone, ...reading });
    return near.every((other) => formatMomentInSentence({ at: other.takenAt, zone, ...reading }) !== words);
  };
  return { at: takenAt, zone, ...(readings.find(isTold) ?? readings.at(-1)) };
};

/** The same within a sentence. */
export const backupMomentInSentence = (backup: Taken, all: readonly Taken[]): string =>
  formatMomentInSentence(backupMoment(backup, all));
