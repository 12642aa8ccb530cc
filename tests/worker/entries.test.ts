import { describe, expect, it } from 'vitest';
import { documentFromText, documentText } from '#core/document';
import { draftFrom, type Entry, type EntryDraft } from '#core/entry';
import { AppError } from '#core/errors';
import { anEntry, berlin, day } from '#tests/support/builders';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import { sql } from '#worker/db/sql';
import type { Journal } from '#worker/journal';
import { purgeBin } from '#worker/services/bin';
import { binEntry, countJournal, pageOfEntries, readEntry, restoreEntry, saveEntry } from '#worker/services/entries';
import { revisionsOf } from '#worker/services/revisions';
import { searchJournal } from '#worker/services/search';
import { listTags } from '#worker/services/tags';

const DAY_MS = 86_400_000;

const edited = (entry: Entry, change: Partial<EntryDraft>): EntryDraft => ({ ...draftFrom(entry), ...change });

const titles = (journal: Journal): string[] =>
  pageOfEntries(journal, { before: null, limit: 50 }).items.map(({ title }) => title);

const found = (journal: Journal, text: string): string[] =>
  searchJournal(journal, { text, before: null, limit: 50 }).items.map(({ title }) => title);

const revisions = ({ db }: Journal): { title: string }[] => db.all(sql`SELECT title FROM revision ORDER BY seq`);

describe('an entry', () => {
  it('comes back as it was written, labels and all', () => {
    const journal = tempJournal();
    const draft = anEntry({
      title: 'Slow',
      text: 'Grey all day.\nNothing happened.',
      mood: 3,
      tags: ['tired', 'Home'],
      feelings: ['calm'],
    });
    const saved = saveEntry(journal, draft);
    expect(readEntry(journal, draft.id)).toEqual(saved);
    expect(saved).toMatchObject({
      title: 'Slow',
      mood: 3,
      tags: ['tired', 'Home'],
      feelings: ['calm'],
      day: '2026-11-20',
      wordCount: 5,
    });
    expect(saved.body).toEqual(draft.body);
  });

  it('keeps one spelling of a tag, whatever case it is typed in', () => {
    const journal = tempJournal();
    saveEntry(journal, anEntry({ tags: ['Café'] }));
    const second = saveEntry(journal, anEntry({ tags: ['CAFE\u0301', 'café', 'river'] }));
    expect(second.tags.map((tag) => tag.toLowerCase())).toEqual(['café', 'river']);
    expect(listTags(journal)).toEqual([
      { name: 'Café', uses: 2 },
      { name: 'river', uses: 1 },
    ]);
  });

  it('is refused when it was edited from another version than the one stored', () => {
    const journal = tempJournal();
    const saved = saveEntry(journal, anEntry());
    saveEntry(journal, edited(saved, { title: 'first' }));
    expect(() => saveEntry(journal, edited(saved, { title: 'second' }))).toThrow(new AppError('CONFLICT'));
    expect(() => saveEntry(journal, anEntry({ baseVersion: saved.version }))).toThrow(new AppError('NOT_FOUND'));
    expect(titles(journal)).toEqual(['first']);
  });

  it('stays on the day on which it was written when the person travels', () => {
    const clock = testClock();
    const journal = tempJournal(clock);
    const saved = saveEntry(journal, anEntry({ at: berlin('2026-11-20', 23 * 60 + 30) }));
    clock.move('America/New_York');
    expect(saveEntry(journal, edited(saved, { title: 'later' })).day).toBe('2026-11-20');
  });

  it('may share its minute, its second and its millisecond with others', () => {
    const journal = tempJournal();
    const at = berlin('2026-11-20');
    for (let index = 0; index < 40; index += 1) saveEntry(journal, anEntry({ at, title: String(index) }));
    expect(new Set(titles(journal)).size).toBe(40);
  });
});

