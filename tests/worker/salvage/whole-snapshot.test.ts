import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { SnapshotName } from '#core/snapshot';
import { toFirstSchema } from '#tests/support/first-schema';
import { tempFolder } from '#tests/support/temp-folder';
import { traceOf } from '#tests/support/temp-inside';
import { PASSPHRASE, tempSnapshots } from '#tests/support/temp-snapshots';
import { migrate, schemaVersion } from '#worker/db/migrate';
import { countEntries } from '#worker/repositories/entry';
import { openNewestWhole } from '#worker/salvage/whole-snapshot';
import { databaseFile } from '#worker/vault/vault-files';

type Test = Awaited<ReturnType<typeof tempSnapshots>>;

const quiet = (): void => undefined;

/** Takes a snapshot as a program of the first schema did. */
const takeOlder = async ({ vault, take }: Test): Promise<SnapshotName> => {
  const { db } = vault.current();
  toFirstSchema(db);
  const { name } = await take();
  migrate(db);
  return name;
};

/** What is opened of some snapshots: its entries, whether it is a copy, and whether anything remains when it is closed. */
const opened = ({ vault, folder }: Test, names: readonly SnapshotName[]) => {
  const copy = join(tempFolder(), 'copy');
  const db = openNewestWhole({ folder, vaultKey: vault.current().vaultKey, copy }, names, quiet);
  if (db === null) return { entries: null, isCopy: existsSync(copy) };
  const found = { entries: countEntries(db).kept, isCopy: existsSync(copy) };
  expect(schemaVersion(db)).toBe(schemaVersion(vault.current().db));
  db.close();
  expect(existsSync(copy)).toBe(false);
  return found;
};

it('is the newest of the schema of today, and only then one of an older schema, in a copy', async () => {
  const test = await tempSnapshots();
  test.fill(1);
  const oldest = await takeOlder(test);
  test.fill(1);
  const { name: present } = await test.take();
  test.fill(1);
  const newest = await takeOlder(test);
  const before = traceOf(test.folder);
  expect(opened(test, [newest, present, oldest])).toEqual({ entries: 2, isCopy: false });
  expect(opened(test, [newest, oldest])).toEqual({ entries: 3, isCopy: true });
  expect(opened(test, [])).toEqual({ entries: null, isCopy: false });
  expect(traceOf(test.folder)).toEqual(before);
  const database = join(test.folder, newest, 'journal.db');
  const bytes = readFileSync(database);
  bytes[5000] = (bytes[5000] ?? 0) ^ 1;
  writeFileSync(database, bytes);
  expect(opened(test, [newest, oldest])).toEqual({ entries: 1, isCopy: true });
  expect(opened(test, [newest])).toEqual({ entries: null, isCopy: false });
});

it('is never one that something was put beside which SQLite would write into it', async () => {
  const test = await tempSnapshots();
  test.fill(1);
  const { name: whole } = await test.take();
  test.fill(1);
  const { name: planted } = await test.take();
  for (const log of ['journal.db-wal', 'journal.db-journal']) {
    writeFileSync(join(test.folder, planted, log), Buffer.alloc(4096, 1));
  }
  const before = traceOf(test.folder);
  expect(opened(test, [planted, whole])).toEqual({ entries: 1, isCopy: false });
  expect(opened(test, [planted])).toEqual({ entries: null, isCopy: false });
  expect(traceOf(test.folder)).toEqual(before);
});

it('fills the gaps of a damaged journal, also where it is of an older schema', async () => {
  const test = await tempSnapshots();
  test.fill(25, 'words of an older program '.repeat(90));
  await takeOlder(test);
  test.vault.close();
  const file = databaseFile(test.vaultFolder);
  const bytes = readFileSync(file);
  for (let at = 60 * 4096; at < bytes.length; at += 4096) bytes[at + 900] = (bytes[at + 900] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const { salvage } = await test.look();
  expect(salvage?.missing).toEqual({});
  expect(salvage?.filled.entry).toBeGreaterThan(0);
  await test.recovery.takeSalvage(randomUUID());
  await test.vault.unlock(PASSPHRASE);
  const { db, folder } = test.vault.current();
  expect(countEntries(db).kept).toBe(25);
  expect(readdirSync(folder)).not.toContain('older');
});
