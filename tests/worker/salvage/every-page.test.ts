import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toFirstSchema } from '#tests/support/first-schema';
import { tempFolder } from '#tests/support/temp-folder';
import { testClock } from '#tests/support/temp-journal';
import type { Database } from '#worker/db/database';
import { currentSchema, migrate } from '#worker/db/migrate';
import { createDatabase } from '#worker/db/open-database';
import { journalOf } from '#worker/journal';
import { type Gathered, gather } from '#worker/salvage/gather';
import { PAGE_BYTES } from '#worker/salvage/page-cipher';
import { openPages } from '#worker/salvage/page-source';
import { readTreePage } from '#worker/salvage/row-format';
import { openScratch } from '#worker/salvage/scratch';
import { fillSample } from '#worker/services/sample';

const KEY = 'cd'.repeat(48);
const quiet = (): void => undefined;

const tables = [
  'setting',
  'tombstone',
  'tag',
  'feeling',
  'trigger_label',
  'entry',
  'entry_tag',
  'entry_feeling',
  'revision',
  'attachment',
  'attachment_piece',
  'check_in',
  'check_in_feeling',
  'craving',
  'craving_trigger',
  'goal',
  'goal_pause',
  'goal_mark',
  'run',
  'kept_version',
  'draft',
];

/** Every row of a table as text: which it is, and what stands in it. */
const rowsOf = (db: Database, table: string): Set<string> =>
  new Set(
    db
      .all<Record<string, unknown>>({ text: `SELECT * FROM ${table}`, values: [] })
      .map((row) =>
        JSON.stringify(row, (_, value: unknown) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
        ),
      ),
  );

const allRows = (db: Database): Map<string, Set<string>> => new Map(tables.map((table) => [table, rowsOf(db, table)]));

/** What comes with use: records that are gone, states that lost in a merge, forms that were not saved. */
const fillLater = (db: Database): void => {
  for (let count = 10; count < 99; count += 1) {
    const id = `x'${`${count}`.repeat(16)}'`;
    db.exec(`INSERT INTO tombstone (id, kind, version) VALUES (${id}, 'entry', '0');
      INSERT INTO kept_version (kind, record, owner, version, kept_at, digest, line)
        VALUES ('entry', '${count}', ${id}, '0', ${count}, x'${`${count}`.repeat(32)}', '${'{"type":"entry"}'.repeat(20)}');
      INSERT INTO draft (id, at, record, content) VALUES (${id}, ${count}, ${id}, '{"note":"${'words '.repeat(50)}"}')`);
  }
};

/** How a journal came to be as it is. */
type Past = 'made' | 'vacuumed' | 'migrated';

/** A sample year with 300 entries in a closed database of its own, and all that is in it. */
const aJournal = (past: Past = 'made') => {
  const file = join(tempFolder(), 'journal.db');
  const db = createDatabase(file, KEY);
  if (past === 'migrated') toFirstSchema(db);
  fillSample(journalOf(db, testClock()), { entries: 300, checkIns: 80, attachmentsBytes: 20_000 });
  migrate(db);
  fillLater(db);
  db.exec(`INSERT INTO revision (entry_id, version, saved_at, reason, title, body)
    SELECT id, version, updated_at, 'edit', title, body FROM entry LIMIT 40`);
  if (past === 'vacuumed') db.exec('VACUUM');
  const rows = allRows(db);
  db.close();
  return { file, rows, bytes: readFileSync(file) };
};

type Journal = ReturnType<typeof aJournal>;

const gatherFrom = (file: string): { rows: Map<string, Set<string>>; found: Gathered } => {
  const source = openPages(file, KEY);
  const scratch = openScratch(':memory:', KEY, currentSchema);
  try {
    const found = gather(source, scratch, { keyHex: KEY, tick: quiet, now: 0, mendFirst: quiet });
    return { rows: allRows(scratch), found };
  } finally {
    source.close();
    scratch.close();
  }
};

const damaged = (journal: Journal, page: number): string => {
  const bytes = Buffer.from(journal.bytes);
  const at = (page - 1) * PAGE_BYTES + 100 + (page % 3000);
  bytes[at] = (bytes[at] ?? 0) ^ 8;
  writeFileSync(journal.file, bytes);
  return journal.file;
};

const lacking = (whole: Set<string>, part: Set<string>): string[] => [...whole].filter((row) => !part.has(row));

/** Tables whose rows are put together again from an index, which has not all that was in them. */
const mended = new Set<string>([
  'tag',
  'feeling',
  'trigger_label',
  'entry_tag',
  'entry_feeling',
  'check_in_feeling',
  'craving_trigger',
]);

