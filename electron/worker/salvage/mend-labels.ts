import { v7 } from 'uuid';
import { foldLabel } from '#core/label';
import type { RecordId, RecordVersion } from '#core/record';
import { nextVersion } from '#core/version-clock';
import type { Database } from '../db/database';
import { idBytes } from '../db/record-id';
import { type Sql, sql } from '../db/sql';
import type { LabelTable } from '../repositories/label';
import type { Row } from './row-format';

// What labels a record carries, and what they are called, lies in more than one place.

type Link = { readonly table: string; readonly index: string; readonly owner: string; readonly label: LabelTable };

const link = (table: string, owner: string, label: LabelTable): Link => ({
  table,
  index: `${table}_by_${label}`,
  owner,
  label,
});

/** Which records carry which labels: the table, and an index that has all of it but the order. */
export const links: readonly Link[] = [
  link('entry_tag', 'entry', 'tag'),
  link('entry_feeling', 'entry', 'feeling'),
  link('check_in_feeling', 'check_in', 'feeling'),
  link('craving_trigger', 'craving', 'trigger_label'),
];

const name = (text: string): Sql => ({ text, values: [] });

/** Stands behind every place that was given. */
const LAST_PLACE = 1000;

/** Puts back the links that only the index (label, owner) knows any more, behind those that are there. */
export const mendLinks = (db: Database, { table, owner, label }: Link, rows: readonly Row[]): void => {
  for (const { values } of rows) {
    const [labelSeq = null, ownerKey = null] = values;
    db.run(sql`INSERT OR IGNORE INTO ${name(table)} (${name(owner)}, ${name(label)}, place)
      VALUES (${ownerKey}, ${labelSeq}, ${LAST_PLACE})`);
  }
};

type NewLabel = { readonly seq: number | null; readonly id: Uint8Array<ArrayBuffer> | null; readonly name: string };

const DEVICE = '00000000';

const addLabel = (db: Database, table: LabelTable, { seq, id, name: called }: NewLabel, now: number): void => {
  const version: RecordVersion = nextVersion({ last: null, now, device: DEVICE });
  db.run(sql`INSERT OR IGNORE INTO ${name(table)} (seq, id, version, created_at, updated_at, name, folded)
    VALUES (${seq}, ${id ?? idBytes(v7() as RecordId)}, ${version}, ${now}, ${now}, ${called}, ${foldLabel(called)})`);
};

/** Labels whose rows are lost, from the indices of their ids (id, seq) and names (folded name, seq): in small letters then. */
export const mendLabels = (
  db: Database,
  table: LabelTable,
  { ids, names, now }: { readonly ids: readonly Row[]; readonly names: readonly Row[]; readonly now: number },
): void => {
  const idOf = new Map(ids.map(({ values: [id, seq] }) => [seq, id]));
  for (const { values } of names) {
    const [called, seq] = values;
    if (typeof called !== 'string' || typeof seq !== 'number') continue;
    const id = idOf.get(seq);
    addLabel(db, table, { seq, id: id instanceof Uint8Array ? id : null, name: called }, now);
  }
};

/** Tags that an entry names itself and whose own rows are lost. */
export const mendTags = (db: Database, now: number): void => {
  const named = db.all<{ tag_names: string }>(sql`SELECT DISTINCT tag_names FROM entry WHERE tag_names <> ''`);
  for (const called of new Set(named.flatMap(({ tag_names }) => tag_names.split('\n')))) {
    addLabel(db, 'tag', { seq: null, id: null, name: called }, now);
  }
};
