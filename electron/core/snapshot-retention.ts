/** What is known of a snapshot when it is decided whether it stays. */
export type DatedSnapshot = {
  readonly name: string;
  /** Epoch ms. */
  readonly takenAt: number;
  /** The last reading of it found it whole. */
  readonly isVerified: boolean;
};

const LATEST = 5;
const DAYS = 7;
const WEEKS = 5;
const MONTHS = 12;

const DAY_MS = 86_400_000;

/** UTC day since 1970, its week (from Monday) and its month, as numbers that grow with time. */
const dayOf = ({ takenAt }: DatedSnapshot): number => Math.floor(takenAt / DAY_MS);
// The first of January 1970 was a Thursday.
const weekOf = (snapshot: DatedSnapshot): number => Math.floor((dayOf(snapshot) + 3) / 7);
const monthOf = ({ takenAt }: DatedSnapshot): number => {
  const date = new Date(takenAt);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** The newest snapshot of each of the newest `most` periods that have one. */
const newestOfEach = (
  newestFirst: readonly DatedSnapshot[],
  most: number,
  periodOf: (snapshot: DatedSnapshot) => number,
): DatedSnapshot[] => {
  const newest = new Map<number, DatedSnapshot>();
  for (const snapshot of newestFirst) {
    const period = periodOf(snapshot);
    if (!newest.has(period)) newest.set(period, snapshot);
  }
  return [...newest.values()].slice(0, most);
};

/**
 * The names of the snapshots that may go: all but the newest five, the newest of each of seven days, five weeks and twelve
 * months that have one (in UTC), and the newest one that was found whole. One from the future says nothing about what is
 * old: it neither goes nor stands in the way of another.
 */
export const snapshotsToRemove = (snapshots: readonly DatedSnapshot[], now: number): string[] => {
  const past = snapshots.filter(({ takenAt }) => takenAt <= now);
  const newestFirst = [...past].sort((one, other) => other.takenAt - one.takenAt || (other.name < one.name ? -1 : 1));
  const verified = newestFirst.find(({ isVerified }) => isVerified);
  const kept = new Set([
    ...newestFirst.slice(0, LATEST),
    ...newestOfEach(newestFirst, DAYS, dayOf),
    ...newestOfEach(newestFirst, WEEKS, weekOf),
    ...newestOfEach(newestFirst, MONTHS, monthOf),
    ...(verified === undefined ? [] : [verified]),
  ]);
  return past.filter((snapshot) => !kept.has(snapshot)).map(({ name }) => name);
};