/** Tables that nothing lists a second time, or whose losses are not counted. */
const uncounted = new Set(['setting', 'goal_pause', 'goal_mark', 'draft', 'tombstone', 'kept_version']);

/** How many rows may be lost with each page: those that stand on it, or the one that goes on there. */
const standsOn = ({ file, bytes }: Journal): number[] => {
  const source = openPages(file, KEY);
  try {
    return Array.from({ length: bytes.length / PAGE_BYTES }, (_, at) => {
      const page = readTreePage(source, at + 1);
      return page === null ? 1 : page.rows.length;
    });
  } finally {
    source.close();
  }
};

/** Damages one page and compares what is read then with what was there. */
const tryPage = (journal: Journal, page: number, most: number): void => {
  const { rows, found } = gatherFrom(damaged(journal, page));
  let lost = 0;
  for (const table of tables) {
    const [before, after] = [journal.rows.get(table) ?? new Set<string>(), rows.get(table) ?? new Set<string>()];
    if (mended.has(table)) continue;
    const missing = lacking(before, after).length;
    lost += missing;
    // Never a row that was not there, or one that reads otherwise.
    expect([page, table, lacking(after, before)]).toEqual([page, table, []]);
    const loss = found.losses.get(table);
    // Where a loss cannot be counted, that is said.
    if (missing > 0 && loss !== undefined) expect([page, table, loss.count]).toEqual([page, table, missing]);
    if (missing > 0 && uncounted.has(table)) expect([page, found.isUnsure]).toEqual([page, true]);
  }
  for (const table of mended)
    expect([page, table, rows.get(table)?.size]).toEqual([page, table, journal.rows.get(table)?.size]);
  expect([page, lost <= most]).toEqual([page, true]);
};

/** Damages one page in `share`, wherever they lie. */
const tryMany = (journal: Journal, share: number): void => {
  const bytes = Buffer.from(journal.bytes);
  for (let page = 1; page <= bytes.length / PAGE_BYTES; page += 1) {
    if ((page * 7919) % share === 0) bytes[page * PAGE_BYTES - 1000] = (bytes[page * PAGE_BYTES - 1000] ?? 0) ^ 2;
  }
  writeFileSync(journal.file, bytes);
  const { rows } = gatherFrom(journal.file);
  for (const table of tables) {
    const [before, after] = [journal.rows.get(table) ?? new Set<string>(), rows.get(table) ?? new Set<string>()];
    if (mended.has(table)) expect([share, table, after.size <= before.size]).toEqual([share, table, true]);
    else expect([share, table, lacking(after, before)]).toEqual([share, table, []]);
  }
};

/** `npm run faults` damages every page in turn; otherwise all in front, where the roots lie, and some of the others. */
const STEP = process.env.EBB_FAULT_ROUNDS === undefined ? 11 : 1;
const FRONT = 60;

/** The pages of the schema: the first, and those below it. */
const schemaPages = ({ file }: Journal): number[] => {
  const source = openPages(file, KEY);
  try {
    return [1, ...(readTreePage(source, 1)?.children ?? [])];
  } finally {
    source.close();
  }
};

describe.each([
  ['as it was made', 'made'],
  ['brought back from a snapshot', 'vacuumed'],
  ['of the first schema that was migrated later', 'migrated'],
] as const)('a journal %s', (_, past) => {
  it('is read whole where nothing is damaged', () => {
    const journal = aJournal(past);
    const { rows, found } = gatherFrom(journal.file);
    expect(rows).toEqual(journal.rows);
    expect([found.torn.size, found.isUnsure]).toEqual([0, false]);
  });

  it('loses no more than what stands on a damaged page, whichever that is, and nothing reads otherwise than before', () => {
    const journal = aJournal(past);
    const most = standsOn(journal);
    for (let page = 1; page <= most.length; page += page < FRONT ? 1 : STEP) {
      tryPage(journal, page, most[page - 1] ?? 0);
    }
  }, 900_000);

  it('loses no row with all that says where everything begins', () => {
    const journal = aJournal(past);
    const pages = schemaPages(journal);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) tryPage(journal, page, 0);
    const bytes = Buffer.from(journal.bytes);
    for (const page of pages) bytes[page * PAGE_BYTES - 1000] = (bytes[page * PAGE_BYTES - 1000] ?? 0) ^ 2;
    writeFileSync(journal.file, bytes);
    expect(gatherFrom(journal.file).rows).toEqual(journal.rows);
  });

  it('never gives back what was not in it, however many pages are damaged', () => {
    const journal = aJournal(past);
    for (const share of [3, 5, 20, 50]) tryMany(journal, share);
  }, 120_000);
});
