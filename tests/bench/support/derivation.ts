import { randomBytes } from 'node:crypto';
import type { ElectronApplication } from '@playwright/test';
import { MIN_MEMORY_BYTES, MIN_PASSES } from '#core/key-derivation-cost';
import { builtFile } from './places';

/** How long a key derivation takes: Argon2id itself, and with the start of the thread that it has to itself. */
export type Derivation = { readonly argon2Ms: number; readonly threadMs: number };

/** Derives a key inside the running app, at the cost of the bench's vaults, through the very thread that unlocking uses. */
export const deriveInApp = (app: ElectronApplication): Promise<Derivation> =>
  app.evaluate(
    (_electron, { file, salt, memoryBytes, passes }) => {
      const { Worker } = process.getBuiltinModule('node:worker_threads');
      const began = performance.now();
      return new Promise<Derivation>((resolve, reject) => {
        const request = {
          secret: new Uint8Array(18).fill(1),
          salt: Buffer.from(salt, 'base64'),
          memoryBytes,
          passes,
        };
        const worker = new Worker(file);
        worker.postMessage(request);
        worker.once('message', ({ milliseconds }: { milliseconds: number }) =>
          resolve({ argon2Ms: milliseconds, threadMs: performance.now() - began }),
        );
        worker.once('error', reject);
      });
    },
    {
      file: builtFile('main', 'key-derivation-thread.js'),
      salt: randomBytes(16).toString('base64'),
      memoryBytes: MIN_MEMORY_BYTES,
      passes: MIN_PASSES,
    },
  );
