import { randomUUID } from 'node:crypto';
import { cpSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SnapshotName } from '#core/snapshot';
import { act } from '#tests/faults/support/act';
import { changeKey, expectOneKey } from '#tests/faults/support/changed-key';
import { ENTRIES, OLD, open, originalJournal, unlock } from '#tests/faults/support/journals';
import { killAtSteps } from '#tests/faults/support/kill-at-steps';
import { tempFolder } from '#tests/support/temp-folder';
import { quickSmith } from '#tests/support/temp-vault';
import { threadFile } from '#tests/support/threads';
import { countJournal } from '#worker/services/entries';
import { keyChangeService } from '#worker/services/key-change';

const { original, copied } = originalJournal();

describe('killed at any step', () => {
  it('while the key is changed: the journal opens with the passphrase, and with the recovery key that goes with it', {
    timeout: 1_800_000,
  }, async () => {
    await killAtSteps(
      'changing the key',
      () => ({ home: copied(), calls: changeKey() }),
      (home, acknowledged, lines) => expectOneKey(home, { recoveryKey: original.recoveryKey, acknowledged, lines }),
    );
  });

  it('while copies under an earlier key are removed: the journal opens, and the rest goes the next time', {
    timeout: 1_800_000,
  }, async () => {
    const changed = copied();
    expect((await act({ home: changed, calls: changeKey() })).exit).toBe(0);
    const prepare = () => {
      const home = join(tempFolder(), 'journals');
      cpSync(changed, home, { recursive: true });
      return { home, calls: [unlock, { method: 'vault.removeEarlierCopies', input: {} }] as const };
    };
    const smith = await quickSmith();
    await killAtSteps('removing copies under an earlier key', prepare, async (home, acknowledged) => {
      const { vault, snapshots, index } = await open(home);
      await vault.unlock(OLD);
      expect(countJournal(vault.journal()).kept).toBe(ENTRIES + 1);
      const unsaved = { handOn: () => undefined };
      const thread = threadFile('snapshot-thread');
      const keyChange = keyChangeService({ vault, smith, index, snapshots, unsaved, thread });
      if (acknowledged) expect(keyChange.copiesLeft()).toBeNull();
      if (keyChange.copiesLeft() !== null) await keyChange.removeCopies();
      expect(keyChange.copiesLeft()).toBeNull();
      const own = basename(vault.current().folder);
      expect(readdirSync(home).filter((name) => !name.startsWith('index.json'))).toEqual([own]);
      const { name: first } = snapshots.list().snapshots[0] ?? {};
      await snapshots.verify(randomUUID(), first as SnapshotName);
      vault.close();
    });
  });
});
