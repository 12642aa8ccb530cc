import { z } from 'zod';
import { type UnsavedCall, unsavedCall } from '#core/unsaved-call';
import type { KeptWork } from '#core/worker-message';
import { unsavedKey } from '../vault/keys';
import type { Sodium } from '../vault/sodium';
import type { VaultService } from './vault';

const NONCE_BYTES = 24;

type Options = {
  readonly vault: Pick<VaultService, 'current' | 'isReal'>;
  readonly sodium: Sodium;
  /** What earlier workers kept. */
  readonly kept: KeptWork;
  /** Called with all that is kept, whenever it changes. */
  readonly onKept: (kept: KeptWork) => void;
};

const boundTo = (vaultId: string): string => `ebb-unsaved\n${vaultId}`;

/**
 * Words that could not be written when the journal had to be locked: kept in memory only, sealed under a key of the vault
 * (XChaCha20-Poly1305, bound to its id), so that they can be written when it is open again and nobody reads them before.
 */
export const unsavedService = ({ vault, sodium, kept: before, onKept }: Options) => {
  let kept = before;

  const put = (vaultId: string, box: Uint8Array | null): void => {
    const { [vaultId]: _, ...others } = kept;
    kept = box === null ? others : { ...others, [vaultId]: box };
    onKept(kept);
  };

  const seal = (text: string, vaultId: string, vaultKey: Uint8Array): Uint8Array => {
    const key = unsavedKey(vaultKey);
    const nonce = sodium.randombytes_buf(NONCE_BYTES);
    const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(text, boundTo(vaultId), null, nonce, key);
    sodium.memzero(key);
    return Buffer.concat([nonce, sealed]);
  };

  const list = (): UnsavedCall[] => {
    const { header, vaultKey } = vault.current();
    const box = kept[header.vaultId];
    if (box === undefined) return [];
    const key = unsavedKey(vaultKey);
    const opened = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      box.subarray(NONCE_BYTES),
      boundTo(header.vaultId),
      box.subarray(0, NONCE_BYTES),
      key,
      'text',
    );
    sodium.memzero(key);
    return z.array(unsavedCall).parse(JSON.parse(opened));
  };

  return {
    /** Keeps these calls for the open journal in place of what was kept before; none forgets it. Fails with LOCKED. */
    keep: (calls: readonly UnsavedCall[]): void => {
      const { header, vaultKey } = vault.current();
      // A sample journal is gone when it is locked, and its words with it.
      if (!vault.isReal()) return;
      put(header.vaultId, calls.length === 0 ? null : seal(JSON.stringify(calls), header.vaultId, vaultKey));
    },

    /** What is kept for the open journal, oldest first; it stays kept. Fails with LOCKED. */
    list,

    /** What is kept for the open journal is kept for one that takes its place, under that one's key. Fails with LOCKED. */
    handOn: (next: { readonly vaultId: string; readonly vaultKey: Uint8Array }): void => {
      const calls = list();
      if (calls.length === 0) return;
      const before = vault.current().header.vaultId;
      put(next.vaultId, seal(JSON.stringify(calls), next.vaultId, next.vaultKey));
      put(before, null);
    },

    /** Whether anything is kept for any journal. */
    isWaiting: (): boolean => Object.keys(kept).length > 0,
  };
};

export type UnsavedService = ReturnType<typeof unsavedService>;
