import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { ExportLine } from '#core/export-line';
import { journalLines } from '#tests/support/export-arbitraries';
import { tempFolder } from '#tests/support/temp-folder';
import { testClock } from '#tests/support/temp-journal';
import { connect } from '#worker/db/database';
import { currentSchema, migrate, schemaVersion } from '#worker/db/migrate';
import { sql } from '#worker/db/sql';
import { exportLines, lineText } from '#worker/exports/export-lines';
import { parseLine } from '#worker/exports/parse-line';
import { storeRecords } from '#worker/exports/store-records';
import type { ExportRecord } from '#worker/exports/thread-messages';
import { journalOf } from '#worker/journal';

/** What the first schema knows. */
const ofTheFirst = journalLines.map((lines) => lines.filter(({ type }) => type !== 'kept-version'));

test('a journal of the first schema becomes one of today with every record in it', () => {
  fc.assert(
    fc.property(ofTheFirst, (lines: ExportLine[]) => {
      const db = connect(join(tempFolder(), 'journal.db'), 'ab'.repeat(48));
      onTestFinished(() => db.close());
      migrate(db, 1);
      storeRecords(journalOf(db, testClock()))(
        lines.map((line) => parseLine(Buffer.from(lineText(line))) as ExportRecord),
      );
      expect(schemaVersion(db)).toBe(1);
      migrate(db);
      expect(schemaVersion(db)).toBe(currentSchema);
      expect([...exportLines(db)].map((line) => JSON.parse(lineText(line)) as unknown)).toEqual(lines);
      expect(db.all(sql`PRAGMA foreign_key_check`)).toEqual([]);
    }),
    { numRuns: 10, endOnFailure: true },
  );
}, 60_000);
