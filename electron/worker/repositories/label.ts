import { AppError } from '#core/errors';
import { bareLabel, foldLabel, uniqueLabels } from '#core/label';
import type { RecordId, RecordVersion } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { type Sql, sql } from '../db/sql';
import type { Journal } from '../journal';

/** A kind of label and the table that holds its names. */
export type LabelTable = 'tag' | 'feeling' | 'trigger_label';

const tables: Readonly<Record<LabelTable, Sql>> = {
  tag: sql`tag`,
  feeling: sql`feeling`,
  trigger_label: sql`trigger_label`,
};

/** Which records carry which labels: the link table, its owner's column and its label's column. */
const links = {
  entry_tag: { table: sql`entry_tag`, owner: sql`entry`, label: 'tag' },
  entry_feeling: { table: sql`entry_feeling`, owner: sql`entry`, label: 'feeling' },
  check_in_feeling: { table: sql`check_in_feeling`, owner: sql`check_in`, label: 'feeling' },
  craving_trigger: { table: sql`craving_trigger`, owner: sql`craving`, label: 'trigger_label' },
} as const satisfies Record<string, { table: Sql; owner: Sql; label: LabelTable }>;

export type LabelLink = keyof typeof links;

const insertLabel = ({ db, newId, newVersion, clock }: Journal, table: LabelTable, name: string): number => {
  const now = clock.now();
  db.run(sql`INSERT INTO ${tables[table]} (id, version, created_at, updated_at, name, folded)
    VALUES (${idBytes(newId())}, ${newVersion(null)}, ${now}, ${now}, ${name}, ${foldLabel(name)})`);
  return db.get<{ seq: number }>(sql`SELECT last_insert_rowid() AS seq`)?.seq ?? 0;
};

/** The row of a name, made when there is none yet. */
export const ensureLabel = (journal: Journal, table: LabelTable, name: string): number =>
  journal.db.get<{ seq: number }>(sql`SELECT seq FROM ${tables[table]} WHERE folded = ${foldLabel(name)}`)?.seq ??
  insertLabel(journal, table, name);

/** Makes a label of every name that has none. */
export const ensureLabels = (journal: Journal, table: LabelTable, names: readonly string[]): void => {
  for (const name of names) ensureLabel(journal, table, name);
};

/** The names on one record, in the order in which they were given. */
export const listLabelsOf = (db: Database, link: LabelLink, owner: number): string[] => {
  const { table, owner: ownerColumn, label } = links[link];
  return db
    .all<{ name: string }>(sql`SELECT label.name FROM ${table} AS link JOIN ${tables[label]} AS label
      ON label.seq = link.${tables[label]} WHERE link.${ownerColumn} = ${owner} ORDER BY link.place`)
    .map(({ name }) => name);
};

/** Puts exactly these names on a record; answers with them as stored (an existing spelling wins). */
export const replaceLabelsOf = (
  journal: Journal,
  link: LabelLink,
  { owner, names }: { readonly owner: number; readonly names: readonly string[] },
): string[] => {
  const { db } = journal;
  const { table, owner: ownerColumn, label } = links[link];
  const wanted = uniqueLabels(names);
  const present = listLabelsOf(db, link, owner);
  const same =
    wanted.length === present.length && wanted.every((name, i) => foldLabel(name) === foldLabel(present[i] ?? ''));
  if (same) return present;
  db.run(sql`DELETE FROM ${table} WHERE ${ownerColumn} = ${owner}`);
  wanted.forEach((name, place) => {
    db.run(sql`INSERT INTO ${table} (${ownerColumn}, ${tables[label]}, place)
      VALUES (${owner}, ${ensureLabel(journal, label, name)}, ${place})`);
  });
  return listLabelsOf(db, link, owner);
};

/** Every feeling the person has used, in alphabetical order. */
export const listFeelingNames = (db: Database): string[] =>
  db.all<{ name: string }>(sql`SELECT name FROM feeling WHERE archived = 0 ORDER BY folded`).map(({ name }) => name);

/** The rows of the label of a name, accents and case ignored; where there is none, of those that begin with it. */
export const listLabelRowsLike = (db: Database, table: LabelTable, name: string): number[] => {
  const wanted = bareLabel(name);
  const all = db
    .all<{ seq: number; folded: string }>(sql`SELECT seq, folded FROM ${tables[table]}`)
    .map(({ seq, folded }) => ({ seq, text: bareLabel(folded) }));
  const same = all.filter(({ text }) => text === wanted);
  return (same.length > 0 ? same : all.filter(({ text }) => text.startsWith(wanted))).map(({ seq }) => seq);
};

