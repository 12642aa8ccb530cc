import { type ExportLine, type ExportLineType, exportLineTypes, vaultOnlySettings } from '#core/export-line';
import type { RecordCounts } from '#core/export-manifest';
import type { Database } from '../db/database';
import { type Sql, sql } from '../db/sql';
import { findPiece, findThumbnail, listAllAttachments, type StoredAttachment } from '../repositories/attachment';
import { listAllCheckIns } from '../repositories/check-in';
import { listAllCravings } from '../repositories/craving';
import { listAllEntries } from '../repositories/entry';
import { listAllGoals, listAllMarks, type StoredGoal } from '../repositories/goal';
import { listAllKeptVersions } from '../repositories/kept-version';
import { type LabelTable, listAllLabels } from '../repositories/label';
import { listAllRevisions } from '../repositories/revision';
import { listAllRuns } from '../repositories/run';
import { listSettings } from '../repositories/setting';
import { listTombstones } from '../repositories/tombstone';

/** A line before it is written; bodies are whatever is stored. */
type Line = ExportLine | { readonly type: 'revision'; readonly body: unknown };

// Few at a time: an entry may be 16 MiB.
const AT_ONCE = 16;

const MANY_AT_ONCE = 500;

/** Everything a keyset reader lists, page by page. */
function* paged<T, K>(first: K, list: (after: K) => readonly T[], keyOf: (item: T) => K): Generator<T> {
  for (let page = list(first); ; page = list(first)) {
    const last = page.at(-1);
    if (last === undefined) return;
    yield* page;
    first = keyOf(last);
  }
}

const bySeq = <T extends { readonly seq: number }>(list: (page: { after: number; limit: number }) => readonly T[]) =>
  paged(
    0,
    (after) => list({ after, limit: MANY_AT_ONCE }),
    ({ seq }) => seq,
  );

function* settingLines(db: Database): Generator<Line> {
  for (const { key, value } of listSettings(db)) {
    if (!vaultOnlySettings.includes(key)) yield { type: 'setting', key, value };
  }
}

function* labelLines(db: Database, type: 'tag' | 'feeling' | 'trigger', table: LabelTable): Generator<Line> {
  for (const { label } of bySeq((page) => listAllLabels(db, table, page))) yield { type, ...label };
}

function* entryLines(db: Database): Generator<Line> {
  const entries = paged(
    Number.MIN_SAFE_INTEGER,
    (after) => listAllEntries(db, { after, limit: AT_ONCE }),
    ({ position }) => position,
  );
  for (const { entry } of entries) yield { type: 'entry', ...entry };
}

function* revisionLines(db: Database): Generator<Line> {
  const revisions = paged(
    0,
    (after) => listAllRevisions(db, { after, limit: AT_ONCE }),
    ({ seq }) => seq,
  );
  for (const { revision } of revisions) {
    const { bodyText, ...rest } = revision;
    yield { type: 'revision', ...rest, body: JSON.parse(bodyText) as unknown };
  }
}

function* markLines(db: Database, goal: StoredGoal): Generator<Line> {
  const marks = paged(
    '',
    (after) => listAllMarks(db, goal, { after, limit: MANY_AT_ONCE }),
    ({ mark }) => mark.day as string,
  );
  for (const { mark, ...rest } of marks) yield { type: 'goal-mark', ...mark, ...rest };
}

const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

function* attachmentLines(db: Database, { seq, attachment }: StoredAttachment): Generator<Line> {
  const thumbnail = findThumbnail(db, seq);
  yield { type: 'attachment', ...attachment, thumbnail: thumbnail === null ? null : toBase64(thumbnail) };
  for (let piece = 0; ; piece += 1) {
    const bytes = findPiece(db, seq, piece);
    if (bytes === undefined) return;
    yield { type: 'attachment-piece', attachment: attachment.id, piece, bytes: toBase64(bytes) };
  }
}

