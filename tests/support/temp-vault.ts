import { MIN_MEMORY_BYTES, MIN_PASSES } from '#core/key-derivation-cost';
import { threadFile } from '#tests/support/threads';
import { systemClock } from '#worker/journal';
import { vaultService } from '#worker/services/vault';
import type { Keysmith } from '#worker/vault/build-vault';
import { openJournalIndex } from '#worker/vault/journal-index';
import { type DeriveKey, keyDerivation } from '#worker/vault/key-derivation';
import { loadSodium } from '#worker/vault/sodium';

const derived = new Map<string, Promise<Uint8Array>>();

/** Derives each key once: most of these tests would spend most of their time on deriving the same again. */
const deriveOnce: DeriveKey = async (secret, kdf) => {
  const asked = `${Buffer.from(secret).toString('hex')} ${JSON.stringify(kdf)}`;
  const key = derived.get(asked) ?? keyDerivation(threadFile('key-derivation-thread')).deriveKey(secret, kdf);
  derived.set(asked, key);
  key.catch(() => derived.delete(asked));
  // A copy: whoever asked wipes it.
  return Uint8Array.from(await key);
};

/** The real primitives and the real Argon2id, at the smallest cost that is accepted. */
export const quickSmith = async (clock = systemClock): Promise<Keysmith> => ({
  sodium: await loadSodium(),
  clock,
  deriveKey: deriveOnce,
  calibrate: async () => ({ memoryBytes: MIN_MEMORY_BYTES, passes: MIN_PASSES }),
});

/** A vault service over the journals in `home`. */
export const vaultIn = async (home: string, clock = systemClock) =>
  vaultService({ smith: await quickSmith(clock), index: openJournalIndex(home), fillSample: () => undefined });
