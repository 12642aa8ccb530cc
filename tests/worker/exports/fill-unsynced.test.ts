import { expect, test } from 'vitest';
import { tempJournal } from '#tests/support/temp-journal';
import { sql } from '#worker/db/sql';
import { fillUnsynced } from '#worker/exports/fill-unsynced';
import { findSetting, saveSetting } from '#worker/repositories/setting';

test('a filled database logs and syncs again as any other', async () => {
  const { db } = tempJournal();
  const value = await fillUnsynced(
    db,
    async () => {
      expect(db.get(sql`PRAGMA synchronous`)).toEqual({ synchronous: 0 });
      saveSetting(db, 'first', 'a');
      return 5;
    },
    (filled) => saveSetting(db, 'last', String(filled)),
  );
  expect(value).toBe(5);
  expect([findSetting(db, 'first'), findSetting(db, 'last')]).toEqual(['a', '5']);
  expect(db.get(sql`PRAGMA journal_mode`)).toEqual({ journal_mode: 'wal' });
  expect(db.get(sql`PRAGMA synchronous`)).toEqual({ synchronous: 2 });
});
