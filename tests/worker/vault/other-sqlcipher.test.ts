import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anEntry } from '#tests/support/builders';
import { openElsewhere } from '#tests/support/other-sqlcipher';
import { PASSPHRASE, tempSnapshots } from '#tests/support/temp-snapshots';
import { saveEntry } from '#worker/services/entries';
import { databaseKey } from '#worker/vault/keys';

const WORDS = 'I went to the river, and it was quiet.';

describe('another implementation of SQLCipher, with the derived key alone', () => {
  const aJournal = async () => {
    const test = await tempSnapshots();
    saveEntry(test.vault.journal(), anEntry({ title: 'The river', text: WORDS }));
    const key = databaseKey(test.vault.current().vaultKey);
    return { ...test, key };
  };

  it('opens a closed journal, finds it sound and reads the words', async () => {
    const { vault, vaultFolder, key } = await aJournal();
    vault.close();
    const other = openElsewhere(join(vaultFolder, 'journal.db'), key);
    expect(other.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(other.prepare('SELECT title, plain FROM entry').all()).toEqual([{ title: 'The river', plain: WORDS }]);
    expect(other.prepare("SELECT rowid FROM entry_text WHERE entry_text MATCH 'quiet'").all()).toHaveLength(1);
    other.close();
  });

  it('opens a snapshot, and the journal that is made of it', async () => {
    const test = await aJournal();
    const { name } = await test.take();
    await test.service.restore(randomUUID(), name);
    await test.vault.unlock(PASSPHRASE);
    const restored = join(test.vault.current().folder, 'journal.db');
    test.vault.close();
    for (const file of [join(test.folder, name, 'journal.db'), restored]) {
      const other = openElsewhere(file, test.key);
      expect(other.prepare('SELECT plain FROM entry').pluck().get()).toBe(WORDS);
      other.close();
    }
  });

  it('reads nothing with another key', async () => {
    const { vault, vaultFolder, key } = await aJournal();
    vault.close();
    const other = openElsewhere(
      join(vaultFolder, 'journal.db'),
      key.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    );
    expect(() => other.prepare('SELECT * FROM entry').all()).toThrow();
    other.close();
  });
});
