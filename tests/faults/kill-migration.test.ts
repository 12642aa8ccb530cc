import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ENTRIES, makeOlder, OLD, open, originalJournal, unlock } from '#tests/faults/support/journals';
import { killAtSteps } from '#tests/faults/support/kill-at-steps';
import { currentSchema, schemaVersion } from '#worker/db/migrate';
import { readEntry } from '#worker/services/entries';

const { original, copied } = originalJournal();

const older = async (): Promise<string> => {
  const home = copied();
  await makeOlder(home);
  return home;
};

describe('killed at any step', () => {
  it('while a journal of an older schema is opened: it is brought to the one of today the next time, with every word', {
    timeout: 1_800_000,
  }, async () => {
    const prepare = async () => ({ home: await older(), calls: [unlock] });
    await killAtSteps('bringing a journal to another schema', prepare, async (home) => {
      const { vault, snapshots } = await open(home);
      await vault.unlock(OLD);
      const journal = vault.journal();
      expect(schemaVersion(journal.db)).toBe(currentSchema);
      for (const id of original.ids) readEntry(journal, id);
      expect(original.ids).toHaveLength(ENTRIES + 1);
      const taken = snapshots.list().snapshots.filter(({ reason }) => reason === 'before-migration');
      expect(taken.length).toBeGreaterThan(0);
      for (const { name } of taken) await snapshots.verify(randomUUID(), name);
      await snapshots.close();
      vault.close();
    });
  });
});
