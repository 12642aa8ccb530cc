import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Result } from '#core/result';
import type { RecoveryKeyOffer } from '#core/vault-status';
import type { ActorCall, ActorLine } from '#tests/faults/support/act';
import { ENTRIES, OLD, open, opensWith, unlock } from '#tests/faults/support/journals';
import { codeOf } from '#tests/support/finished-vault';

/** Unlocks, and changes the key itself. */
export const changeKey = (): readonly ActorCall[] => [
  unlock,
  { method: 'vault.prepareKeyChange', input: { passphrase: OLD } },
  { method: 'vault.settleRecoveryKey', input: { keep: true } },
  { method: 'vault.changeKey', input: { job: randomUUID() } },
];

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

/** What the lock screen tells of the change, and whether the index notes that one was begun. */
const toldOnLockScreen = async (home: string) => {
  const { vault } = await open(home);
  const status = vault.status();
  const noted = JSON.parse(readFileSync(join(home, 'index.json'), 'utf8')) as { keyChange?: unknown };
  return { status: status.state === 'locked' ? status.keyChange : null, begun: (noted.keyChange ?? null) !== null };
};

type Seen = {
  /** The recovery key of before. */
  readonly recoveryKey: string;
  /** The change of the key was acknowledged. */
  readonly acknowledged: boolean;
  readonly lines: readonly ActorLine[];
};

/**
 * Fails unless the journal opens with the passphrase, and with the one recovery key that goes with it, with every snapshot
 * whole, and where the key was changed the journal of before lies beside it, whole as well.
 */
export const expectOneKey = async (home: string, { recoveryKey, acknowledged, lines }: Seen): Promise<void> => {
  const told = await toldOnLockScreen(home);
  expect(await opensWith(home, OLD)).toBe(ENTRIES + 1);
  const changed = await opensWithKey(home, shownKey(lines));
  expect(await opensWithKey(home, recoveryKey)).toBe(!changed);
  if (acknowledged) expect(changed).toBe(true);
  expect(told.status).toBe(changed ? 'completed' : told.begun ? 'interrupted' : null);
  const { vault, index, snapshots } = await open(home);
  expect(index.list()).toHaveLength(1);
  expect(readdirSync(home).filter((name) => !name.startsWith('index.json'))).toHaveLength(changed ? 2 : 1);
  await vault.unlock(OLD);
  const { snapshots: known } = snapshots.list();
  expect(known.length).toBeGreaterThan(0);
  for (const { name } of known) await snapshots.verify(randomUUID(), name);
  vault.close();
  const [old] = index.replaced();
  expect(old !== undefined).toBe(changed);
  if (old !== undefined) vault.select(old.id);
  expect(await opensWithKey(home, recoveryKey)).toBe(true);
};
