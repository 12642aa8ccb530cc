import { randomUUID } from 'node:crypto';
import { cpSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '#core/result';
import type { SnapshotName } from '#core/snapshot';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { type ActorCall, type ActorLine, act } from '#tests/faults/support/act';
import { ENTRIES, OLD, open, opensWith, originalJournal, unlock } from '#tests/faults/support/journals';
import { killAtSteps } from '#tests/faults/support/kill-at-steps';
import { codeOf } from '#tests/support/finished-vault';
import { tempFolder } from '#tests/support/temp-folder';
import { quickSmith } from '#tests/support/temp-vault';
import { threadFile } from '#tests/support/threads';
import { countJournal } from '#worker/services/entries';
import { keyChangeService } from '#worker/services/key-change';

const { original, copied } = originalJournal();

/** The recovery key that was shown, when the actor came so far. */
const shownKey = (lines: readonly ActorLine[]): string | null => {
  for (const line of lines) {
    if (!('method' in line) || line.method !== 'vault.prepareKeyChange' || !line.result.ok) continue;
    return (line.result as Result<RecoveryKeyOffer> & { ok: true }).value.groups.join(' ');
  }
  return null;
};

/** Whether a recovery key opens the current journal; leaves it locked. */
const opensWithKey = async (home: string, recoveryKey: string | null): Promise<boolean> => {
  if (recoveryKey === null) return false;
  const { vault } = await open(home);
  const code = await codeOf(() => vault.unlockWithRecoveryKey(recoveryKey));
  vault.close();
  return code === 'nothing';
};

describe('killed at any step', () => {
  it('while the key is changed: the journal opens with the passphrase, and with the recovery key that goes with it', {
    timeout: 1_800_000,
  }, async () => {
    const calls = (): readonly ActorCall[] => [
      unlock,
      { method: 'vault.prepareKeyChange', input: { passphrase: OLD } },
      { method: 'vault.settleRecoveryKey', input: { keep: true } },
      { method: 'vault.changeKey', input: { job: randomUUID() } },
    ];
    await killAtSteps(
      'changing the key',
      () => ({ home: copied(), calls: calls() }),
      async (home, acknowledged, lines) => {
        expect(await opensWith(home, OLD)).toBe(ENTRIES + 1);
        const changed = await opensWithKey(home, shownKey(lines));
        expect(await opensWithKey(home, original.recoveryKey)).toBe(!changed);
        if (acknowledged) expect(changed).toBe(true);
        const { vault, index, snapshots } = await open(home);
        expect(index.list()).toHaveLength(1);
        expect(readdirSync(home).filter((name) => !name.startsWith('index.json'))).toHaveLength(changed ? 2 : 1);
        await vault.unlock(OLD);
        for (const { name } of snapshots.list().snapshots) await snapshots.verify(randomUUID(), name);
        vault.close();
        const [old] = index.replaced();
        expect(old !== undefined).toBe(changed);
        if (old !== undefined) vault.select(old.id);
        expect(await opensWithKey(home, original.recoveryKey)).toBe(true);
      },
    );
  });

  it('while copies under an earlier key are removed: the journal opens, and the rest goes the next time', {
    timeout: 1_800_000,
  }, async () => {
    const changed = copied();
    const change: readonly ActorCall[] = [
      unlock,
      { method: 'vault.prepareKeyChange', input: { passphrase: OLD } },
      { method: 'vault.settleRecoveryKey', input: { keep: true } },
      { method: 'vault.changeKey', input: { job: randomUUID() } },
    ];
    expect((await act({ home: changed, calls: change })).exit).toBe(0);
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
