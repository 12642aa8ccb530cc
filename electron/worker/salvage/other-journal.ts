import { foldLabel } from '#core/label';
import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import { idBytes } from '../db/record-id';
import type { Sql, SqlValue } from '../db/sql';
import { sql } from '../db/sql';
import { exportLines } from '../exports/export-lines';
import type { ExportRecord } from '../exports/thread-messages';
import type { Gathered, Loss } from './gather';
import type { Wanted } from './sound-records';

// What a damaged journal lacks, the newest whole snapshot of it may have.

/** Rows that others point at by their number. */
const pointedAt = ['tag', 'feeling', 'trigger_label', 'goal'] as const;

/** Whether others point at the rows of a table by their number. */
export const isPointedAt = (table: string): boolean => pointedAt.some((known) => known === table);

const hex = (id: Uint8Array): string => Buffer.from(id).toString('hex');

/** Whether a record of a table may be taken in for one that is lost. */
const mayBeLost = (loss: Loss | undefined, key: string): boolean =>
  loss !== undefined && (loss.keys.has(key) || !loss.isCounted);

type StoredRow = { id: Uint8Array<ArrayBuffer>; seq: number } & Record<string, SqlValue>;

/** Puts rows that are lost and that others point at in their old place; answers with their ids, in hex. */
export const copyPointedAt = (db: Database, other: Database, losses: ReadonlyMap<string, Loss>): Set<string> => {
  const copied = new Set<string>();
  for (const table of pointedAt) {
    for (const row of other.all<StoredRow>({ text: `SELECT * FROM ${table}`, values: [] })) {
      const id = hex(row.id);
      if (!mayBeLost(losses.get(table), id)) continue;
      const columns = Object.keys(row);
      const marks = columns.map(() => '?').join(', ');
      const insertion: Sql = {
        text: `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${marks})`,
        values: Object.values(row),
      };
      if (db.run(insertion) > 0) copied.add(id);
    }
  }
  return copied;
};

const tables: Readonly<Partial<Record<ExportRecord['type'], string>>> = {
  entry: 'entry',
  'check-in': 'check_in',
  craving: 'craving',
  goal: 'goal',
  run: 'run',
  attachment: 'attachment',
};

const isGone = (db: Database, id: RecordId): boolean =>
  db.get<{ one: number }>(sql`SELECT 1 AS one FROM tombstone WHERE id = ${idBytes(id)}`) !== undefined;

const plainId = (id: RecordId): string => id.replaceAll('-', '');

type Named = Pick<ExportRecord, 'type'> & {
  readonly tags?: readonly string[];
  readonly feelings?: readonly string[];
  readonly triggers?: readonly string[];
};

const namesOn = ({ tags = [], feelings = [], triggers = [] }: Named): string[] => [
  ...tags.map((name) => `tag ${foldLabel(name)}`),
  ...feelings.map((name) => `feeling ${foldLabel(name)}`),
  ...triggers.map((name) => `trigger ${foldLabel(name)}`),
];

/** Which records of a snapshot stand for what a damaged journal (`own`, as far as it could be read) has lost. */
export const wantedOf = (own: Database, other: Database, { losses, torn }: Gathered): Wanted => {
  const isWanted: Wanted = (record) => {
    if (record.type === 'revision') {
      return mayBeLost(losses.get('revision'), `${plainId(record.entry)} ${record.version}`);
    }
    if (record.type === 'goal-mark') return torn.has('goal_mark');
    if (record.type === 'tombstone') return torn.has('tombstone');
    const table = tables[record.type];
    if (table === undefined || !('id' in record)) return false;
    return mayBeLost(losses.get(table), plainId(record.id)) && !isGone(own, record.id);
  };
  const needed = new Set<string>();
  for (const line of exportLines(other)) {
    if (line.type === 'entry' || line.type === 'check-in' || line.type === 'craving') {
      if (isWanted(line)) for (const name of namesOn(line)) needed.add(name);
    }
  }
  return (record) =>
    record.type === 'tag' || record.type === 'feeling' || record.type === 'trigger'
      ? needed.has(`${record.type} ${foldLabel(record.name)}`)
      : isWanted(record);
};
