import type { Sodium } from '../vault/sodium';
import { CHUNK_BYTES, chunkNonce } from './age-chunk';

/** Takes the text of an age payload as it comes and hands on sealed chunks; `end` seals the last. */
export type PayloadSealer = { readonly push: (text: Uint8Array) => void; readonly end: () => void };

/** Seals the payload of an age file, ChaCha20-Poly1305 in chunks of 64 KiB, holding back one chunk: the last is marked. */
export const sealPayload = (sodium: Sodium, key: Uint8Array, write: (sealed: Uint8Array) => void): PayloadSealer => {
  const chunk = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  let counter = 0;
  const seal = (last: boolean): void => {
    const text = chunk.subarray(0, filled);
    write(sodium.crypto_aead_chacha20poly1305_ietf_encrypt(text, null, null, chunkNonce(counter, last), key));
    counter += 1;
    filled = 0;
  };
  return {
    push: (text) => {
      for (let offset = 0; offset < text.length; ) {
        if (filled === CHUNK_BYTES) seal(false);
        const part = text.subarray(offset, offset + CHUNK_BYTES - filled);
        chunk.set(part, filled);
        filled += part.length;
        offset += part.length;
      }
    },
    end: () => seal(true),
  };
};
