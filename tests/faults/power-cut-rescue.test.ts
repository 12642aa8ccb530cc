import { describe, expect, it } from 'vitest';
import { isDone } from '#tests/faults/support/act';
import { copyCalls, expectCopies, stickBeside } from '#tests/faults/support/copies';
import { damagedCopy, expectTaken, salvageCalls } from '#tests/faults/support/damaged';
import { OLD, opensWith, originalJournal } from '#tests/faults/support/journals';
import { cutPower } from '#tests/faults/support/power-cut';
import { journalsIn, recordCalls } from '#tests/faults/support/record-calls';
import { howOften, noteFault } from '#tests/support/how-often';

const { original, copied } = originalJournal();

const ROUNDS = howOften({ short: 3, full: 200 });

describe('after a power cut', () => {
  it('while a damaged journal is put together again it is back, or can be put together', {
    timeout: 3_600_000,
  }, async () => {
    const from = damagedCopy(original, copied());
    const recorded = await recordCalls(salvageCalls(), { from });
    const kept = await opensWith(journalsIn(recorded.folder), OLD);
    expect(kept).toBeGreaterThan(0);
    const cuts = await cutPower(recorded, ROUNDS, (folder, lines) =>
      expectTaken(journalsIn(folder), { original, from, kept, acknowledged: isDone(lines, 'recovery.takeSalvage') }),
    );
    noteFault('power cut while a damaged journal is put together again', cuts, '0');
  });

  it('while snapshots are copied to the second folder each copy is whole or not there, and the rest is caught up', {
    timeout: 3_600_000,
  }, async () => {
    const calls = copyCalls(original.snapshot, '$FOLDER/stick');
    const recorded = await recordCalls(calls, { from: original.home, beside: 'stick' });
    const chosen = stickBeside(journalsIn(recorded.folder));
    const cuts = await cutPower(recorded, ROUNDS, (folder, lines) =>
      expectCopies(journalsIn(folder), { snapshot: original.snapshot, chosen, lines }),
    );
    noteFault('power cut while snapshots are copied to the second folder', cuts, '0');
  });
});
