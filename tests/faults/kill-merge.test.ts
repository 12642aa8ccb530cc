import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportLine } from '#core/export-line';
import { ENTRIES, OLD, open, opensWith, originalJournal, unlock } from '#tests/faults/support/journals';
import { killAtSteps } from '#tests/faults/support/kill-at-steps';
import { anEntry } from '#tests/support/builders';
import { exportText, sealText } from '#tests/support/export-files';
import { EXPORT_PASSPHRASE } from '#tests/support/temp-exports';
import { tempJournal } from '#tests/support/temp-journal';
import { threadFile } from '#tests/support/threads';
import { exportLines } from '#worker/exports/export-lines';
import { systemClock } from '#worker/journal';
import { saveEntry } from '#worker/services/entries';
import { mergeService } from '#worker/services/merges';

const { original, copied } = originalJournal();
const ticket = randomUUID();

describe('killed at any step', () => {
  it('while an export is merged: all of it is there or nothing, and nothing is left beside the journal', {
    timeout: 1_800_000,
  }, async () => {
    const file = join(original.home, '..', 'elsewhere.ebb.age');
    const elsewhere = tempJournal();
    for (let count = 0; count < ENTRIES; count += 1) saveEntry(elsewhere, anEntry());
    await sealText(file, exportText([...exportLines(elsewhere.db)] as ExportLine[]));
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
      const { vault, snapshots } = await open(home);
      const quiet = (): void => undefined;
      const thread = threadFile('export-thread');
      mergeService({ vault, smith: { clock: systemClock }, home, thread, snapshots, onProgress: quiet });
      expect(readdirSync(home).filter((name) => name.startsWith('.unfinished'))).toEqual([]);
    });
  });
});
