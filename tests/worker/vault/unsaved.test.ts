import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '#core/errors';
import type { UnsavedCall } from '#core/unsaved-call';
import type { KeptWork } from '#core/worker-message';
import { anEntry } from '#tests/support/builders';
import { tempFolder } from '#tests/support/temp-folder';
import { vaultIn } from '#tests/support/temp-vault';
import { unsavedService } from '#worker/services/unsaved';
import { loadSodium } from '#worker/vault/sodium';

const PASSPHRASE = 'river lantern oatmeal quiet bridge';
const SECRET = 'zqwords that reached no disk';
const calls: readonly UnsavedCall[] = [
  { method: 'entries.save', input: JSON.stringify(anEntry({ title: SECRET })) },
  { method: 'profile.save', input: '{}' },
];

/** A journal, and the service of each worker that it is opened in. */
const setUp = async () => {
  const vault = await vaultIn(join(tempFolder(), 'journals'));
  onTestFinished(() => vault.close());
  const sodium = await loadSodium();
  let kept: KeptWork = {};
  const inNewWorker = () =>
    unsavedService({
      vault,
      sodium,
      kept,
      onKept: (next) => {
        kept = next;
      },
    });
  return { vault, inNewWorker, keptNow: () => kept };
};

describe('what could not be written', () => {
  it('is there again in the same order when the journal is opened in another worker', async () => {
    const { vault, inNewWorker } = await setUp();
    await vault.create(PASSPHRASE);
    inNewWorker().keep(calls);
    vault.close();
    const later = inNewWorker();
    expect(later.isWaiting()).toBe(true);
    await vault.unlock(PASSPHRASE);
    expect(later.list()).toEqual(calls);
    // Until it is written it stays.
    expect(later.list()).toEqual(calls);
    later.keep([]);
    expect(later.list()).toEqual([]);
    expect(later.isWaiting()).toBe(false);
  });

  it('lies outside the worker sealed only', async () => {
    const { vault, inNewWorker, keptNow } = await setUp();
    await vault.create(PASSPHRASE);
    inNewWorker().keep(calls);
    const [box = new Uint8Array()] = Object.values(keptNow());
    expect(box.length).toBeGreaterThan(SECRET.length);
    expect(Buffer.from(box).includes(SECRET)).toBe(false);
  });

  it('answers LOCKED while the journal is', async () => {
    const { inNewWorker } = await setUp();
    const service = inNewWorker();
    for (const work of [() => service.list(), () => service.keep(calls)]) {
      expect(work).toThrow(new AppError('LOCKED'));
    }
  });

  it('belongs to its journal and does not open with another', async () => {
    const { vault, inNewWorker, keptNow } = await setUp();
    await vault.create(PASSPHRASE);
    inNewWorker().keep(calls);
    const [box = new Uint8Array()] = Object.values(keptNow());
    vault.close();
    await vault.create(PASSPHRASE);
    const other = inNewWorker();
    expect(other.list()).toEqual([]);
    expect(other.isWaiting()).toBe(true);
    const forged = unsavedService({
      vault,
      sodium: await loadSodium(),
      kept: { [vault.current().header.vaultId]: box },
      onKept: () => undefined,
    });
    expect(() => forged.list()).toThrow();
  });

  it('is not kept for a sample journal, which ends with its lock', async () => {
    const { vault, inNewWorker } = await setUp();
    await vault.openSample();
    const service = inNewWorker();
    service.keep(calls);
    expect(service.isWaiting()).toBe(false);
  });
});
