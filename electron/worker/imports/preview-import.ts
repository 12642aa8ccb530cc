import { documentText } from '#core/document';
import { builtInFeelings } from '#core/feeling';
import { type ImportFormat, type ImportPreview, MOST_BAD_ROWS, suggestedMood } from '#core/import';
import { wallTime } from '#core/local-date';
import type { Database } from '../db/database';
import type { Journal } from '../journal';
import { findCheckIn } from '../repositories/check-in';
import { findEntry, listPlainAround } from '../repositories/entry';
import { findTombstone } from '../repositories/tombstone';
import { importedId, isCheckIn } from './import-plan';
import type { BadRow, Imported } from './imported';

const MINUTE = 60_000;

const comparable = (title: string, plain: string): string => `${title}\n${plain}`.replace(/\s+/gu, ' ').trim();

/** Whether the same words stand here at the same minute, wherever they came from. */
const isWrittenHere = (db: Database, { at, zone, title, body }: Imported): boolean => {
  const words = comparable(title, documentText(body));
  if (words === '') return false;
  const minute = Math.floor(wallTime(at, zone) / MINUTE) * MINUTE;
  return listPlainAround(db, minute, minute + MINUTE).some((here) => comparable(here.title, here.plain) === words);
};

/** Whether a record is here already: by an earlier import, deleted since as it may be, or with the same words at the same time. */
export const isKnown = ({ db }: Journal, format: ImportFormat, record: Imported): boolean => {
  const id = importedId(format, record);
  const isHere =
    findEntry(db, id) !== undefined || findCheckIn(db, id) !== undefined || findTombstone(db, id) !== undefined;
  return isHere || isWrittenHere(db, record);
};

const countNames = (names: readonly string[]): { name: string; count: number }[] => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).toSorted((one, other) => other.count - one.count);
};

const feelings: ReadonlySet<string> = new Set(builtInFeelings);

type Read = {
  readonly format: ImportFormat;
  readonly records: readonly Imported[];
  readonly bad: readonly BadRow[];
};

const BATCH = 200;

/** What an export holds, next to what is here. `pause` is called now and then, and may throw. */
export const previewOf = async (
  journal: Journal,
  { format, records, bad }: Read,
  pause: () => Promise<void>,
): Promise<ImportPreview> => {
  const fresh: Imported[] = [];
  // One that is in the export twice is one.
  const seen = new Set<string>();
  for (const [index, record] of records.entries()) {
    const id = importedId(format, record);
    if (!seen.has(id) && !isKnown(journal, format, record)) fresh.push(record);
    seen.add(id);
    if (index % BATCH === BATCH - 1) await pause();
  }
  const days = fresh.map(({ day }) => day).sort();
  const checkIns = fresh.filter((record) => isCheckIn(format, record)).length;
  return {
    format,
    entries: fresh.length - checkIns,
    checkIns,
    known: records.length - fresh.length,
    pictures: fresh.reduce((count, { pictures }) => count + pictures.length, 0),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    moods: countNames(fresh.flatMap(({ mood }) => (mood === null ? [] : [mood]))).map((one) => ({
      ...one,
      mood: suggestedMood(one.name),
    })),
    activities: countNames(fresh.flatMap(({ activities }) => activities)).map((one) => ({
      ...one,
      target: feelings.has(one.name.toLowerCase()) ? ('feeling' as const) : ('tag' as const),
    })),
    bad: bad.slice(0, MOST_BAD_ROWS).map(({ where, reason }) => ({ ...where, reason })),
    badCount: bad.length,
  };
};
