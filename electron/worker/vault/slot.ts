import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#core/errors';
import { KDF_ALGORITHM, MAX_MEMORY_BYTES, MAX_PASSES, MIN_MEMORY_BYTES, MIN_PASSES } from '#core/key-derivation-cost';
import type { DeriveKey } from './key-derivation';
import { VAULT_KEY_BYTES } from './keys';
import type { Sodium } from './sodium';

const bytesAsBase64 = (length: number) =>
  z.string().refine((text) => {
    const bytes = Buffer.from(text, 'base64');
    return bytes.length === length && bytes.toString('base64') === text;
  }, `not ${length} bytes of base64`);

/** How a slot's key is made from a passphrase or recovery key: Argon2id v1.3 (RFC 9106), one lane. */
export const kdfParameters = z.strictObject({
  algorithm: z.literal(KDF_ALGORITHM),
  memoryBytes: z.int().min(MIN_MEMORY_BYTES).max(MAX_MEMORY_BYTES),
  passes: z.int().min(MIN_PASSES).max(MAX_PASSES),
  salt: bytesAsBase64(16),
});
export type KdfParameters = z.infer<typeof kdfParameters>;

/** The vault key, sealed under one way of opening the journal. */
export const slot = z.strictObject({
  id: z.uuid(),
  type: z.enum(['passphrase', 'recovery']),
  kdf: kdfParameters,
  nonce: bytesAsBase64(24),
  sealed: bytesAsBase64(VAULT_KEY_BYTES + 16),
});
export type Slot = z.infer<typeof slot>;

type Binding = { readonly formatVersion: number; readonly vaultId: string };

/** What a slot is bound to: ASCII lines joined by "\n", so that no part of a header can be moved or weakened unnoticed. */
const associatedData = (
  { formatVersion, vaultId }: Binding,
  { id, type, kdf }: Omit<Slot, 'nonce' | 'sealed'>,
): Buffer =>
  Buffer.from(
    ['ebb-slot', formatVersion, vaultId, id, type, kdf.algorithm, kdf.memoryBytes, kdf.passes, kdf.salt].join('\n'),
    'ascii',
  );

type SealRequest = Binding & {
  readonly type: Slot['type'];
  readonly secret: Uint8Array;
  readonly vaultKey: Uint8Array;
  readonly memoryBytes: number;
  readonly passes: number;
};

/** Seals the vault key under a secret: XChaCha20-Poly1305 with an Argon2id key, a fresh salt and a fresh nonce. */
export const sealSlot = async (sodium: Sodium, deriveKey: DeriveKey, request: SealRequest): Promise<Slot> => {
  const { type, secret, vaultKey, memoryBytes, passes } = request;
  const salt = Buffer.from(sodium.randombytes_buf(16)).toString('base64');
  const head = {
    id: randomUUID(),
    type,
    kdf: { algorithm: KDF_ALGORITHM, memoryBytes, passes, salt },
  } as const;
  const nonce = sodium.randombytes_buf(24);
  const key = await deriveKey(secret, head.kdf);
  try {
    const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      vaultKey,
      associatedData(request, head),
      null,
      nonce,
      key,
    );
    return {
      ...head,
      nonce: Buffer.from(nonce).toString('base64'),
      sealed: Buffer.from(sealed).toString('base64'),
    };
  } finally {
    sodium.memzero(key);
  }
};

/** Opens a slot with a secret; undefined when it is not the right one. Out of memory is KDF_OUT_OF_MEMORY, never a wrong secret. */
export const openSlot = async (
  sodium: Sodium,
  deriveKey: DeriveKey,
  { slot: sealedSlot, secret, ...binding }: Binding & { readonly slot: Slot; readonly secret: Uint8Array },
): Promise<Uint8Array | undefined> => {
  const key = await deriveKey(secret, sealedSlot.kdf);
  try {
    const vaultKey = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      Buffer.from(sealedSlot.sealed, 'base64'),
      associatedData(binding, sealedSlot),
      Buffer.from(sealedSlot.nonce, 'base64'),
      key,
    );
    if (vaultKey.length !== VAULT_KEY_BYTES) throw new AppError('HEADER_DAMAGED');
    return vaultKey;
  } catch (error) {
    if (error instanceof AppError) throw error;
    return undefined;
  } finally {
    sodium.memzero(key);
  }
};
