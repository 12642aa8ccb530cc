import type { Keysmith } from './build-vault';
import { nextCost, recoveryCost } from './build-vault';
import { FORMAT_VERSION, type HeaderFields } from './header';
import { writeHeaderPair } from './header-pair';
import { type OpenVault, type Secret, unwrapVaultKey } from './open-vault';
import { sealSlot } from './slot';

const headerWith = async (
  { sodium, deriveKey, calibrate }: Keysmith,
  { header, vaultKey }: Pick<OpenVault, 'header' | 'vaultKey'>,
  { type, bytes }: Secret,
): Promise<HeaderFields> => {
  const cost = type === 'passphrase' ? nextCost(header, await calibrate()) : recoveryCost;
  const slot = await sealSlot(sodium, deriveKey, {
    formatVersion: FORMAT_VERSION,
    vaultId: header.vaultId,
    vaultKey,
    type,
    secret: bytes,
    ...cost,
  });
  const others = header.slots.filter((other) => other.type !== type);
  return { ...header, generation: header.generation + 1, slots: [...others, slot] };
};

/**
 * Puts a slot for `secret` in the place of the one of its type and proves, from the disk, that it opens; answers with the
 * header that holds from now on. Whatever goes wrong, either the old secret opens the vault or the new one does.
 */
export const replaceSlot = async (smith: Keysmith, vault: OpenVault, secret: Secret): Promise<HeaderFields> => {
  const { sodium } = smith;
  // Copies: a lock meanwhile overwrites the session's own, and a header sealed over zeros would open nothing any more.
  const vaultKey = vault.vaultKey.slice();
  const own: Secret = { type: secret.type, bytes: secret.bytes.slice() };
  let isProven = false;
  try {
    const next = await headerWith(smith, { header: vault.header, vaultKey }, own);
    const proves = async ({ fields }: { readonly fields: HeaderFields }): Promise<boolean> => {
      const opened = await unwrapVaultKey(smith, fields, own);
      isProven = opened !== undefined && sodium.memcmp(opened, vaultKey);
      return isProven;
    };
    await writeHeaderPair(vault.folder, next, { vaultKey, proves }).catch((error: unknown) => {
      // With one proven copy of a newer generation the change holds; the other copy is written anew when it is next opened.
      if (!isProven) throw error;
    });
    return next;
  } finally {
    sodium.memzero(vaultKey);
    sodium.memzero(own.bytes);
  }
};
