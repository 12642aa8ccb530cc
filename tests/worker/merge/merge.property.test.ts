import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportLine } from '#core/export-line';
import type { DeletionAnswer } from '#core/merge';
import { twoJournals } from '#tests/support/merge-arbitraries';
import { lost, stateOf } from '#tests/support/merge-states';
import { tempJournal } from '#tests/support/temp-journal';
import { exportLines, lineText } from '#worker/exports/export-lines';
import { parseLine } from '#worker/exports/parse-line';
import { storeRecords } from '#worker/exports/store-records';
import type { ExportRecord } from '#worker/exports/thread-messages';
import type { Journal } from '#worker/journal';
import { applyMerge } from '#worker/merge/apply-merge';
import { previewMerge } from '#worker/merge/preview-merge';
import { seenVersions } from '#worker/merge/seen-versions';
import { undoMerge } from '#worker/merge/undo-merge';

/** How many pairs of journals each is tried on; a failing pair is large, and making it smaller takes minutes. */
const rounds = { numRuns: Number(process.env.EBB_MERGE_RUNS ?? 8), endOnFailure: true };

const parsed = (line: ExportLine): ExportRecord => {
  const record = parseLine(Buffer.from(lineText(line), 'utf8'));
  if (record.type === 'end') throw new Error('not a record');
  return record;
};

const journalOf = (lines: readonly ExportLine[]): Journal => {
  const journal = tempJournal();
  storeRecords(journal)(lines.map(parsed));
  return journal;
};

const mergeOf = (journal: Journal, theirs: Journal, deletions: DeletionAnswer) => ({
  journal,
  theirs: theirs.db,
  seen: { ours: seenVersions(journal.db), theirs: seenVersions(theirs.db) },
  deletions,
});

const merge = (journal: Journal, theirs: Journal, deletions: DeletionAnswer) =>
  applyMerge(mergeOf(journal, theirs, deletions), 0);

const exported = ({ db }: Journal): string[] => [...exportLines(db)].map(lineText);
const linesIn = ({ db }: Journal): ExportLine[] => [...exportLines(db)] as ExportLine[];

const answers = fc.constantFrom<DeletionAnswer>('keep', 'delete');

test('merging twice is as good as once', async () => {
  await fc.assert(
    fc.asyncProperty(twoJournals, answers, async ({ ours, theirs }, answer) => {
      const [journal, other] = [journalOf(ours), journalOf(theirs)];
      merge(journal, other, answer);
      const once = exported(journal);
      expect((await previewMerge(mergeOf(journal, other, answer))).isNothingNew).toBe(true);
      merge(journal, other, answer);
      expect(exported(journal)).toEqual(once);
    }),
    rounds,
  );
}, 120_000);

test('either journal merged into the other gives the same', () => {
  fc.assert(
    fc.property(twoJournals, ({ ours, theirs }) => {
      const [one, other] = [journalOf(ours), journalOf(theirs)];
      merge(one, journalOf(theirs), 'delete');
      merge(other, journalOf(ours), 'delete');
      expect(stateOf(linesIn(one))).toEqual(stateOf(linesIn(other)));
    }),
    rounds,
  );
}, 120_000);

test('nothing that either journal held is lost', () => {
  fc.assert(
    fc.property(twoJournals, answers, ({ ours, theirs }, answer) => {
      const journal = journalOf(ours);
      const [before, there] = [linesIn(journal), linesIn(journalOf(theirs))];
      merge(journal, journalOf(theirs), answer);
      expect(lost({ before, there, after: linesIn(journal) })).toEqual([]);
    }),
    rounds,
  );
}, 120_000);

test('what is told beforehand is what happens, and undoing it brings back exactly what was', async () => {
  await fc.assert(
    fc.asyncProperty(twoJournals, answers, async ({ ours, theirs }, answer) => {
      const [journal, other] = [journalOf(ours), journalOf(theirs)];
      const before = exported(journal);
      const { counts, isNothingNew } = await previewMerge(mergeOf(journal, other, answer));
      expect(exported(journal)).toEqual(before);
      expect(merge(journal, other, answer).counts).toEqual(counts);
      if (isNothingNew) return expect(exported(journal)).toEqual(before);
      expect(undoMerge(journal)).toBe(0);
      expect(exported(journal)).toEqual(before);
    }),
    rounds,
  );
}, 120_000);