describe('the list', () => {
  it('shows the latest on the wall clock first, wherever it was written', () => {
    const journal = tempJournal();
    saveEntry(journal, anEntry({ title: 'Berlin, nine in the evening', at: berlin('2026-11-20', 21 * 60) }));
    saveEntry(
      journal,
      anEntry({ title: 'Tokyo, next morning', at: berlin('2026-11-20', 23 * 60), zone: 'Asia/Tokyo' }),
    );
    saveEntry(journal, anEntry({ title: 'Berlin, eleven', at: berlin('2026-11-20', 23 * 60) }));
    expect(titles(journal)).toEqual(['Tokyo, next morning', 'Berlin, eleven', 'Berlin, nine in the evening']);
  });

  it('moves an entry when its date is changed, and its tags and search with it', () => {
    const journal = tempJournal();
    const old = saveEntry(journal, anEntry({ title: 'moved', tags: ['clinic'], at: berlin('2026-11-20') }));
    saveEntry(journal, anEntry({ title: 'stays', at: berlin('2026-11-10') }));
    const moved = saveEntry(journal, edited(old, { at: berlin('2026-11-01') }));
    expect(moved.day).toBe('2026-11-01');
    expect(titles(journal)).toEqual(['stays', 'moved']);
    expect(readEntry(journal, old.id).tags).toEqual(['clinic']);
    expect(found(journal, 'clinic')).toEqual(['moved']);
  });

  it('comes in stretches that neither repeat nor leave out an entry', () => {
    const journal = tempJournal();
    for (let index = 0; index < 25; index += 1)
      saveEntry(journal, anEntry({ title: `${index}`, at: berlin('2026-11-20', index) }));
    const seen: string[] = [];
    for (let before: number | null = null, more = true; more; ) {
      const page = pageOfEntries(journal, { before, limit: 10 });
      seen.push(...page.items.map(({ title }) => title));
      before = page.next;
      more = before !== null;
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `${24 - index}`));
  });
});

describe('the bin', () => {
  it('takes an entry out of list, search and tags, and gives it back whole', () => {
    const journal = tempJournal();
    const saved = saveEntry(journal, anEntry({ title: 'gone', text: 'lighthouse', tags: ['sea'] }));
    binEntry(journal, saved.id);
    expect(titles(journal)).toEqual([]);
    expect(found(journal, 'lighthouse')).toEqual([]);
    expect(listTags(journal)).toEqual([]);
    expect(countJournal(journal)).toEqual({ kept: 0, bin: 1 });
    restoreEntry(journal, saved.id);
    expect(titles(journal)).toEqual(['gone']);
    expect(found(journal, 'lighthouse')).toEqual(['gone']);
    expect(readEntry(journal, saved.id)).toMatchObject({ body: saved.body, tags: ['sea'], deletedAt: null });
  });

  it('keeps for thirty days and then lets go of the content, leaving a tombstone', () => {
    const clock = testClock();
    const journal = tempJournal(clock);
    const saved = saveEntry(journal, anEntry({ title: 'old' }));
    binEntry(journal, saved.id);
    clock.set(clock.now() + 30 * DAY_MS - 1);
    purgeBin(journal);
    expect(readEntry(journal, saved.id).title).toBe('old');
    clock.set(clock.now() + 2);
    purgeBin(journal);
    expect(() => readEntry(journal, saved.id)).toThrow(AppError);
    expect(journal.db.all(sql`SELECT kind FROM tombstone`)).toEqual([{ kind: 'entry' }]);
  });
});

describe('revisions', () => {
  it('keep an earlier state once five minutes have passed, and the last twenty of them', () => {
    const clock = testClock();
    const journal = tempJournal(clock);
    let saved = saveEntry(journal, anEntry({ title: 'v0' }));
    saved = saveEntry(journal, edited(saved, { title: 'quickly corrected' }));
    expect(revisions(journal)).toEqual([]);
    for (let index = 1; index <= 30; index += 1) {
      clock.set(clock.now() + 6 * 60_000);
      saved = saveEntry(journal, edited(saved, { title: `v${index}` }));
    }
    expect(revisions(journal)).toHaveLength(20);
    expect(revisions(journal).at(-1)).toEqual({ title: 'v29' });
  });

  const words = 'It was raining all night, and I could not sleep until four. Then it was quiet.';
  const put = (journal: Journal, saved: Entry, text: string): Entry =>
    saveEntry(journal, edited(saved, { body: documentFromText(text) }));
  const textsOf = (journal: Journal, { id }: Entry): string[] =>
    revisionsOf(journal, id).map(({ body }) => documentText(body));

  it('are made at once when a passage goes that no earlier state has', () => {
    const journal = tempJournal();
    const written = saveEntry(journal, anEntry({ title: 'night', text: words }));
    put(journal, written, 'x');
    expect(textsOf(journal, written)).toEqual([words]);
  });

  it('are made of the fullest state when a passage goes letter by letter', () => {
    const journal = tempJournal();
    let saved = saveEntry(journal, anEntry({ text: '' }));
    for (let length = 10; length <= words.length; length += 10) saved = put(journal, saved, words.slice(0, length));
    const fullest = words.slice(0, words.length - (words.length % 10));
    for (let length = fullest.length - 5; length >= 0; length -= 5) saved = put(journal, saved, words.slice(0, length));
    expect(textsOf(journal, saved)).toEqual([fullest]);
  });

  it('are made when a long title goes', () => {
    const journal = tempJournal();
    const written = saveEntry(journal, anEntry({ title: words }));
    saveEntry(journal, edited(written, { title: '' }));
    expect(revisions(journal)).toEqual([{ title: words }]);
  });

  it('before their time are made once in five minutes, and never push the others out', () => {
    const clock = testClock();
    const journal = tempJournal(clock);
    const written = saveEntry(journal, anEntry({ text: words }));
    let saved = written;
    for (let second = 0; second < 240; second += 1) {
      clock.set(clock.now() + 1000);
      saved = put(journal, saved, `${second} ${second % 2 === 0 ? words.toUpperCase() : words.replaceAll('i', 'y')}`);
    }
    expect(textsOf(journal, written)).toEqual([words]);
  });

  it('are not made at once for a letter at each end of a long text', () => {
    const journal = tempJournal();
    const written = saveEntry(journal, anEntry({ text: `${words} ${words} ${words}` }));
    put(journal, written, `A${words} ${words} ${words}b`.replace('AI', 'A').replace('.b', 'b'));
    expect(revisions(journal)).toEqual([]);
  });

  it('are not made when only mood or tags changed', () => {
    const clock = testClock();
    const journal = tempJournal(clock);
    const saved = saveEntry(journal, anEntry());
    clock.set(clock.now() + 60 * 60_000);
    saveEntry(journal, edited(saved, { mood: 4, tags: ['new'] }));
    expect(revisions(journal)).toEqual([]);
  });
});

