import type { Craving } from '#core/craving';
import type { LocalDate } from '#core/local-date';
import type { RecordId, RecordVersion } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { sql } from '../db/sql';
import { listLabelsOf } from './label';

type Row = {
  seq: number;
  id: Uint8Array;
  version: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
  at: number;
  zone: string;
  day: string;
  ended_at: number | null;
  before: number;
  after: number | null;
  place: string;
  company: string;
  note: string;
  outcome: string;
};

const toCraving = (db: Database, row: Row): Craving => ({
  id: idText(row.id),
  version: row.version as RecordVersion,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
  at: row.at,
  zone: row.zone,
  day: row.day as LocalDate,
  endedAt: row.ended_at,
  before: row.before,
  after: row.after,
  place: row.place,
  company: row.company,
  note: row.note,
  outcome: row.outcome as Craving['outcome'],
  triggers: listLabelsOf(db, 'craving_trigger', row.seq),
});

/** Every craving, in the bin or not, in the order in which they were stored, beginning after a row number. */
export const listAllCravings = (
  db: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): { seq: number; craving: Craving }[] =>
  db
    .all<Row>(sql`SELECT * FROM craving WHERE seq > ${after} ORDER BY seq LIMIT ${limit}`)
    .map((row) => ({ seq: row.seq, craving: toCraving(db, row) }));

/** Stores a new craving without its triggers; answers with its row number. */
export const insertCraving = (db: Database, craving: Omit<Craving, 'triggers'>): number => {
  const c = craving;
  db.run(sql`INSERT INTO craving (id, version, created_at, updated_at, deleted_at, at, zone, day, ended_at, before, after,
      place, company, note, outcome)
    VALUES (${idBytes(c.id)}, ${c.version}, ${c.createdAt}, ${c.updatedAt}, ${c.deletedAt}, ${c.at}, ${c.zone}, ${c.day},
      ${c.endedAt}, ${c.before}, ${c.after}, ${c.place}, ${c.company}, ${c.note}, ${c.outcome})`);
  return db.get<{ seq: number }>(sql`SELECT last_insert_rowid() AS seq`)?.seq ?? 0;
};

/** The craving of an id, in the bin or not, with its row number, or undefined. */
export const findCraving = (db: Database, id: RecordId): { seq: number; craving: Craving } | undefined => {
  const row = db.get<Row>(sql`SELECT * FROM craving WHERE id = ${idBytes(id)}`);
  return row === undefined ? undefined : { seq: row.seq, craving: toCraving(db, row) };
};

/** Replaces a craving's row, without its triggers. */
export const updateCraving = (db: Database, craving: Omit<Craving, 'triggers'>): void => {
  const c = craving;
  db.run(sql`UPDATE craving SET version = ${c.version}, updated_at = ${c.updatedAt}, deleted_at = ${c.deletedAt},
      at = ${c.at}, zone = ${c.zone}, day = ${c.day}, ended_at = ${c.endedAt}, before = ${c.before}, after = ${c.after},
      place = ${c.place}, company = ${c.company}, note = ${c.note}, outcome = ${c.outcome}
    WHERE id = ${idBytes(c.id)}`);
};

/** Removes a craving for good, with its triggers' links. */
export const deleteCraving = (db: Database, id: RecordId): void => {
  db.run(sql`DELETE FROM craving WHERE id = ${idBytes(id)}`);
};
