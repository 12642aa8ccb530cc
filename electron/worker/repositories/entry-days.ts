import type { EntrySummary } from '#core/entry';
import type { DateRange, LocalDate } from '#core/local-date';
import type { Database } from '../db/database';
import { sql, sqlList } from '../db/sql';
import { type SummaryRow, summaryColumns, toSummary } from './entry';

/** How many kept entries each day of a range has, earliest first; days without any are left out. */
export const countEntriesByDay = (db: Database, { from, to }: DateRange): { day: LocalDate; entries: number }[] =>
  db.all(sql`SELECT day, count(*) AS entries FROM entry
    WHERE deleted_at IS NULL AND day BETWEEN ${from} AND ${to} GROUP BY day ORDER BY day`);

/** Kept entries of any of some days, latest first, at most `limit`. */
export const listEntriesOfDays = (db: Database, days: readonly LocalDate[], limit: number): EntrySummary[] =>
  db
    .all<SummaryRow>(sql`SELECT ${summaryColumns} FROM entry WHERE position IN (
        SELECT position FROM entry INDEXED BY entry_by_day WHERE deleted_at IS NULL AND day IN (${sqlList(days)})
        ORDER BY position DESC LIMIT ${limit})
      ORDER BY position DESC`)
    .map(toSummary);
