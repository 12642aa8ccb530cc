import type { EntriesBeside, EntrySummary } from '#core/entry';
import { AppError } from '#core/errors';
import { type CalendarDay, MOST_SEARCHES, sameDayOfEarlierYears, savedSearches } from '#core/finding';
import { type DateRange, type LocalDate, wallTime } from '#core/local-date';
import type { RecordId } from '#core/record';
import type { Journal } from '../journal';
import { listMoodByDay } from '../repositories/check-in';
import { positionOfWall } from '../repositories/entry';
import { findEarlier, findLater, findPosition } from '../repositories/entry-beside';
import { countEntriesByDay, listEntriesOfDays } from '../repositories/entry-days';
import { findSetting, saveSetting } from '../repositories/setting';

const SEARCHES = 'saved-searches';

/** The searches that are kept, in the order in which they were; what cannot be read as such counts as none. */
export const keptSearches = ({ db }: Journal): string[] => {
  const stored = findSetting(db, SEARCHES);
  if (stored === undefined) return [];
  try {
    return savedSearches.parse(JSON.parse(stored));
  } catch {
    // Written by a version of the future, or by another hand: a convenience, not words that a person would miss.
    return [];
  }
};

const change = (journal: Journal, apply: (kept: readonly string[]) => readonly string[]): void => {
  const { db } = journal;
  db.transaction(() => saveSetting(db, SEARCHES, JSON.stringify(apply(keptSearches(journal)))));
};

/** Keeps a search, once; fails with TOO_LARGE when fifty others are kept. */
export const keepSearch = (journal: Journal, text: string): void =>
  change(journal, (kept) => {
    if (kept.includes(text)) return kept;
    if (kept.length >= MOST_SEARCHES) throw new AppError('TOO_LARGE');
    return [...kept, text];
  });

/** Keeps a search no longer. */
export const dropSearch = (journal: Journal, text: string): void =>
  change(journal, (kept) => kept.filter((other) => other !== text));

/** The days of a range on which something was written or a mood told, earliest first; a mood is the mean of the day's. */
export const daysOfCalendar = ({ db }: Journal, range: DateRange): CalendarDay[] => {
  const days = new Map<LocalDate, CalendarDay>();
  for (const { day, entries } of countEntriesByDay(db, range)) days.set(day, { day, entries, mood: null });
  for (const { day, mood } of listMoodByDay(db, range))
    days.set(day, { day, entries: days.get(day)?.entries ?? 0, mood });
  return [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
};

/** Entries from the same day of earlier years, latest first. */
export const entriesOnThisDay = (
  { db }: Journal,
  { today, limit }: { readonly today: LocalDate; readonly limit: number },
): EntrySummary[] => listEntriesOfDays(db, sameDayOfEarlierYears(today), limit);

/**
 * The kept entries next to one on the wall clock. One that is not stored yet counts as standing before all others of its
 * millisecond.
 */
export const entriesBeside = (
  { db }: Journal,
  { id, at, zone }: { readonly id: RecordId; readonly at: number; readonly zone: string },
): EntriesBeside => {
  const own = findPosition(db, id);
  const first = positionOfWall(wallTime(at, zone));
  return {
    earlier: findEarlier(db, own ?? first),
    later: findLater(db, own ?? first - 1),
  };
};
