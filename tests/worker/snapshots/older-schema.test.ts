import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { toFirstSchema } from '#tests/support/first-schema';
import { tempSnapshots } from '#tests/support/temp-snapshots';
import { connect } from '#worker/db/database';
import { migrate, schemaVersion } from '#worker/db/migrate';
import { sql } from '#worker/db/sql';
import { countEntries } from '#worker/repositories/entry';
import { databaseKey } from '#worker/vault/keys';
import { databaseFile } from '#worker/vault/vault-files';

it('a snapshot of the first schema is found whole, and becomes a journal of today', async () => {
  const t = await tempSnapshots();
  t.fill(3);
  const { db, vaultKey } = t.vault.current();
  const key = databaseKey(vaultKey);
  toFirstSchema(db);
  const { name } = await t.take();
  await t.service.verify(randomUUID(), name);
  await t.service.restore(randomUUID(), name);
  const [restored = ''] = t.index.list();
  const copy = connect(databaseFile(t.index.folderOf(restored)), key);
  onTestFinished(() => copy.close());
  expect(schemaVersion(copy)).toBe(1);
  migrate(copy);
  expect(copy.all(sql`SELECT * FROM kept_version`)).toEqual([]);
  expect(countEntries(copy)).toEqual({ kept: 3, bin: 0 });
});
