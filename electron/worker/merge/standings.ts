import type { MergeKind, Standing } from '#core/merge';
import type { RecordId, RecordVersion } from '#core/record';
import type { Database } from '../db/database';
import { idBytes, idText } from '../db/record-id';
import { type Sql, sql } from '../db/sql';
import { findTombstone } from '../repositories/tombstone';

/** The kinds of record that have an id of their own. */
export type IdKind = Exclude<MergeKind, 'goal-mark'>;

const tables: Readonly<Record<IdKind, Sql>> = {
  entry: sql`entry`,
  'check-in': sql`check_in`,
  craving: sql`craving`,
  goal: sql`goal`,
  run: sql`run`,
  attachment: sql`attachment`,
};

const isIdKind = (kind: string): kind is IdKind => Object.hasOwn(tables, kind);

const MANY_AT_ONCE = 500;

type Row = { seq: number; id: Uint8Array; version: RecordVersion; deleted: number };

const stateOf = (deleted: number): 'live' | 'bin' => (deleted === 1 ? 'bin' : 'live');

/** How a record stands in a journal, in the bin or not, without a look at its tombstone. */
const presentOf = (db: Database, kind: IdKind, id: RecordId): Standing => {
  const row = db.get<Row>(sql`SELECT version, deleted_at IS NOT NULL AS deleted FROM ${tables[kind]}
    WHERE id = ${idBytes(id)}`);
  return row === undefined ? { state: 'absent' } : { state: stateOf(row.deleted), version: row.version };
};

/** How a record stands in a journal; one of a kind that this program does not know is nowhere, or gone. */
export const standingOf = (db: Database, kind: string, id: RecordId): Standing => {
  const present = isIdKind(kind) ? presentOf(db, kind, id) : ({ state: 'absent' } as const);
  const tombstone = present.state === 'absent' ? findTombstone(db, id) : undefined;
  return tombstone === undefined ? present : { state: 'gone', version: tombstone.version };
};

/** Whether a record is gone in `ours` and stays so: `theirs` does not hold it as changed after that. */
export const staysGone = (ours: Database, theirs: Database, id: RecordId): boolean => {
  const tombstone = findTombstone(ours, id);
  if (tombstone === undefined) return false;
  const there = standingOf(theirs, tombstone.kind, id);
  return there.state === 'absent' || there.state === 'gone' || there.version <= tombstone.version;
};

/** Every record of a kind that is not gone, and how it stands; its contents are not read. */
export function* standingsOf(
  db: Database,
  kind: IdKind,
): Generator<{ readonly id: RecordId; readonly standing: Standing }> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = db.all<Row>(sql`SELECT rowid AS seq, id, version, deleted_at IS NOT NULL AS deleted
      FROM ${tables[kind]} WHERE rowid > ${after} ORDER BY rowid LIMIT ${MANY_AT_ONCE}`);
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const { id, version, deleted } of rows)
      yield { id: idText(id), standing: { state: stateOf(deleted), version } };
    after = last.seq;
  }
}

type RevisionRow = { seq: number; entry_id: Uint8Array; version: RecordVersion };

/** Of which entry and version there are revisions, in the order in which they were kept. */
export function* revisionKeysOf(
  db: Database,
): Generator<{ readonly entry: RecordId; readonly version: RecordVersion }> {
  let after = 0;
  for (;;) {
    const rows = db.all<RevisionRow>(sql`SELECT seq, entry_id, version FROM revision
      WHERE seq > ${after} ORDER BY seq LIMIT ${MANY_AT_ONCE}`);
    const last = rows.at(-1);
    if (last === undefined) return;
    for (const { entry_id, version } of rows) yield { entry: idText(entry_id), version };
    after = last.seq;
  }
}
