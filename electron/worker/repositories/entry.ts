import type { Document } from '#core/document';
import type { Entry, EntryKind, EntrySummary } from '#core/entry';
import { AppError } from '#core/errors';
import type { LocalDate } from '#core/local-date';
import type { RecordId, RecordVersion } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { type Sql, sql } from '../db/sql';
import { type ExpiredRecord, type ExpiredRow, toExpired } from './expired';
import { listLabelsOf } from './label';

/** Positions a millisecond of the wall clock has; entries made in the same millisecond take the next free one. */
const SLOTS_PER_MS = 16;

export type SummaryRow = {
  position: number;
  id: Uint8Array;
  at: number;
  zone: string;
  day: string;
  title: string;
  excerpt: string;
  mood: number | null;
  tag_names: string;
  pinned: number;
  word_count: number;
  deleted_at: number | null;
};

type EntryRow = SummaryRow & {
  version: string;
  created_at: number;
  updated_at: number;
  kind: string;
  body: string;
};

/** What a list shows of an entry. */
export const summaryColumns: Sql = sql`entry.position, entry.id, entry.at, entry.zone, entry.day, entry.title, entry.excerpt,
  entry.mood, entry.tag_names, entry.pinned, entry.word_count, entry.deleted_at`;

const toTags = (names: string): string[] => (names === '' ? [] : names.split('\n'));

/** A row of summaryColumns as the list shows it. */
export const toSummary = (row: SummaryRow): EntrySummary => ({
  id: idText(row.id),
  position: row.position,
  at: row.at,
  zone: row.zone,
  day: row.day as LocalDate,
  title: row.title,
  excerpt: row.excerpt,
  mood: row.mood,
  tags: toTags(row.tag_names),
  pinned: row.pinned === 1,
  wordCount: row.word_count,
  deletedAt: row.deleted_at,
});

const toEntry = (db: Database, row: EntryRow): Entry => ({
  id: idText(row.id),
  version: row.version as RecordVersion,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
  at: row.at,
  zone: row.zone,
  day: row.day as LocalDate,
  title: row.title,
  body: JSON.parse(row.body) as Document,
  kind: row.kind as EntryKind,
  mood: row.mood,
  tags: toTags(row.tag_names),
  feelings: listLabelsOf(db, 'entry_feeling', row.position),
  pinned: row.pinned === 1,
  wordCount: row.word_count,
});

/** An entry with its row, so that a change can see what stands there now. */
export type StoredEntry = {
  readonly position: number;
  readonly plain: string;
  readonly bodyText: string;
  readonly entry: Entry;
};

/** The entry of an id, in the bin or not, or undefined. */
export const findEntry = (db: Database, id: RecordId): StoredEntry | undefined => {
  const row = db.get<EntryRow & { plain: string }>(sql`SELECT * FROM entry WHERE id = ${idBytes(id)}`);
  return row === undefined
    ? undefined
    : { position: row.position, plain: row.plain, bodyText: row.body, entry: toEntry(db, row) };
};

/** Whether an entry's page shows a picture: its id stands in the text of the body. */
export const isOnPage = (db: Database, entry: RecordId, picture: RecordId): boolean =>
  db.get(sql`SELECT 1 FROM entry WHERE id = ${idBytes(entry)} AND instr(body, ${picture}) > 0`) !== undefined;

/** What an entry is compared by across two journals: its words as stored, and whether it lies in the bin. */
export const findEntryText = (
  db: Database,
  id: RecordId,
): { readonly title: string; readonly bodyText: string; readonly deletedAt: number | null } | undefined =>
  db.get(sql`SELECT title, body AS "bodyText", deleted_at AS "deletedAt" FROM entry WHERE id = ${idBytes(id)}`);

/** The entry of an id; fails with NOT_FOUND. */
export const getEntry = (db: Database, id: RecordId): StoredEntry => {
  const found = findEntry(db, id);
  if (found === undefined) throw new AppError('NOT_FOUND');
  return found;
};

/** The first position of a moment on the wall (local-date's wallTime). */
export const positionOfWall = (wall: number): number => Math.floor(wall) * SLOTS_PER_MS;

/** The first position of a day on the wall, given as a day number (local-date's dayNumber). */
export const positionOfDay = (day: number): number => day * 86_400_000 * SLOTS_PER_MS;

/** The first free position at or after a wall-clock time (local-date's wallTime). `own` may be kept. */
export const freePosition = (db: Database, wall: number, own: number | null): number => {
  const first = positionOfWall(wall);
  if (own !== null && own >= first && own < first + SLOTS_PER_MS) return own;
  const taken = db.get<{ position: number | null }>(
    sql`WITH RECURSIVE run (position) AS (
      SELECT position FROM entry WHERE position = ${first}
      UNION ALL SELECT entry.position FROM entry JOIN run ON entry.position = run.position + 1
    ) SELECT max(position) AS position FROM run`,
  )?.position;
  return taken === null || taken === undefined ? first : taken + 1;
};

/** Whether no entry stands at a position. */
export const isFreePosition = (db: Database, position: number): boolean =>
  db.get(sql`SELECT 1 FROM entry WHERE position = ${position}`) === undefined;

/** What a write stores besides the entry itself. */
export type EntryWrite = {
  readonly entry: Omit<Entry, 'feelings'>;
  readonly position: number;
  readonly plain: string;
  readonly excerpt: string;
  readonly bodyText: string;
};

