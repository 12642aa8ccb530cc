import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotName } from '#core/snapshot';
import { readIfThere, writeNewFile } from '../vault/durable-file';
import { parseHeader } from '../vault/header';
import { earlierKeyKey } from '../vault/keys';
import type { Sodium } from '../vault/sodium';
import { filesOf, listNames } from './snapshot-files';

/** Lies in a snapshot that was taken under a key which the journal no longer has: that key, sealed under the present one. */
export const EARLIER_KEY = 'earlier-key';

const NONCE_BYTES = 24;

const boundTo = (name: SnapshotName): string => `ebb-earlier-key\n${name}`;

type Place = { readonly folder: string; readonly vaultKey: Uint8Array };

/** Whether a snapshot was taken under an earlier key. */
export const isEarlier = (folder: string, name: SnapshotName): boolean => existsSync(join(folder, name, EARLIER_KEY));

/** Puts the key that a snapshot was taken under beside it, sealed under the vault key of its place. */
export const writeEarlierKey = (sodium: Sodium, at: Place, name: SnapshotName, earlier: Uint8Array): void => {
  const key = earlierKeyKey(at.vaultKey);
  const nonce = sodium.randombytes_buf(NONCE_BYTES);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(earlier, boundTo(name), null, nonce, key);
  sodium.memzero(key);
  writeNewFile(join(at.folder, name, EARLIER_KEY), Buffer.concat([nonce, sealed]));
};

const unseal = (sodium: Sodium, bytes: Uint8Array, name: SnapshotName, vaultKey: Uint8Array): Uint8Array | null => {
  const key = earlierKeyKey(vaultKey);
  try {
    const [nonce, sealed] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)];
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, boundTo(name), nonce, key);
  } catch {
    // Damaged: under no key that is known can this snapshot be vouched for any more.
    return null;
  } finally {
    sodium.memzero(key);
  }
};

/**
 * A copy of the key that a snapshot was taken under: the vault key of its place, or an earlier one. Where that is damaged
 * it is the vault key, under which the snapshot then counts as damaged.
 */
export const keyOf = (sodium: Sodium, { folder, vaultKey }: Place, name: SnapshotName): Uint8Array => {
  const sealed = readIfThere(join(folder, name, EARLIER_KEY));
  return (sealed === undefined ? null : unseal(sodium, sealed, name, vaultKey)) ?? vaultKey.slice();
};

const vaultIdIn = (file: string): string[] => {
  const bytes = readIfThere(file);
  const header = bytes === undefined ? 'damaged' : parseHeader(bytes);
  return header === 'damaged' || header === 'newer' ? [] : [header.fields.vaultId];
};

/** The vault that a snapshot was taken of, by the header that lies in it; null where that cannot be read. */
export const vaultOf = (folder: string, name: SnapshotName): string | null =>
  vaultIdIn(filesOf(join(folder, name)).header)[0] ?? null;

/** The vaults that the snapshots under earlier keys in a folder were taken of. */
export const earlierVaultsIn = (folder: string): string[] => {
  const found = listNames(folder).filter((name) => isEarlier(folder, name));
  return [...new Set(found.flatMap((name) => vaultIdIn(filesOf(join(folder, name)).header)))];
};
