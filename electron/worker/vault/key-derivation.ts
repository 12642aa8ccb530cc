import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError } from '#core/errors';
import { chooseCost, type KdfCost, MIN_MEMORY_BYTES, MIN_PASSES } from '#core/key-derivation-cost';
import type { KeyDerivationAnswer, KeyDerivationRequest } from './key-derivation-thread';
import type { KdfParameters } from './slot';

/** Makes the 32-byte key of a slot from a secret. Takes about a second; fails with KDF_OUT_OF_MEMORY. */
export type DeriveKey = (secret: Uint8Array, kdf: KdfParameters) => Promise<Uint8Array>;

type Derived = { readonly key: Uint8Array; readonly milliseconds: number };

const run = (worker: Worker, request: KeyDerivationRequest): Promise<Derived> =>
  new Promise((resolve, reject) => {
    worker.ref();
    worker.once('message', (answer: KeyDerivationAnswer) =>
      answer === 'out-of-memory' ? reject(new AppError('KDF_OUT_OF_MEMORY')) : resolve(answer),
    );
    worker.once('error', (cause) => reject(new AppError('KDF_OUT_OF_MEMORY', { cause })));
    worker.once('exit', (code) => reject(new AppError('INTERNAL', { cause: `key derivation ended with ${code}` })));
    worker.postMessage(request);
  });

/** Key derivation, each in a thread of its own; `thread` is the file of key-derivation-thread. */
export const keyDerivation = (thread: string | URL) => {
  let waiting: Worker | null = null;

  /** Starts the thread of the next derivation ahead of time: a tenth of a second that nobody then waits for. */
  const prepare = (): void => {
    if (waiting !== null) return;
    const worker = new Worker(thread);
    // It may wait for ever, and keeps nothing from ending.
    worker.unref();
    const forget = (): void => {
      if (waiting === worker) waiting = null;
    };
    worker.once('exit', forget).once('error', forget);
    waiting = worker;
  };

  const runThread = (request: KeyDerivationRequest): Promise<Derived> => {
    const worker = waiting ?? new Worker(thread);
    waiting = null;
    return run(worker, request);
  };

  const deriveKey: DeriveKey = async (secret, { salt, memoryBytes, passes }) =>
    (await runThread({ secret, salt: Buffer.from(salt, 'base64'), memoryBytes, passes })).key;

  /** Measures this computer once and chooses a cost of 0.8 to 1.2 s on it (vault format, "Cost"). */
  const calibrate = async (): Promise<KdfCost> => {
    const floor = { memoryBytes: MIN_MEMORY_BYTES, passes: MIN_PASSES };
    const { milliseconds } = await runThread({
      secret: new Uint8Array(16),
      salt: new Uint8Array(16),
      ...floor,
    });
    return chooseCost({ measuredMs: milliseconds, ramBytes: totalmem() });
  };

  return { deriveKey, calibrate, prepare };
};
