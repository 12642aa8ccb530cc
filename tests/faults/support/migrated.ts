import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { RecordId } from '#core/record';
import { ENTRIES, OLD, open } from '#tests/faults/support/journals';
import { currentSchema, schemaVersion } from '#worker/db/migrate';
import { readEntry } from '#worker/services/entries';

/**
 * Fails unless the current journal is brought to the schema of today, by now or when it is opened next, with every entry in
 * it, and a snapshot of before. One of which that was acknowledged already needs no second.
 */
export const expectMigrated = async (
  home: string,
  { ids, acknowledged }: { readonly ids: readonly RecordId[]; readonly acknowledged: boolean },
): Promise<void> => {
  const { vault, snapshots } = await open(home);
  await vault.unlock(OLD);
  const journal = vault.journal();
  expect(schemaVersion(journal.db)).toBe(currentSchema);
  for (const id of ids) readEntry(journal, id);
  expect(ids).toHaveLength(ENTRIES + 1);
  const taken = snapshots.list().snapshots.filter(({ reason }) => reason === 'before-migration');
  expect(taken.length).toBeGreaterThan(0);
  if (acknowledged) expect(taken).toHaveLength(1);
  for (const { name } of taken) await snapshots.verify(randomUUID(), name);
  await snapshots.close();
  vault.close();
};
