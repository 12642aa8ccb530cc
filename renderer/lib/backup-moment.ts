import type { SnapshotSummary } from '#core/snapshot';
import { formatMomentInSentence, type Moment } from './format';
import { systemZone } from './today';

const MINUTE = 60_000;
const minuteOf = ({ takenAt }: Taken): number => Math.floor(takenAt / MINUTE);

type Taken = Pick<SnapshotSummary, 'takenAt'>;

/** When a backup was taken, told so that it is not taken for another of `all`: with seconds where one is of the same minute. */
export const backupMoment = (backup: Taken, all: readonly Taken[]): Moment => ({
  at: backup.takenAt,
  zone: systemZone(),
  seconds: all.filter((other) => minuteOf(other) === minuteOf(backup)).length > 1,
});

/** The same within a sentence. */
export const backupMomentInSentence = (backup: Taken, all: readonly Taken[]): string =>
  formatMomentInSentence(backupMoment(backup, all));
