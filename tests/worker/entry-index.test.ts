import { expect, it } from 'vitest';
import { anEntry } from '#tests/support/builders';
import { tempJournal } from '#tests/support/temp-journal';
import { sql } from '#worker/db/sql';
import { pauseEntryIndex } from '#worker/repositories/entry-index';
import { binEntry, saveEntry } from '#worker/services/entries';
import { searchJournal } from '#worker/services/search';

it('indexes afterwards what was stored meanwhile, and from then on as ever', () => {
  const journal = tempJournal();
  const find = (text: string) =>
    searchJournal(journal, { text, before: null, limit: 50 }).items.map(({ title }) => title);
  saveEntry(journal, anEntry({ title: 'before', text: 'harbour' }));
  const resume = pauseEntryIndex(journal.db);
  saveEntry(journal, anEntry({ title: 'meanwhile', text: 'harbour wall' }));
  const binned = saveEntry(journal, anEntry({ title: 'binned', text: 'harbour light' }));
  expect(find('wall')).toEqual([]);
  resume();
  binEntry(journal, binned.id);
  saveEntry(journal, anEntry({ title: 'after', text: 'harbour mouth' }));
  expect(find('harbour').sort()).toEqual(['after', 'before', 'meanwhile']);
  const check = () => journal.db.run(sql`INSERT INTO entry_text (entry_text, rank) VALUES ('integrity-check', 1)`);
  expect(check).not.toThrow();
});
