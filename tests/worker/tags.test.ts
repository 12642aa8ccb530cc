import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftFrom } from '#core/entry';
import type { RecordId } from '#core/record';
import type { TagChange } from '#core/tag-change';
import { anEntry } from '#tests/support/builders';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import { sql } from '#worker/db/sql';
import type { Journal } from '#worker/journal';
import { purgeBin, removeForGood } from '#worker/services/bin';
import { binEntry, readEntry, restoreEntry, saveEntry } from '#worker/services/entries';
import { revisionsOf } from '#worker/services/revisions';
import { searchJournal } from '#worker/services/search';
import { changeTag, lastTagChangeOf, listTags, tagsTogether, undoTagChange } from '#worker/services/tags';

const begin = (...tags: readonly (readonly string[])[]) => {
  const clock = testClock();
  const journal = tempJournal(clock);
  const ids = tags.map((of) => saveEntry(journal, anEntry({ tags: [...of] })).id);
  return { journal, clock, ids };
};

const tagsOf = (journal: Journal, ids: readonly RecordId[]) => ids.map((id) => readEntry(journal, id).tags);
const found = (journal: Journal, text: string): number =>
  searchJournal(journal, { text, before: null, limit: 50 }).items.length;
const rename = (name: string, to: string): TagChange => ({ kind: 'renamed', name, to });
const merge = (name: string, into: string): TagChange => ({ kind: 'merged', name, into });

const retag = (journal: Journal, id: RecordId, tags: string[]): void => {
  saveEntry(journal, { ...draftFrom(readEntry(journal, id)), tags });
};

/** The rows of tags, their links in order, and the index, all of one mind. */
const expectSound = ({ db }: Journal): void => {
  const linked = db.all<{ tag_names: string; linked: string | null }>(sql`SELECT lower(entry.tag_names) AS tag_names,
    (SELECT group_concat(lower(name), char(10)) FROM (SELECT tag.name FROM entry_tag JOIN tag ON tag.seq = entry_tag.tag
      WHERE entry_tag.entry = entry.position ORDER BY entry_tag.place)) AS linked FROM entry`);
  for (const { tag_names, linked: names } of linked) expect(names ?? '').toBe(tag_names);
  db.exec(`INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)`);
};

describe('a tag that is renamed', () => {
  it('is found by its new name everywhere, in the bin too, and by its old one nowhere', () => {
    const { journal, ids } = begin(['Fam', 'sea'], ['work'], ['river', 'FAM']);
    const [first, , last] = ids;
    if (first === undefined || last === undefined) throw new Error('no entries');
    binEntry(journal, last);
    changeTag(journal, rename('fam', ' Kin '));
    expect(tagsOf(journal, ids)).toEqual([['Kin', 'sea'], ['work'], ['river', 'Kin']]);
    expect([
      found(journal, 'kin'),
      found(journal, 'tag:kin'),
      found(journal, 'fam'),
      found(journal, 'tag:fam'),
    ]).toEqual([1, 1, 0, 0]);
    restoreEntry(journal, last);
    expect(found(journal, 'tag:kin')).toBe(2);
    expectSound(journal);
  });

  it('has every entry it touches count as changed, without an earlier state of its words, and no other', () => {
    const { journal, clock, ids } = begin(['Fam'], ['work']);
    const before = ids.map((id) => readEntry(journal, id));
    clock.set(clock.now() + 3_600_000);
    changeTag(journal, rename('Fam', 'Kin'));
    const after = ids.map((id) => readEntry(journal, id));
    expect(after[0]?.version.localeCompare(before[0]?.version ?? '')).toBe(1);
    expect(after[0]?.updatedAt).toBe(clock.now());
    expect(after[1]).toEqual(before[1]);
    expect(ids.flatMap((id) => revisionsOf(journal, id))).toEqual([]);
  });

  it('may be spelled otherwise, which makes no second tag of it', () => {
    const { journal, ids } = begin(['fam', 'x'], ['FAM']);
    changeTag(journal, rename('FAM', 'Fam'));
    expect(tagsOf(journal, ids)).toEqual([['Fam', 'x'], ['Fam']]);
    expect(listTags(journal)).toEqual([
      { name: 'Fam', uses: 2 },
      { name: 'x', uses: 1 },
    ]);
    undoTagChange(journal);
    expect(listTags(journal)[0]).toEqual({ name: 'fam', uses: 2 });
    expect(tagsOf(journal, ids)).toEqual([['fam', 'x'], ['FAM']]);
  });

  it('does not quietly become one with another tag, and nothing has changed', () => {
    const { journal, ids } = begin(['Fam'], ['Family']);
    expect(() => changeTag(journal, rename('Fam', 'FAMILY'))).toThrow('CONFLICT');
    expect(tagsOf(journal, ids)).toEqual([['Fam'], ['Family']]);
    expect(lastTagChangeOf(journal)).toBeNull();
  });

  it('may take a name that only deleted entries carry', () => {
    const { journal, ids } = begin(['Fam'], ['Family']);
    if (ids[1] !== undefined) binEntry(journal, ids[1]);
    changeTag(journal, rename('Fam', 'family'));
    expect(tagsOf(journal, ids)).toEqual([['family'], ['Family']]);
    expect(listTags(journal)).toEqual([{ name: 'family', uses: 1 }]);
    undoTagChange(journal);
    expect(tagsOf(journal, ids)).toEqual([['Fam'], ['Family']]);
    expectSound(journal);
  });

  it('is found from the page of all tags even with quotes in its name', () => {
    const { journal } = begin(['the “big”  one']);
    expect(found(journal, 'tag:"the  big   one"')).toBe(1);
  });
});