function* tombstoneLines(db: Database): Generator<Line> {
  const tombstones = paged<ReturnType<typeof listTombstones>[number], Parameters<typeof listTombstones>[1]['after']>(
    null,
    (after) => listTombstones(db, { after, limit: MANY_AT_ONCE }),
    ({ id }) => id,
  );
  for (const tombstone of tombstones) yield { type: 'tombstone', ...tombstone };
}

/** Everything stored in a journal, one line a record, in the order of exportLineTypes; read page by page. */
export function* exportLines(db: Database): Generator<Line> {
  yield* settingLines(db);
  yield* labelLines(db, 'tag', 'tag');
  yield* labelLines(db, 'feeling', 'feeling');
  yield* labelLines(db, 'trigger', 'trigger_label');
  yield* entryLines(db);
  yield* revisionLines(db);
  for (const { checkIn } of bySeq((page) => listAllCheckIns(db, page))) yield { type: 'check-in', ...checkIn };
  for (const { craving } of bySeq((page) => listAllCravings(db, page))) yield { type: 'craving', ...craving };
  for (const { goal } of bySeq((page) => listAllGoals(db, page))) yield { type: 'goal', ...goal };
  for (const goal of bySeq((page) => listAllGoals(db, page))) yield* markLines(db, goal);
  for (const { run } of bySeq((page) => listAllRuns(db, page))) yield { type: 'run', ...run };
  for (const stored of bySeq((page) => listAllAttachments(db, page))) yield* attachmentLines(db, stored);
  for (const { seq: _, ...kept } of bySeq((page) => listAllKeptVersions(db, page))) {
    yield { type: 'kept-version', ...kept };
  }
  yield* tombstoneLines(db);
}

const tables: Readonly<Record<ExportLineType, Sql>> = {
  setting: sql`setting`,
  tag: sql`tag`,
  feeling: sql`feeling`,
  trigger: sql`trigger_label`,
  entry: sql`entry`,
  revision: sql`revision`,
  'check-in': sql`check_in`,
  craving: sql`craving`,
  goal: sql`goal`,
  'goal-mark': sql`goal_mark`,
  run: sql`run`,
  attachment: sql`attachment`,
  'attachment-piece': sql`attachment_piece`,
  'kept-version': sql`kept_version`,
  tombstone: sql`tombstone`,
};

const countRows = (db: Database, table: Sql): number =>
  db.get<{ rows: number }>(sql`SELECT count(*) AS rows FROM ${table}`)?.rows ?? 0;

/** A line as it stands in the file, without its line break. */
export const lineText = (line: Line): string => {
  if (line.type !== 'attachment-piece') return JSON.stringify(line);
  // Base64 needs no escaping, and looking through a megabyte for what might takes longer than sealing it.
  const { bytes, ...head } = line;
  return `${JSON.stringify(head).slice(0, -1)},"bytes":"${bytes}"}`;
};

const hasTable = (db: Database, table: Sql): boolean =>
  db.get(sql`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ${table.text}`) !== undefined;

/** How many lines of each type a journal makes. A journal of an older schema, in a snapshot, has no lines of later types. */
export const countLines = (db: Database): RecordCounts => {
  const types = exportLineTypes.filter((type) => hasTable(db, tables[type]));
  const counts = Object.fromEntries(types.map((type) => [type, countRows(db, tables[type])]));
  const withheld = listSettings(db).filter(({ key }) => vaultOnlySettings.includes(key)).length;
  return { ...counts, setting: (counts.setting ?? 0) - withheld };
};

/** A guess at how many bytes of lines a journal makes, for progress; looks at sizes only, not at what was written. */
export const estimateBytes = (db: Database, counts: RecordCounts): number => {
  const sums = db.get<{ entries: number | null; revisions: number | null; files: number | null }>(sql`SELECT
    (SELECT sum(octet_length(body)) FROM entry) AS entries,
    (SELECT sum(octet_length(body)) FROM revision) AS revisions,
    (SELECT sum(size) FROM attachment) AS files`);
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return records * 400 + (sums?.entries ?? 0) + (sums?.revisions ?? 0) + Math.ceil(((sums?.files ?? 0) * 4) / 3);
};
