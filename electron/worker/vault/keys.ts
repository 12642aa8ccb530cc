import { hkdfSync } from 'node:crypto';

/** Length of the vault key in bytes. */
export const VAULT_KEY_BYTES = 32;

const derive = (vaultKey: Uint8Array, info: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', vaultKey, new Uint8Array(0), info, bytes));

/** The raw SQLCipher key and salt of a journal as 96 hex digits: HKDF-SHA256 (RFC 5869) of the vault key with an empty salt, under "ebb/db-key" (32 bytes) and "ebb/db-salt" (16 bytes). */
export const databaseKey = (vaultKey: Uint8Array): string =>
  Buffer.concat([derive(vaultKey, 'ebb/db-key', 32), derive(vaultKey, 'ebb/db-salt', 16)]).toString('hex');

/** The 32-byte key under which what could not be written waits in memory: HKDF-SHA256 of the vault key under "ebb/unsaved". */
export const unsavedKey = (vaultKey: Uint8Array): Buffer => derive(vaultKey, 'ebb/unsaved', 32);

/** The 32-byte key of the header's HMAC: HKDF-SHA256 of the vault key under "ebb/header-mac". */
export const headerMacKey = (vaultKey: Uint8Array): Buffer => derive(vaultKey, 'ebb/header-mac', 32);

/** The 32-byte key of the snapshots' HMACs: HKDF-SHA256 of the vault key under "ebb/snapshot-mac". */
export const snapshotMacKey = (vaultKey: Uint8Array): Buffer => derive(vaultKey, 'ebb/snapshot-mac', 32);

/** The 32-byte key under which a snapshot's own, earlier vault key lies beside it: HKDF-SHA256 of the vault key under "ebb/earlier-key". */
export const earlierKeyKey = (vaultKey: Uint8Array): Buffer => derive(vaultKey, 'ebb/earlier-key', 32);