describe('a tag that is merged into another or taken off', () => {
  it('leaves no entry with a tag twice, and the order as it was', () => {
    const { journal, ids } = begin(['Fam', 'x', 'Family'], ['Family', 'Fam'], ['Fam', 'y']);
    expect(tagsTogether(journal, 'fam', 'family')).toEqual({ entries: 3 });
    changeTag(journal, merge('Fam', 'family'));
    expect(tagsOf(journal, ids)).toEqual([['Family', 'x'], ['Family'], ['Family', 'y']]);
    expect(listTags(journal)[0]).toEqual({ name: 'Family', uses: 3 });
    expectSound(journal);
  });

  it('is told of as it was spelled, and not after the journal’s bin is emptied a month later', () => {
    const { journal, clock } = begin(['Fam'], ['Family']);
    changeTag(journal, merge('FAM', 'FAMILY'));
    expect(lastTagChangeOf(journal)).toEqual({
      at: clock.now(),
      change: { kind: 'merged', name: 'Fam', into: 'Family' },
    });
    clock.set(clock.now() + 31 * 86_400_000);
    purgeBin(journal);
    expect(lastTagChangeOf(journal)).toBeNull();
    expect(() => undoTagChange(journal)).toThrow('NOT_FOUND');
  });

  it('cannot be one that is not there, nor the same', () => {
    const { journal } = begin(['Fam']);
    for (const change of [merge('Fam', 'Family'), merge('Family', 'Fam'), merge('Fam', 'FAM'), rename('x', 'y')])
      expect(() => changeTag(journal, change)).toThrow('NOT_FOUND');
  });

  it('goes from every entry, and from the names there are', () => {
    const { journal, ids } = begin(['a', 'Fam', 'b'], ['Fam']);
    changeTag(journal, { kind: 'removed', name: 'fam' });
    expect(tagsOf(journal, ids)).toEqual([['a', 'b'], []]);
    expect([found(journal, 'tag:fam'), found(journal, 'fam')]).toEqual([0, 0]);
    expect(journal.db.all(sql`SELECT name FROM tag WHERE folded = 'fam'`)).toEqual([]);
    expectSound(journal);
  });
});

describe('undoing a change of tags', () => {
  it('keeps an edit of an entry’s tags made since, and gives the others theirs back, whatever else was written', () => {
    const { journal, ids } = begin(['Fam'], ['Fam', 'x'], ['Fam']);
    const [first, second, third] = ids;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no entries');
    changeTag(journal, rename('Fam', 'Kin'));
    retag(journal, second, ['Kin', 'x', 'mine']);
    saveEntry(journal, { ...draftFrom(readEntry(journal, third)), title: 'written since' });
    const later = saveEntry(journal, anEntry({ tags: ['Kin'] })).id;
    expect(undoTagChange(journal)).toEqual({ left: 1 });
    expect(tagsOf(journal, [...ids, later])).toEqual([['Fam'], ['Kin', 'x', 'mine'], ['Fam'], ['Kin']]);
    expect(readEntry(journal, third).title).toBe('written since');
    expect(() => undoTagChange(journal)).toThrow('NOT_FOUND');
    expectSound(journal);
  });

  it('is there for the last change only, and goes on where an entry is gone for good', () => {
    const { journal, ids } = begin(['Fam'], ['Fam']);
    changeTag(journal, rename('Fam', 'Kin'));
    changeTag(journal, rename('Kin', 'Folk'));
    if (ids[1] !== undefined) {
      binEntry(journal, ids[1]);
      removeForGood(journal, { kind: 'entry', id: ids[1] });
    }
    expect(undoTagChange(journal)).toEqual({ left: 0 });
    expect(tagsOf(journal, ids.slice(0, 1))).toEqual([['Kin']]);
    expect(lastTagChangeOf(journal)).toBeNull();
  });

  const names = ['Fam', 'Family', 'river', 'Work'];
  const lists = fc.array(fc.uniqueArray(fc.constantFrom(...names)), { minLength: 1, maxLength: 6 });
  const changes = fc.oneof(
    fc.record({
      kind: fc.constant('merged' as const),
      name: fc.constantFrom(...names),
      into: fc.constantFrom(...names),
    }),
    fc.record({ kind: fc.constant('removed' as const), name: fc.constantFrom(...names) }),
    fc.record({
      kind: fc.constant('renamed' as const),
      name: fc.constantFrom(...names),
      to: fc.constantFrom('Kin', 'fam'),
    }),
  );

  it('brings back what was, whatever was done to whatever tags', () => {
    fc.assert(
      fc.property(lists, changes, fc.nat(5), (all, change, binned) => {
        const { journal, ids } = begin(...all);
        const gone = ids[binned];
        if (gone !== undefined) binEntry(journal, gone);
        const state = () => ({
          tags: tagsOf(journal, ids),
          listed: listTags(journal),
          searched: names.map((name) => found(journal, `tag:"${name}"`)),
        });
        const before = state();
        try {
          changeTag(journal, change);
        } catch (error) {
          expect(String(error)).toMatch(/NOT_FOUND|CONFLICT/);
          expect(state()).toEqual(before);
          return;
        }
        expectSound(journal);
        if (lastTagChangeOf(journal) !== null) expect(undoTagChange(journal)).toEqual({ left: 0 });
        expect(state()).toEqual(before);
        expectSound(journal);
      }),
      { numRuns: 40 },
    );
  });
});
