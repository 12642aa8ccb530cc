import { describe, expect, it } from 'vitest';
import { documentFromText, documentText } from '#core/document';
import { draftFrom } from '#core/entry';
import type { RecordVersion } from '#core/record';
import { anEntry } from '#tests/support/builders';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import { readEntry, saveEntry } from '#worker/services/entries';
import { revisionsOf, takeBackRevision } from '#worker/services/revisions';

const SIX_MINUTES = 6 * 60_000;

/** An entry that was written over so many times, six minutes apart. */
const written = (times: number) => {
  const clock = testClock();
  const journal = tempJournal(clock);
  let entry = saveEntry(journal, anEntry({ title: 'Day', text: 'words 0', mood: 2, tags: ['river'] }));
  for (let time = 1; time <= times; time += 1) {
    clock.set(clock.now() + SIX_MINUTES);
    const body = documentFromText(`words ${time}`);
    entry = saveEntry(journal, { ...draftFrom(entry), title: `Day ${time}`, body });
  }
  const texts = () => revisionsOf(journal, entry.id).map(({ body }) => documentText(body));
  return { clock, journal, entry, texts };
};

describe('the earlier states of an entry', () => {
  it('are listed, the last first, with their words counted', () => {
    const { journal, entry, texts } = written(3);
    expect(texts()).toEqual(['words 2', 'words 1', 'words 0']);
    expect(revisionsOf(journal, entry.id)[2]).toMatchObject({ title: 'Day', reason: 'edit', wordCount: 2 });
  });

  it('are twenty at most, the newest', () => {
    const { texts } = written(25);
    expect(texts()).toHaveLength(20);
    expect(texts()[0]).toBe('words 24');
  });

  it('can be taken back, and what stood there is kept as one of them', () => {
    const { journal, entry, texts } = written(2);
    const [, first] = revisionsOf(journal, entry.id);
    const { version } = first ?? {};
    const back = takeBackRevision(journal, {
      id: entry.id,
      baseVersion: entry.version,
      revision: version as RecordVersion,
    });
    expect(back).toMatchObject({ title: 'Day', mood: 2, tags: ['river'], body: documentFromText('words 0') });
    expect(readEntry(journal, entry.id)).toEqual(back);
    expect(texts()).toEqual(['words 2', 'words 1', 'words 0']);
    const [newest] = revisionsOf(journal, entry.id);
    expect(newest).toMatchObject({ reason: 'restore', title: 'Day 2' });
    const again = takeBackRevision(journal, {
      id: entry.id,
      baseVersion: back.version,
      revision: newest?.version as RecordVersion,
    });
    expect(again).toMatchObject({ title: 'Day 2', body: documentFromText('words 2') });
  });

  it('are not taken back over something newer, or from another entry', () => {
    const { journal, entry } = written(2);
    const other = saveEntry(journal, anEntry());
    const [newest] = revisionsOf(journal, entry.id);
    const revision = newest?.version as RecordVersion;
    expect(() => takeBackRevision(journal, { id: entry.id, baseVersion: revision, revision })).toThrow('CONFLICT');
    expect(() => takeBackRevision(journal, { id: other.id, baseVersion: other.version, revision })).toThrow(
      'NOT_FOUND',
    );
    expect(readEntry(journal, entry.id)).toEqual(entry);
  });
});
