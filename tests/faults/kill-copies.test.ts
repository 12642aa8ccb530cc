import { mkdirSync } from 'node:fs';
import { describe, it } from 'vitest';
import { copyCalls, expectCopies, stickBeside } from '#tests/faults/support/copies';
import { originalJournal } from '#tests/faults/support/journals';
import { killAtSteps } from '#tests/faults/support/kill-at-steps';

const { original, copied } = originalJournal();

describe('killed at any step', () => {
  it('while snapshots are copied to the second folder: each copy is whole or not there, and the rest is caught up', {
    timeout: 1_800_000,
  }, async () => {
    const { snapshot } = original;
    const prepare = () => {
      const home = copied();
      mkdirSync(stickBeside(home));
      return { home, calls: copyCalls(snapshot, stickBeside(home)) };
    };
    await killAtSteps('copying snapshots to the second folder', prepare, (home, _, lines) =>
      expectCopies(home, { snapshot, chosen: stickBeside(home), lines }),
    );
  });
});