describe('search', () => {
  const journalWith = (...texts: string[]): Journal => {
    const journal = tempJournal();
    for (const [index, text] of texts.entries()) {
      saveEntry(journal, anEntry({ title: `${index}`, text, at: berlin('2026-11-20', index) }));
    }
    return journal;
  };

  it('meets the beginning of a word, without regard to case or accents', () => {
    const journal = journalWith('We met at the Café Zoë.', 'The cafeteria was closed.', 'Nothing here.');
    expect(found(journal, 'cafe')).toEqual(['1', '0']);
    expect(found(journal, 'ZOE')).toEqual(['0']);
    expect(found(journal, 'naïve')).toEqual([]);
  });

  it('meets a quoted phrase only where the words stand together', () => {
    const journal = journalWith('one day at a time', 'a time of one day');
    expect(found(journal, '"one day at a time"')).toEqual(['0']);
    expect(found(journal, 'one day time')).toEqual(['1', '0']);
  });

  it('looks into titles and tags too', () => {
    const journal = tempJournal();
    saveEntry(journal, anEntry({ title: 'Payday', text: '', tags: ['money worries'] }));
    expect(found(journal, 'payd')).toEqual(['Payday']);
    expect(found(journal, 'worr')).toEqual(['Payday']);
  });

  it('shows the passage around the hit, with the hit told apart', () => {
    const journal = journalWith(`${'before '.repeat(60)}lighthouse ${'after '.repeat(60)}`);
    const [hit] = searchJournal(journal, { text: 'light', before: null, limit: 10 }).items;
    expect(hit?.snippet.filter((part) => part.hit)).toEqual([{ text: 'lighthouse', hit: true }]);
    expect(hit?.snippet.map(({ text }) => text).join('')).toContain('before lighthouse after');
  });

  it('sees a change at once and nothing of what was written before', () => {
    const journal = tempJournal();
    const saved = saveEntry(journal, anEntry({ title: 'x', text: 'harbour' }));
    saveEntry(journal, edited(saved, { body: anEntry({ text: 'mountain' }).body }));
    expect(found(journal, 'harbour')).toEqual([]);
    expect(found(journal, 'mountain')).toEqual(['x']);
  });

  it('keeps its index in agreement with the entries through every kind of change', () => {
    const journal = tempJournal();
    const all = Array.from({ length: 12 }, (_, index) =>
      saveEntry(journal, anEntry({ title: `t${index}`, text: `word${index}`, tags: [`tag${index % 3}`] })),
    );
    all.slice(0, 6).forEach((entry, index) => {
      saveEntry(journal, edited(entry, { title: `changed${index}`, at: berlin('2026-10-01', index), tags: ['other'] }));
    });
    for (const entry of all.slice(6, 9)) binEntry(journal, entry.id);
    // Throws when index and entries disagree.
    journal.db.exec("INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)");
    expect(found(journal, 'other')).toHaveLength(6);
    expect(found(journal, 'word7')).toEqual([]);
    expect(found(journal, 'word11')).toEqual(['t11']);
  });
});

describe('a day in the past', () => {
  it('can be given to an entry', () => {
    const journal = tempJournal();
    expect(saveEntry(journal, anEntry({ at: berlin('1999-12-31', 1439) })).day).toBe(day('1999-12-31'));
  });
});
