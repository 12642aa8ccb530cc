import { randomUUID } from 'node:crypto';
import { type Keysmith, nextCost, RECOVERY_KEY_BYTES, recoveryCost } from './build-vault';
import { FORMAT_VERSION, type HeaderFields } from './header';
import { VAULT_KEY_BYTES } from './keys';
import { type Secret, unwrapVaultKey } from './open-vault';
import { passphraseBytes } from './passphrase-bytes';
import { sealSlot } from './slot';

/** A key that a journal may have from now on, and the header that opens it. Exists in memory alone. */
export type PreparedKey = { readonly vaultKey: Uint8Array; readonly header: HeaderFields };

type Seal = { readonly vaultId: string; readonly vaultKey: Uint8Array; readonly before: HeaderFields };

const sealBoth = async (smith: Keysmith, { vaultId, vaultKey, before }: Seal, secrets: readonly Secret[]) => {
  const { sodium, deriveKey, calibrate } = smith;
  const cost = nextCost(before, await calibrate());
  const binding = { formatVersion: FORMAT_VERSION, vaultId, vaultKey };
  const seal = ({ type, bytes }: Secret) =>
    sealSlot(sodium, deriveKey, {
      ...binding,
      type,
      secret: bytes.slice(),
      ...(type === 'passphrase' ? cost : recoveryCost),
    });
  return Promise.all(secrets.map(seal));
};

/**
 * Draws another vault key and a recovery key for a journal, seals the one under the passphrase and the other, and proves
 * that both open it. The header is that of another vault, one generation above the one before: no copy of either can be
 * taken for the other. Fails with KDF_OUT_OF_MEMORY.
 */
export const prepareKey = async (
  smith: Keysmith,
  before: HeaderFields,
  passphrase: string,
): Promise<{ readonly prepared: PreparedKey; readonly recoveryKey: Uint8Array }> => {
  const { sodium } = smith;
  const vaultKey = sodium.randombytes_buf(VAULT_KEY_BYTES);
  const recoveryKey = sodium.randombytes_buf(RECOVERY_KEY_BYTES);
  const secrets: readonly Secret[] = [
    { type: 'passphrase', bytes: passphraseBytes(passphrase) },
    { type: 'recovery', bytes: recoveryKey.slice() },
  ];
  try {
    const vaultId = randomUUID();
    const slots = await sealBoth(smith, { vaultId, vaultKey, before }, secrets);
    const header: HeaderFields = { ...before, vaultId, generation: before.generation + 1, slots };
    for (const secret of secrets) {
      const opened = await unwrapVaultKey(smith, header, secret);
      if (opened === undefined || !sodium.memcmp(opened, vaultKey)) throw new TypeError('a slot that does not open');
      sodium.memzero(opened);
    }
    return { prepared: { vaultKey, header }, recoveryKey };
  } catch (error) {
    sodium.memzero(vaultKey);
    sodium.memzero(recoveryKey);
    throw error;
  } finally {
    for (const { bytes } of secrets) sodium.memzero(bytes);
  }
};
