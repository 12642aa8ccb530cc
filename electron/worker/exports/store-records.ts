import { documentText, excerptOf } from '#core/document';
import { AppError } from '#core/errors';
import type { RecordCounts } from '#core/export-manifest';
import { wallTime } from '#core/local-date';
import type { Database } from '../db/database';
import { sql } from '../db/sql';
import type { Journal } from '../journal';
import { writeRecord } from '../merge/record-stores';
import { insertAttachment, insertPiece } from '../repositories/attachment';
import { insertCheckIn } from '../repositories/check-in';
import { insertCraving } from '../repositories/craving';
import { freePosition, insertEntry } from '../repositories/entry';
import { getGoal, insertGoal, saveMark } from '../repositories/goal';
import { insertLabelsOf, insertStoredLabel } from '../repositories/label';
import { insertStoredRevision } from '../repositories/revision';
import { insertRun } from '../repositories/run';
import { saveSetting } from '../repositories/setting';
import { insertTombstone } from '../repositories/tombstone';
import { countLines } from './export-lines';
import type { ExportRecord } from './thread-messages';

type RecordOf<T extends ExportRecord['type']> = Extract<ExportRecord, { type: T }>;

const storeEntry = (db: Database, { type: _, feelings, ...entry }: RecordOf<'entry'>): void => {
  const plain = documentText(entry.body);
  // Where an entry stands among others of the same millisecond is this journal's own affair.
  const position = freePosition(db, wallTime(entry.at, entry.zone), null);
  insertEntry(db, { entry, position, plain, excerpt: excerptOf(plain), bodyText: JSON.stringify(entry.body) });
  insertLabelsOf(db, 'entry_tag', { owner: position, names: entry.tags });
  insertLabelsOf(db, 'entry_feeling', { owner: position, names: feelings });
};

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');

/** Stores records as they come out of an export, in its order. */
export const storeRecords = ({ db }: Journal) => {
  // The attachment whose pieces come next.
  let attachment = 0;

  const stores: { readonly [T in ExportRecord['type']]: (record: RecordOf<T>) => void } = {
    setting: ({ key, value }) => saveSetting(db, key, value),
    tag: (label) => insertStoredLabel(db, 'tag', label),
    feeling: (label) => insertStoredLabel(db, 'feeling', label),
    trigger: (label) => insertStoredLabel(db, 'trigger_label', label),
    entry: (entry) => storeEntry(db, entry),
    revision: ({ body, ...revision }) => insertStoredRevision(db, { ...revision, bodyText: JSON.stringify(body) }),
    'check-in': (checkIn) =>
      insertLabelsOf(db, 'check_in_feeling', {
        owner: insertCheckIn(db, checkIn),
        names: checkIn.feelings,
      }),
    craving: (craving) =>
      insertLabelsOf(db, 'craving_trigger', {
        owner: insertCraving(db, craving),
        names: craving.triggers,
      }),
    goal: (goal) => insertGoal(db, goal),
    'goal-mark': ({ type: _, version, updatedAt, ...mark }) =>
      saveMark(db, getGoal(db, mark.goal).seq, { mark, version, updatedAt }),
    run: (run) => insertRun(db, run),
    attachment: ({ thumbnail, ...rest }) => {
      attachment = insertAttachment(db, rest, thumbnail);
    },
    'attachment-piece': (piece) => insertPiece(db, attachment, piece),
    'kept-version': (kept) => writeRecord(db, kept),
    tombstone: (tombstone) => insertTombstone(db, tombstone),
  };
  const store = <T extends ExportRecord['type']>(type: T, record: RecordOf<T>): void => stores[type](record);

  /** Stores a batch in one transaction; fails with EXPORT_DAMAGED when the database's own rules refuse a record. */
  return (records: readonly ExportRecord[]): void => {
    try {
      db.transaction(() => {
        for (const record of records) store(record.type, record);
      });
    } catch (error) {
      throw isRefusal(error) ? new AppError('EXPORT_DAMAGED', { cause: error }) : error;
    }
  };
};

const sound = (db: Database): boolean => {
  // SQLCipher looks at the file alone, so what is still in the log must be in the file first.
  db.all(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
  if (db.all(sql`PRAGMA cipher_integrity_check`).length > 0) return false;
  return db.get<{ quick_check: string }>(sql`PRAGMA quick_check`)?.quick_check === 'ok';
};

/** Proves that a filled journal holds as many records as were read, and that its file is sound; fails with EXPORT_DAMAGED. */
export const checkRestored = ({ db }: Journal, counts: RecordCounts): void => {
  const stored = countLines(db);
  const complete = Object.entries(counts).every(([type, count]) => stored[type] === count);
  if (!complete || !sound(db)) throw new AppError('EXPORT_DAMAGED');
};
