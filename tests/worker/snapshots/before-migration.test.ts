import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeOf } from '#tests/support/finished-vault';
import { toFirstSchema } from '#tests/support/first-schema';
import { PASSPHRASE, tempSnapshots } from '#tests/support/temp-snapshots';
import { currentSchema, schemaVersion } from '#worker/db/migrate';
import { sql } from '#worker/db/sql';
import { countEntries } from '#worker/repositories/entry';
import { manifestOf } from '#worker/snapshots/verify-snapshot';
import { databaseFile } from '#worker/vault/vault-files';

/** A journal of the first schema with forty entries, closed. */
const olderJournal = async () => {
  const test = await tempSnapshots();
  test.fill(40, 'words of an older program '.repeat(40));
  toFirstSchema(test.vault.current().db);
  test.vault.close();
  const unlock = () => test.vault.unlock(PASSPHRASE);
  return { ...test, unlock, file: databaseFile(test.vaultFolder) };
};

describe('a journal of an older schema', () => {
  it('is brought to the one of today when it is opened, after a snapshot of it as it was', async () => {
    const test = await olderJournal();
    await test.unlock();
    const { db, vaultKey } = test.vault.current();
    expect(schemaVersion(db)).toBe(currentSchema);
    expect(countEntries(db)).toEqual({ kept: 40, bin: 0 });
    expect(db.all(sql`PRAGMA foreign_key_check`)).toEqual([]);
    const [snapshot, ...others] = test.service.list().snapshots;
    expect(others).toEqual([]);
    expect(snapshot).toMatchObject({ reason: 'before-migration', entries: 40, damaged: false });
    const name = snapshot?.name;
    expect(name && manifestOf(test.folder, name, vaultKey)).toMatchObject({ schema: 1 });
  });

  it('is not snapshotted once more when it is opened again', async () => {
    const test = await olderJournal();
    await test.unlock();
    test.vault.close();
    await test.unlock();
    expect(test.service.list().snapshots).toHaveLength(1);
  });

  it('stays as it is, and closed, where no snapshot can be taken', async () => {
    const test = await olderJournal();
    const before = readFileSync(test.file);
    // A file in the place of the folder of snapshots.
    writeFileSync(test.folder, '');
    await expect(test.unlock()).rejects.toThrow();
    expect(test.vault.status().state).toBe('locked');
    expect(readFileSync(test.file).equals(before)).toBe(true);
    rmSync(test.folder);
    await test.unlock();
    expect(countEntries(test.vault.current().db).kept).toBe(40);
  });

  it('stays as it is where it cannot be read whole: it is damaged', async () => {
    const test = await olderJournal();
    const harmed = readFileSync(test.file);
    // The last page belongs to one of the tables, and nothing on the way to opening it is read from there.
    const at = harmed.length - 2000;
    harmed[at] = (harmed[at] ?? 0) ^ 1;
    writeFileSync(test.file, harmed);
    expect(await codeOf(test.unlock)).toBe('DATABASE_DAMAGED');
    expect(readFileSync(test.file).equals(harmed)).toBe(true);
    expect(test.names()).toEqual([]);
  });
});
