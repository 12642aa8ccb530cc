import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#tests/faults/support/act';
import { ENTRIES, exportOfAnother, OLD, opensWith, originalJournal, unlock } from '#tests/faults/support/journals';
import { killAtSteps } from '#tests/faults/support/kill-at-steps';
import { EXPORT_PASSPHRASE } from '#tests/support/temp-exports';

const { original, copied } = originalJournal();
const ticket = randomUUID();

describe('killed at any step', () => {
  it('while an export is merged: all of it is there or nothing, and nothing is left beside the journal', {
    timeout: 1_800_000,
  }, async () => {
    const file = await exportOfAnother(dirname(original.home));
    const prepare = () => {
      const input = { job: randomUUID(), source: ticket, passphrase: EXPORT_PASSPHRASE };
      const look = { method: 'merge.look', input, files: { [ticket]: file } } as const;
      const run = { method: 'merge.run', input: { job: randomUUID(), deletions: 'keep' } } as const;
      return { home: copied(), calls: [unlock, look, run] as const };
    };
    await killAtSteps('merging an export', prepare, async (home, acknowledged) => {
      const kept = await opensWith(home, OLD);
      expect([ENTRIES + 1, 2 * ENTRIES + 1]).toContain(kept);
      if (acknowledged) expect(kept).toBe(2 * ENTRIES + 1);
      // The next start clears up.
      await act({ home, calls: [unlock] });
      expect(readdirSync(home).filter((name) => name.startsWith('.unfinished'))).toEqual([]);
    });
  });
});