type LabelRow = {
  seq: number;
  id: Uint8Array;
  version: string;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
  name: string;
  archived: number;
};

/** A label with the columns of a record; archived ones are no longer offered. */
export type Label = {
  readonly id: RecordId;
  readonly version: RecordVersion;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
  readonly name: string;
  readonly archived: boolean;
};

const toLabel = (row: LabelRow): Label => ({
  id: idText(row.id),
  version: row.version as RecordVersion,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  deletedAt: row.deleted_at,
  name: row.name,
  archived: row.archived === 1,
});

/** Every label of a table in the order in which they were made, beginning after a row number. */
export const listAllLabels = (
  db: Database,
  table: LabelTable,
  { after, limit }: { readonly after: number; readonly limit: number },
): { seq: number; label: Label }[] =>
  db
    .all<LabelRow>(sql`SELECT * FROM ${tables[table]} WHERE seq > ${after} ORDER BY seq LIMIT ${limit}`)
    .map((row) => ({ seq: row.seq, label: toLabel(row) }));

/** Stores a label as it was kept elsewhere. */
export const insertStoredLabel = (db: Database, table: LabelTable, label: Label): void => {
  db.run(sql`INSERT INTO ${tables[table]} (id, version, created_at, updated_at, deleted_at, name, folded, archived)
    VALUES (${idBytes(label.id)}, ${label.version}, ${label.createdAt}, ${label.updatedAt}, ${label.deletedAt},
      ${label.name}, ${foldLabel(label.name)}, ${label.archived ? 1 : 0})`);
};

/** Puts names on a record that has none yet; fails with NOT_FOUND when a name has no label. */
export const insertLabelsOf = (
  db: Database,
  link: LabelLink,
  { owner, names }: { readonly owner: number; readonly names: readonly string[] },
): void => {
  const { table, owner: ownerColumn, label } = links[link];
  uniqueLabels(names).forEach((name, place) => {
    const found = db.run(sql`INSERT INTO ${table} (${ownerColumn}, ${tables[label]}, place)
      SELECT ${owner}, seq, ${place} FROM ${tables[label]} WHERE folded = ${foldLabel(name)}`);
    if (found === 0) throw new AppError('NOT_FOUND');
  });
};

/** The label of a name, without regard to case, or undefined. */
export const findLabel = (db: Database, table: LabelTable, name: string): Label | undefined => {
  const row = db.get<LabelRow>(sql`SELECT * FROM ${tables[table]} WHERE folded = ${foldLabel(name)}`);
  return row === undefined ? undefined : toLabel(row);
};

/** Whether a label has this id. */
export const isLabelId = (db: Database, table: LabelTable, id: RecordId): boolean =>
  db.get(sql`SELECT 1 FROM ${tables[table]} WHERE id = ${idBytes(id)}`) !== undefined;

/** Replaces what is known of a label; its name and id stay. */
export const updateStoredLabel = (db: Database, table: LabelTable, label: Label): void => {
  db.run(sql`UPDATE ${tables[table]} SET version = ${label.version}, updated_at = ${label.updatedAt},
      deleted_at = ${label.deletedAt}, archived = ${label.archived ? 1 : 0}
    WHERE folded = ${foldLabel(label.name)}`);
};

/** Removes a label that no record carries; one that is carried stays. */
export const deleteUnusedLabel = (db: Database, table: LabelTable, name: string): void => {
  const found = db.get<{ seq: number }>(sql`SELECT seq FROM ${tables[table]} WHERE folded = ${foldLabel(name)}`);
  if (found === undefined) return;
  const uses = Object.values(links).filter(({ label }) => label === table);
  const isUsed = uses.some(
    ({ table: link }) => db.get(sql`SELECT 1 FROM ${link} WHERE ${tables[table]} = ${found.seq} LIMIT 1`) !== undefined,
  );
  if (!isUsed) db.run(sql`DELETE FROM ${tables[table]} WHERE seq = ${found.seq}`);
};

/** Puts exactly these names on a record; fails with NOT_FOUND when a name has no label. */
export const putLabelsOf = (
  db: Database,
  link: LabelLink,
  labels: { readonly owner: number; readonly names: readonly string[] },
): void => {
  const { table, owner: ownerColumn } = links[link];
  db.run(sql`DELETE FROM ${table} WHERE ${ownerColumn} = ${labels.owner}`);
  insertLabelsOf(db, link, labels);
};
