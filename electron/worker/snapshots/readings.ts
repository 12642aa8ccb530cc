import { join } from 'node:path';
import { z } from 'zod';
import { type SnapshotName, snapshotName } from '#core/snapshot';
import { readIfThere, replaceFile } from '../vault/durable-file';
import { listNames, timeOf } from './snapshot-files';

const readings = z.strictObject({
  /** By the name of a snapshot: when all of it was last read, epoch ms, and whether it was found whole. */
  read: z.record(snapshotName, z.strictObject({ at: z.int(), whole: z.boolean() })),
  /** The person said that a journal smaller than before is right: snapshots up to this one no longer speak against it. */
  smallerSince: snapshotName.nullable(),
});
export type Readings = z.infer<typeof readings>;

const none: Readings = { read: {}, smallerSince: null };

const fileIn = (folder: string): string => join(folder, 'readings.json');

/** What the readings of the snapshots in `folder` found. A lost or damaged note costs nothing but another reading. */
export const loadReadings = (folder: string): Readings => {
  try {
    const parsed = readings.safeParse(JSON.parse(readIfThere(fileIn(folder))?.toString('utf8') ?? 'null'));
    return parsed.success ? parsed.data : none;
  } catch {
    return none;
  }
};

/**
 * When the newest snapshot that was found whole and still lies in `folder` was taken, epoch ms; null where there is none. No
 * key is needed, and whatever keeps the folder from being looked into is told where snapshots are listed, not here.
 */
export const newestWhole = (folder: string): number | null => {
  try {
    const { read } = loadReadings(folder);
    const name = listNames(folder).find((known) => read[known]?.whole === true);
    return name === undefined ? null : timeOf(name);
  } catch {
    return null;
  }
};

/** Notes a change; forgets snapshots that are not among `present`. */
export const saveReadings = (folder: string, change: Partial<Readings>, present: readonly SnapshotName[]): void => {
  const next = { ...loadReadings(folder), ...change };
  const read = Object.fromEntries(Object.entries(next.read).filter(([name]) => present.includes(name as SnapshotName)));
  replaceFile(fileIn(folder), Buffer.from(`${JSON.stringify({ ...next, read })}\n`, 'utf8'));
};

/** Notes that all of one was read (epoch ms), and what was found. */
export const noteReading = (
  folder: string,
  name: SnapshotName,
  reading: { readonly at: number; readonly whole: boolean },
): void => saveReadings(folder, { read: { ...loadReadings(folder).read, [name]: reading } }, listNames(folder));
