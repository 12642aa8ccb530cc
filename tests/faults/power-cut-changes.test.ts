import { dirname } from 'node:path';
import { describe, it } from 'vitest';
import { isDone } from '#tests/faults/support/act';
import { changeKey, expectOneKey } from '#tests/faults/support/changed-key';
import { exportOfAnother, makeOlder, originalJournal, unlock } from '#tests/faults/support/journals';
import { expectEither, mergeCalls, recordsIn, undo } from '#tests/faults/support/merged';
import { expectMigrated } from '#tests/faults/support/migrated';
import { cutPower } from '#tests/faults/support/power-cut';
import { journalsIn, recordCalls } from '#tests/faults/support/record-calls';
import { howOften, noteFault } from '#tests/support/how-often';

const { original, copied } = originalJournal();

const ROUNDS = howOften({ short: 2, full: 200 });

/** The one on which more has to be written comes first: it is tried in npm test as well. */
const drives = [
  ['the key is changed on a drive that knows no links', { linkless: true }],
  ['the key is changed', {}],
] as const;

describe('after a power cut', () => {
  it.each(drives.slice(0, howOften({ short: 1, full: drives.length })))(
    'while %s the journal opens under one key, and each snapshot is whole',
    { timeout: 3_600_000 },
    async (what, how) => {
      const recorded = await recordCalls(changeKey(), { from: original.home, ...how });
      const cuts = await cutPower(recorded, ROUNDS, (folder, lines) =>
        expectOneKey(journalsIn(folder), {
          recoveryKey: original.recoveryKey,
          acknowledged: isDone(lines, 'vault.changeKey'),
          lines,
        }),
      );
      noteFault(`power cut while ${what}`, cuts, '0');
    },
  );

  it('an export is merged whole or not at all, and undone whole or not at all', { timeout: 3_600_000 }, async () => {
    const file = await exportOfAnother(dirname(original.home));
    const before = await recordsIn(original.home);
    const merging = await recordCalls([unlock, ...mergeCalls(file)], { from: original.home });
    const home = journalsIn(merging.folder);
    const merged = await recordsIn(home);
    const undoing = await recordCalls([unlock, undo], { from: home });
    const cuts = await cutPower(merging, ROUNDS, (folder, lines) =>
      expectEither(journalsIn(folder), { before, after: merged, acknowledged: isDone(lines, 'merge.run') }),
    );
    noteFault('power cut while an export is merged', cuts, '0');
    const undone = await cutPower(undoing, ROUNDS, (folder, lines) =>
      expectEither(journalsIn(folder), { before: merged, after: before, acknowledged: isDone(lines, 'merge.undo') }),
    );
    noteFault('power cut while a merge is undone', undone, '0');
  });

  it('a journal of an older schema is brought to the one of today, with every word', {
    timeout: 3_600_000,
  }, async () => {
    const older = copied();
    await makeOlder(older);
    const recorded = await recordCalls([unlock], { from: older });
    const cuts = await cutPower(recorded, ROUNDS, (folder, lines) =>
      expectMigrated(journalsIn(folder), { ids: original.ids, acknowledged: isDone(lines, 'vault.unlock') }),
    );
    noteFault('power cut while a journal is brought to another schema', cuts, '0');
  });
});
