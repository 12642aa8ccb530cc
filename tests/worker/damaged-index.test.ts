import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { anEntry } from '#tests/support/builders';
import { codeOf } from '#tests/support/finished-vault';
import { tempFolder } from '#tests/support/temp-folder';
import { testClock } from '#tests/support/temp-journal';
import { toAppError } from '#worker/db/database-error';
import { createDatabase, openDatabase } from '#worker/db/open-database';
import { journalOf } from '#worker/journal';
import { openPages } from '#worker/salvage/page-source';
import { readTreePage } from '#worker/salvage/row-format';
import { saveEntry } from '#worker/services/entries';
import { searchJournal } from '#worker/services/search';

const KEY = 'ab'.repeat(48);
const PAGE = 4096;

const WORDS = ['river', 'ri', 'morning', '"the river"', 'went home', 'a', 'number7'];

const texts = (count: number): string =>
  `The river was high this morning, number${count} of many, and I went home. `.repeat(9);

/** The pages of the full-text index: rows of a number and some bytes, behind a root that the schema names. */
const indexPages = (file: string, roots: readonly number[]): number[] => {
  const source = openPages(file, KEY);
  const pages = roots.flatMap((root) => [root, ...(readTreePage(source, root)?.children ?? [])]);
  source.close();
  return pages;
};

it('damage to the index of words is told as damage, whichever page of it and whatever is looked for', async () => {
  const file = join(tempFolder(), 'journal.db');
  const made = createDatabase(file, KEY);
  const journal = journalOf(made, testClock());
  for (let count = 0; count < 150; count += 1) saveEntry(journal, anEntry({ text: texts(count) }));
  const roots = made
    .all<{ rootpage: number }>({
      text: "SELECT rootpage FROM sqlite_schema WHERE name LIKE 'entry_text_%' AND rootpage > 0",
      values: [],
    })
    .map(({ rootpage }) => rootpage);
  made.close();
  const whole = readFileSync(file);
  const found = new Set<string>();
  for (const page of indexPages(file, roots)) {
    const bytes = Buffer.from(whole);
    bytes[page * PAGE - 900] = (bytes[page * PAGE - 900] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    for (const text of WORDS) {
      const db = openDatabase(file, KEY);
      found.add(
        await codeOf(() => {
          try {
            searchJournal(journalOf(db, testClock()), { text, before: null, limit: 50 });
          } catch (error) {
            throw toAppError(error);
          }
        }),
      );
      db.close();
    }
  }
  expect([...found].sort()).toEqual(['DATABASE_DAMAGED', 'nothing']);
});

it('a statement that is wrong is no damage', () => {
  const db = createDatabase(join(tempFolder(), 'journal.db'), KEY);
  const codeFor = (text: string): string => {
    try {
      db.exec(text);
      return 'nothing';
    } catch (error) {
      return toAppError(error).code;
    }
  };
  expect(
    ['SELECT nowhere', 'SELEC 1', "SELECT * FROM entry_text WHERE entry_text MATCH '\"'", 'COMMIT'].map(codeFor),
  ).toEqual(['INTERNAL', 'INTERNAL', 'INTERNAL', 'INTERNAL']);
  db.close();
});
