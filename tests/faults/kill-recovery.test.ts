import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { act } from '#tests/faults/support/act';
import { damagedCopy, look, salvageCalls } from '#tests/faults/support/damaged';
import { ENTRIES, OLD, opensWith, originalJournal, unlock } from '#tests/faults/support/journals';
import { killAtSteps } from '#tests/faults/support/kill-at-steps';

const { original, copied } = originalJournal();

const damaged = (): string => damagedCopy(original, copied());

/** Whichever way somebody goes on after the crash: what was begun is found whole, or as if it had not been begun. */
const comesBack = async (home: string, acknowledged: boolean): Promise<void> => {
  const isBack = (await opensWith(home, OLD)) !== null;
  if (acknowledged) expect(isBack).toBe(true);
  if (!isBack) {
    const input = { job: randomUUID(), name: original.snapshot, goOnCopying: false };
    const { exit, lines } = await act({ home, calls: [look, { method: 'recovery.restore', input }] });
    expect({ exit, lines }).toMatchObject({ exit: 0, lines: [{ result: { ok: true } }, { result: { ok: true } }] });
  }
  expect(await opensWith(home, OLD)).toBeGreaterThanOrEqual(ENTRIES);
  // The next start clears up.
  await act({ home, calls: [unlock] });
  expect(readdirSync(home).filter((name) => name.startsWith('.unfinished'))).toEqual([]);
};

describe('killed at any step', () => {
  it('while a damaged journal comes back from a snapshot: it is back, or comes back the next time', {
    timeout: 1_800_000,
  }, async () => {
    const input = { job: randomUUID(), name: original.snapshot, goOnCopying: false };
    const calls = [look, { method: 'recovery.restore', input }] as const;
    await killAtSteps('bringing a damaged journal back', () => ({ home: damaged(), calls }), comesBack);
  });

  it('while a damaged journal is put together again: it is back, or comes back the next time', {
    timeout: 1_800_000,
  }, async () => {
    await killAtSteps(
      'putting a damaged journal together again',
      () => ({ home: damaged(), calls: salvageCalls() }),
      comesBack,
    );
  });
});