/** Stores a new entry, without its labels' links. */
export const insertEntry = (db: Database, { entry, position, plain, excerpt, bodyText }: EntryWrite): void => {
  db.run(sql`INSERT INTO entry (position, id, version, created_at, updated_at, deleted_at, at, zone, day, kind, title,
      mood, pinned, word_count, excerpt, tag_names, plain, body)
    VALUES (${position}, ${idBytes(entry.id)}, ${entry.version}, ${entry.createdAt}, ${entry.updatedAt},
      ${entry.deletedAt}, ${entry.at}, ${entry.zone}, ${entry.day}, ${entry.kind}, ${entry.title}, ${entry.mood},
      ${entry.pinned ? 1 : 0}, ${entry.wordCount}, ${excerpt}, ${entry.tags.join('\n')}, ${plain}, ${bodyText})`);
};

/** Replaces an entry's row, without its labels' links. */
export const updateEntry = (db: Database, { entry, position, plain, excerpt, bodyText }: EntryWrite): void => {
  db.run(sql`UPDATE entry SET position = ${position}, version = ${entry.version}, updated_at = ${entry.updatedAt},
      deleted_at = ${entry.deletedAt}, at = ${entry.at}, zone = ${entry.zone}, day = ${entry.day}, kind = ${entry.kind},
      title = ${entry.title}, mood = ${entry.mood}, pinned = ${entry.pinned ? 1 : 0}, word_count = ${entry.wordCount},
      excerpt = ${excerpt}, tag_names = ${entry.tags.join('\n')}, plain = ${plain}, body = ${bodyText}
    WHERE id = ${idBytes(entry.id)}`);
};

/** Marks an entry deleted (epoch ms) or, with null, kept again. */
export const updateEntryDeleted = (
  db: Database,
  id: RecordId,
  change: { readonly deletedAt: number | null; readonly version: RecordVersion; readonly updatedAt: number },
): void => {
  db.run(sql`UPDATE entry SET deleted_at = ${change.deletedAt}, version = ${change.version},
    updated_at = ${change.updatedAt} WHERE id = ${idBytes(id)}`);
};

/** A stretch of a list: below a position (null for the beginning), at most so many. */
export type PageRequest = { readonly before: number | null; readonly limit: number };

/** Above every position. */
export const START = Number.MAX_SAFE_INTEGER;

/** Kept entries, latest on the wall clock first, beginning below the cursor. */
export const listEntries = (db: Database, { before, limit }: PageRequest): EntrySummary[] =>
  db
    .all<SummaryRow>(sql`SELECT ${summaryColumns} FROM entry
      WHERE deleted_at IS NULL AND position < ${before ?? START} ORDER BY position DESC LIMIT ${limit}`)
    .map(toSummary);

/** What a list shows of the entry of an id, in the bin or not; fails with NOT_FOUND. */
export const getEntrySummary = (db: Database, id: RecordId): EntrySummary => {
  const row = db.get<SummaryRow>(sql`SELECT ${summaryColumns} FROM entry WHERE id = ${idBytes(id)}`);
  if (row === undefined) throw new AppError('NOT_FOUND');
  return toSummary(row);
};

/** Entries in the bin, latest on the wall clock first, beginning below the cursor. */
export const listDeletedEntries = (db: Database, { before, limit }: PageRequest): EntrySummary[] =>
  db
    .all<SummaryRow>(sql`SELECT ${summaryColumns} FROM entry INDEXED BY entry_in_bin
      WHERE deleted_at IS NOT NULL AND position < ${before ?? START} ORDER BY position DESC LIMIT ${limit}`)
    .map(toSummary);

/** Title and text of the entries, in the bin or not, from one wall-clock time (local-date's wallTime) up to another. */
export const listPlainAround = (db: Database, from: number, to: number): { title: string; plain: string }[] =>
  db.all(sql`SELECT title, plain FROM entry
    WHERE position >= ${from * SLOTS_PER_MS} AND position < ${to * SLOTS_PER_MS}`);

/** How many entries are kept and how many lie in the bin. */
export const countEntries = (db: Database): { kept: number; bin: number } =>
  db.get<{ kept: number; bin: number }>(sql`SELECT
    (SELECT count(*) FROM entry INDEXED BY entry_kept WHERE deleted_at IS NULL) AS kept,
    (SELECT count(*) FROM entry INDEXED BY entry_in_bin WHERE deleted_at IS NOT NULL) AS bin`) ?? { kept: 0, bin: 0 };

/** Entries that went into the bin before an instant (epoch ms). */
export const listExpiredEntries = (db: Database, before: number): ExpiredRecord[] =>
  db.all<ExpiredRow>(sql`SELECT id, version FROM entry WHERE deleted_at < ${before}`).map(toExpired);

/** Removes an entry for good, with its labels' links, revisions and attachments. */
export const deleteEntry = (db: Database, id: RecordId): void => {
  const key = idBytes(id);
  db.run(sql`DELETE FROM revision WHERE entry_id = ${key}`);
  db.run(sql`DELETE FROM attachment WHERE entry_id = ${key}`);
  db.run(sql`DELETE FROM entry WHERE id = ${key}`);
};

/** Every entry, in the bin or not, earliest on the wall clock first, beginning after a position. */
export const listAllEntries = (
  db: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): { position: number; entry: Entry }[] =>
  db
    .all<EntryRow>(sql`SELECT ${summaryColumns}, entry.version, entry.created_at, entry.updated_at, entry.kind,
        entry.body
      FROM entry WHERE position > ${after} ORDER BY position LIMIT ${limit}`)
    .map((row) => ({ position: row.position, entry: toEntry(db, row) }));
