import { z } from 'zod';

const MIB = 1024 * 1024;

/** Argon2id version 1.3 (RFC 9106) as libsodium names it; the only one there is. */
export const KDF_ALGORITHM = 'argon2id13';
/** Less is never chosen and never accepted. RFC 9106's second recommended setting: 64 MiB, 3 passes. */
export const MIN_MEMORY_BYTES = 64 * MIB;
export const MIN_PASSES = 3;
/** More is not accepted on reading: a forged header must not be able to stall or exhaust the computer. */
export const MAX_MEMORY_BYTES = 1024 * MIB;
export const MAX_PASSES = 20;

/** What one key derivation costs. */
export type KdfCost = { readonly memoryBytes: number; readonly passes: number };

const acceptable = z.strictObject({
  algorithm: z.literal(KDF_ALGORITHM),
  memoryBytes: z.int().min(MIN_MEMORY_BYTES).max(MAX_MEMORY_BYTES),
  passes: z.int().min(MIN_PASSES).max(MAX_PASSES),
});

/** Whether a cost read from a header may be spent: argon2id13, 64 MiB to 1 GiB, 3 to 20 passes. */
export const acceptCost = (cost: unknown): boolean => acceptable.safeParse(cost).success;

const OFFERED_MEMORY = [256 * MIB, 128 * MIB, MIN_MEMORY_BYTES];
const LONGEST_MS = 1200;
const AIMED_AT_MS = 1000;

/**
 * The cost for this computer, from the time (ms) that 64 MiB with 3 passes took on it and its memory (bytes): the most
 * memory out of 256, 128 and 64 MiB that is at most an eighth of the computer's and bearable with 3 passes, then as many passes
 * as bring it nearest to 1 s (0.8 to 1.2 s, unless the floor is slower or 256 MiB with 20 passes faster). The floor
 * where the measurement makes no sense.
 */
export const chooseCost = ({
  measuredMs,
  ramBytes,
}: {
  readonly measuredMs: number;
  readonly ramBytes: number;
}): KdfCost => {
  const floor = { memoryBytes: MIN_MEMORY_BYTES, passes: MIN_PASSES };
  if (!(measuredMs > 0 && measuredMs < Number.POSITIVE_INFINITY)) return floor;
  const msPerPass = (memoryBytes: number): number => (measuredMs / MIN_PASSES) * (memoryBytes / MIN_MEMORY_BYTES);
  const fits = (memoryBytes: number): boolean =>
    memoryBytes <= ramBytes / 8 && msPerPass(memoryBytes) * MIN_PASSES <= LONGEST_MS;
  const memoryBytes = OFFERED_MEMORY.find(fits) ?? MIN_MEMORY_BYTES;
  const passes = Math.round(AIMED_AT_MS / msPerPass(memoryBytes));
  return { memoryBytes, passes: Math.min(MAX_PASSES, Math.max(MIN_PASSES, passes)) };
};

/**
 * What a new passphrase costs, from the cost before and one that was measured now: never less than before, however busy the
 * computer is, more memory first, then more passes; the measured one where the memory of before is more than an eighth of
 * this computer's (bytes).
 */
export const costAfter = (before: KdfCost, measured: KdfCost, ramBytes: number): KdfCost => {
  if (before.memoryBytes > ramBytes / 8) return measured;
  const isDearer =
    before.memoryBytes === measured.memoryBytes
      ? before.passes > measured.passes
      : before.memoryBytes > measured.memoryBytes;
  return isDearer ? before : measured;
};
