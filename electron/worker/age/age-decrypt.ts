import { readSync } from 'node:fs';
import { AppError } from '#core/errors';
import type { Sodium } from '../vault/sodium';
import { CHUNK_BYTES, chunkNonce, TAG_BYTES } from './age-chunk';
import { MAX_HEADER_BYTES, NONCE_BYTES, openHeader, payloadKey } from './age-header';

const SEALED_BYTES = CHUNK_BYTES + TAG_BYTES;

/** An open file and how long it was when it was opened, in bytes. */
export type SourceFile = { readonly handle: number; readonly size: number };

/** Exactly `length` bytes from `position`; fails with EXPORT_DAMAGED when the file ends before. */
const readExactly = (handle: number, position: number, length: number): Buffer => {
  const bytes = Buffer.allocUnsafe(length);
  for (let filled = 0; filled < length; ) {
    const count = readSync(handle, bytes, filled, length - filled, position + filled);
    if (count === 0) throw new AppError('EXPORT_DAMAGED');
    filled += count;
  }
  return bytes;
};

const openChunk = (sodium: Sodium, sealed: Uint8Array, nonce: Uint8Array, key: Uint8Array): Uint8Array => {
  try {
    return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, nonce, key);
  } catch (error) {
    throw new AppError('EXPORT_DAMAGED', { cause: error });
  }
};

function* openChunks(sodium: Sodium, { handle, size }: SourceFile, start: number, key: Uint8Array) {
  const count = Math.ceil((size - start) / SEALED_BYTES);
  for (let counter = 0; counter < count; counter += 1) {
    const position = start + counter * SEALED_BYTES;
    const length = Math.min(SEALED_BYTES, size - position);
    // An empty last chunk is allowed in an empty file alone: elsewhere it could be cut off and put back.
    if (length < TAG_BYTES || (length === TAG_BYTES && counter > 0)) throw new AppError('EXPORT_DAMAGED');
    const sealed = readExactly(handle, position, length);
    yield openChunk(sodium, sealed, chunkNonce(counter, counter === count - 1), key);
  }
}

/**
 * Opens an age file with its passphrase (about a second), then yields its text in parts of at most 64 KiB, each only
 * after its seal was checked; what was yielded is the whole text only when the generator has ended by itself.
 * Fails with NOT_AN_EXPORT, WRONG_PASSPHRASE, KDF_OUT_OF_MEMORY, and, at once or while yielding, EXPORT_DAMAGED.
 */
export const openAgeFile = async (
  sodium: Sodium,
  file: SourceFile,
  passphrase: string,
): Promise<Generator<Uint8Array, void>> => {
  const start = readExactly(file.handle, 0, Math.min(MAX_HEADER_BYTES, file.size));
  const { fileKey, length } = await openHeader(sodium, start, passphrase);
  // The nonce, and at least the tag of an empty payload.
  if (file.size < length + NONCE_BYTES + TAG_BYTES) throw new AppError('EXPORT_DAMAGED');
  const key = payloadKey(fileKey, readExactly(file.handle, length, NONCE_BYTES));
  sodium.memzero(fileKey);
  return openChunks(sodium, file, length + NONCE_BYTES, key);
};
