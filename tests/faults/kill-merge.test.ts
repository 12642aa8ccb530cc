import { cpSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#tests/faults/support/act';
import { ENTRIES, exportOfAnother, OLD, opensWith, originalJournal, unlock } from '#tests/faults/support/journals';
import { killAtCalls } from '#tests/faults/support/kill-at-calls';
import { killAtSteps } from '#tests/faults/support/kill-at-steps';
import { expectEither, mergeCalls, recordsIn, undo } from '#tests/faults/support/merged';
import { tempFolder } from '#tests/support/temp-folder';

const { original, copied } = originalJournal();

describe('killed at any step', () => {
  it('while an export is merged: all of it is there or nothing, and nothing is left beside the journal', {
    timeout: 1_800_000,
  }, async () => {
    const file = await exportOfAnother(dirname(original.home));
    const prepare = () => ({ home: copied(), calls: [unlock, ...mergeCalls(file)] });
    await killAtSteps('merging an export', prepare, async (home, acknowledged) => {
      const kept = await opensWith(home, OLD);
      expect([ENTRIES + 1, 2 * ENTRIES + 1]).toContain(kept);
      if (acknowledged) expect(kept).toBe(2 * ENTRIES + 1);
      // The next start clears up.
      await act({ home, calls: [unlock] });
      expect(readdirSync(home).filter((name) => name.startsWith('.unfinished'))).toEqual([]);
    });
  });

  it('while a merge is undone: every record is as it was before it, or the merge is there and can be undone', {
    timeout: 1_800_000,
  }, async () => {
    const file = await exportOfAnother(dirname(original.home));
    const home = copied();
    const after = await recordsIn(home);
    expect((await act({ home, calls: [unlock, ...mergeCalls(file)] })).exit).toBe(0);
    const before = await recordsIn(home);
    const prepare = () => {
      const merged = join(tempFolder(), 'journals');
      cpSync(home, merged, { recursive: true });
      return { home: merged, calls: [unlock, undo] as const };
    };
    const check = (undone: string, acknowledged: boolean) => expectEither(undone, { before, after, acknowledged });
    await killAtCalls('undoing a merge', prepare, check);
  });
});
