import { describe, it } from 'vitest';
import { makeOlder, originalJournal, unlock } from '#tests/faults/support/journals';
import { killAtSteps } from '#tests/faults/support/kill-at-steps';
import { expectMigrated } from '#tests/faults/support/migrated';

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
    await killAtSteps('bringing a journal to another schema', prepare, (home, acknowledged) =>
      expectMigrated(home, { ids: original.ids, acknowledged }),
    );
  });
});
