import { describe, expect, it } from 'vitest';
import { draftFrom } from '#core/entry';
import type { ExportLine } from '#core/export-line';
import { anEntry } from '#tests/support/builders';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import { exportLines, lineText } from '#worker/exports/export-lines';
import { parseLine } from '#worker/exports/parse-line';
import { storeRecords } from '#worker/exports/store-records';
import type { ExportRecord } from '#worker/exports/thread-messages';
import type { Journal } from '#worker/journal';
import { applyMerge } from '#worker/merge/apply-merge';
import { seenVersions } from '#worker/merge/seen-versions';
import { undoMerge } from '#worker/merge/undo-merge';
import { readEntry, saveEntry } from '#worker/services/entries';
import { searchJournal } from '#worker/services/search';
import { changeTag, lastTagChangeOf, listTags, undoTagChange } from '#worker/services/tags';

const MINUTE = 60_000;

/** The journal as it is exported and restored elsewhere, so many minutes later. */
const copyOf = (journal: Journal, minutes: number): Journal => {
  const copy = tempJournal(testClock(testClock().now() + minutes * MINUTE));
  const lines = [...exportLines(journal.db)] as ExportLine[];
  storeRecords(copy)(lines.map((line) => parseLine(Buffer.from(lineText(line))) as ExportRecord));
  return copy;
};

const merge = (journal: Journal, theirs: Journal): void => {
  const seen = { ours: seenVersions(journal.db), theirs: seenVersions(theirs.db) };
  applyMerge({ journal, theirs: theirs.db, seen, deletions: 'keep' }, 0);
};

const begin = () => {
  const journal = tempJournal();
  const { id } = saveEntry(journal, anEntry({ tags: ['Fam', 'sea'] }));
  return { journal, id };
};

const tagsFound = (journal: Journal, text: string): string[][] =>
  searchJournal(journal, { text, before: null, limit: 50 }).items.map(({ tags }) => tags);

describe('a change of tags', () => {
  it('comes into a journal elsewhere with an export, as the newer state', () => {
    const { journal, id } = begin();
    const other = copyOf(journal, 5);
    changeTag(other, { kind: 'renamed', name: 'Fam', to: 'Kin' });
    merge(journal, copyOf(other, 10));
    expect(readEntry(journal, id).tags).toEqual(['Kin', 'sea']);
    expect([tagsFound(journal, 'tag:kin'), tagsFound(journal, 'tag:fam')]).toEqual([[['Kin', 'sea']], []]);
  });

  it('is not taken back by an older export, and neither is its undoing', () => {
    const { journal, id } = begin();
    const older = copyOf(journal, 0);
    changeTag(journal, { kind: 'removed', name: 'Fam' });
    const removed = copyOf(journal, 0);
    merge(journal, older);
    expect(readEntry(journal, id).tags).toEqual(['sea']);
    undoTagChange(journal);
    merge(journal, removed);
    expect(readEntry(journal, id).tags).toEqual(['Fam', 'sea']);
  });

  it('can still be undone after a merge, and a merge after a change of tags', () => {
    const { journal, id } = begin();
    const other = copyOf(journal, 5);
    const added = saveEntry(other, anEntry({ tags: ['river'] })).id;
    changeTag(journal, { kind: 'renamed', name: 'Fam', to: 'Kin' });
    merge(journal, other);
    expect(lastTagChangeOf(journal)).toMatchObject({ change: { kind: 'renamed' } });
    expect(undoMerge(journal)).toBe(0);
    expect(() => readEntry(journal, added)).toThrow('NOT_FOUND');
    expect(undoTagChange(journal)).toEqual({ left: 0 });
    expect(readEntry(journal, id).tags).toEqual(['Fam', 'sea']);
  });

  it('does not keep a merge from being undone that took its tag off an entry', () => {
    const { journal, id } = begin();
    const stays = saveEntry(journal, anEntry({ tags: ['Fam'] })).id;
    const other = copyOf(journal, 5);
    saveEntry(other, { ...draftFrom(readEntry(other, id)), tags: ['sea'] });
    merge(journal, other);
    changeTag(journal, { kind: 'renamed', name: 'Fam', to: 'Kin' });
    expect(undoMerge(journal)).toBe(0);
    expect([readEntry(journal, id).tags, readEntry(journal, stays).tags]).toEqual([['Fam', 'sea'], ['Kin']]);
    expect(listTags(journal).map(({ name }) => name)).toEqual(['Fam', 'Kin', 'sea']);
  });
});
