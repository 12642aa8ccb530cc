import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportLine } from '#core/export-line';
import { countsOf, journalLines } from '#tests/support/export-arbitraries';
import { tempJournal } from '#tests/support/temp-journal';
import { checkRecords } from '#worker/exports/check-records';
import { countLines, exportLines, lineText } from '#worker/exports/export-lines';
import { parseLine } from '#worker/exports/parse-line';
import { checkRestored, storeRecords } from '#worker/exports/store-records';
import type { ExportRecord } from '#worker/exports/thread-messages';
import type { Journal } from '#worker/journal';

const parsed = (text: string): ExportRecord => {
  const line = parseLine(Buffer.from(text, 'utf8'));
  if (line.type === 'end') throw new Error('not a record');
  return line;
};

const restored = (texts: readonly string[]): Journal => {
  const journal = tempJournal();
  storeRecords(journal)(texts.map(parsed));
  return journal;
};

const exported = ({ db }: Journal): string[] => [...exportLines(db)].map(lineText);

test('a restored journal holds every record of any export, and exports the same lines again', () => {
  fc.assert(
    fc.property(journalLines, (lines: ExportLine[]) => {
      const journal = restored(lines.map(lineText));
      const again = exported(journal);
      expect(again.map((text) => JSON.parse(text) as unknown)).toEqual(lines);
      expect(exported(restored(again))).toEqual(again);
      expect(countLines(journal.db)).toEqual(countsOf(lines));
      checkRestored(journal, countsOf(lines));
      const records = checkRecords();
      for (const text of again) records.take(parsed(text));
      expect(records.finish().counts).toEqual(countsOf(lines));
    }),
    { numRuns: 60 },
  );
}, 120_000);
