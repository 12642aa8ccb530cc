import { parentPort } from 'node:worker_threads';
import { loadSodium } from './sodium';

// A thread of its own: WebAssembly memory never shrinks, and Argon2id takes up to 1 GiB of it. It goes with the thread.

/** What the thread is sent, once. */
export type KeyDerivationRequest = {
  readonly secret: Uint8Array;
  readonly salt: Uint8Array;
  readonly memoryBytes: number;
  readonly passes: number;
};

/** What it answers: the key, or that there was not enough memory. */
export type KeyDerivationAnswer = { readonly key: Uint8Array; readonly milliseconds: number } | 'out-of-memory';

const sodium = await loadSodium();

const derive = ({ secret, salt, memoryBytes, passes }: KeyDerivationRequest): KeyDerivationAnswer => {
  const began = performance.now();
  try {
    const key = sodium.crypto_pwhash(32, secret, salt, passes, memoryBytes, sodium.crypto_pwhash_ALG_ARGON2ID13);
    return { key, milliseconds: performance.now() - began };
  } catch {
    // The parameters were checked before: the only way left for crypto_pwhash to fail is memory.
    return 'out-of-memory';
  } finally {
    sodium.memzero(secret);
  }
};

parentPort?.once('message', (request: KeyDerivationRequest) => parentPort?.postMessage(derive(request)));
