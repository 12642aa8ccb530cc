import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { AppError } from '#core/errors';
import { openWithEbb, sealWithLibrary } from '#tests/support/age-files';
import { tempFolder } from '#tests/support/temp-folder';
import { CHUNK_BYTES, chunkNonce, TAG_BYTES } from '#worker/age/age-chunk';
import { NONCE_BYTES, openHeader, payloadKey } from '#worker/age/age-header';
import { loadSodium } from '#worker/vault/sodium';

const PASSPHRASE = 'quiet harbour lantern';

/** What opening these bytes fails with, or null when it does not fail. */
const failureOf = async (file: string, bytes: Uint8Array, passphrase = PASSPHRASE): Promise<string | null> => {
  writeFileSync(file, bytes);
  try {
    await openWithEbb(file, passphrase);
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

const headerOf = (sealed: Buffer): number => sealed.indexOf('\n', sealed.indexOf('\n--- ') + 1) + 1;

/** A file with chunks of these lengths, each properly sealed. */
const sealedChunks = async (...lengths: number[]): Promise<Buffer> => {
  const sodium = await loadSodium();
  const empty = await sealWithLibrary(Buffer.alloc(0), PASSPHRASE);
  const start = empty.subarray(0, headerOf(empty) + NONCE_BYTES);
  const { fileKey, length } = await openHeader(sodium, empty, PASSPHRASE);
  const key = payloadKey(fileKey, empty.subarray(length, length + NONCE_BYTES));
  const chunks = lengths.map((size, index) => {
    const nonce = chunkNonce(index, index === lengths.length - 1);
    return sodium.crypto_aead_chacha20poly1305_ietf_encrypt(randomBytes(size), null, null, nonce, key);
  });
  return Buffer.concat([start, ...chunks]);
};

test('notices every single flipped bit of a file', async () => {
  const file = join(tempFolder(), 'file.age');
  const sealed = await sealWithLibrary(randomBytes(90), PASSPHRASE);
  const found = new Map<string, number>();
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const damaged = Buffer.from(sealed);
    damaged.writeUInt8((damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3);
    const code = String(await failureOf(file, damaged));
    found.set(code, (found.get(code) ?? 0) + 1);
  }
  // Only the first line makes it another kind of file, and only the stanza can look like a wrong passphrase.
  expect([...found.keys()].sort()).toEqual(['EXPORT_DAMAGED', 'NOT_AN_EXPORT', 'WRONG_PASSPHRASE']);
  expect(found.get('EXPORT_DAMAGED')).toBeGreaterThan((sealed.length - headerOf(sealed)) * 8);
});

test('notices every truncation of a small file', async () => {
  const file = join(tempFolder(), 'file.age');
  const sealed = await sealWithLibrary(randomBytes(90), PASSPHRASE);
  for (let length = 0; length < sealed.length; length += 1) {
    expect(await failureOf(file, sealed.subarray(0, length))).toMatch(/^(NOT_AN_EXPORT|EXPORT_DAMAGED)$/);
  }
});

test('notices truncation at and around every chunk boundary, and at random', async () => {
  const file = join(tempFolder(), 'file.age');
  const sealed = await sealWithLibrary(randomBytes(4 * CHUNK_BYTES), PASSPHRASE);
  const start = headerOf(sealed) + NONCE_BYTES;
  const boundaries = [0, 1, 2, 3].map((chunk) => start + chunk * (CHUNK_BYTES + TAG_BYTES));
  const around = boundaries.flatMap((at) => [-1, 0, 1, TAG_BYTES - 1, TAG_BYTES, TAG_BYTES + 1].map((by) => at + by));
  const random = Array.from({ length: 100 }, () => Math.floor(Math.random() * sealed.length));
  for (const length of [...around, ...random]) {
    expect(await failureOf(file, sealed.subarray(0, length))).toMatch(/^(NOT_AN_EXPORT|EXPORT_DAMAGED)$/);
  }
});

test('notices bytes behind the end', async () => {
  const file = join(tempFolder(), 'file.age');
  for (const size of [0, 90, CHUNK_BYTES]) {
    const sealed = await sealWithLibrary(randomBytes(size), PASSPHRASE);
    for (const extra of [1, TAG_BYTES, TAG_BYTES + 1, CHUNK_BYTES + TAG_BYTES]) {
      expect(await failureOf(file, Buffer.concat([sealed, randomBytes(extra)]))).toBe('EXPORT_DAMAGED');
    }
  }
});

test('notices chunks that were exchanged, repeated or left out', async () => {
  const file = join(tempFolder(), 'file.age');
  const sealed = await sealWithLibrary(randomBytes(3 * CHUNK_BYTES), PASSPHRASE);
  const start = headerOf(sealed) + NONCE_BYTES;
  const chunk = (index: number): Buffer =>
    sealed.subarray(start + index * (CHUNK_BYTES + TAG_BYTES), start + (index + 1) * (CHUNK_BYTES + TAG_BYTES));
  const put = (...order: number[]): Buffer => Buffer.concat([sealed.subarray(0, start), ...order.map(chunk)]);
  expect(await failureOf(file, put(0, 1, 2))).toBeNull();
  for (const order of [[1, 0, 2], [0, 0, 1, 2], [0, 2], [0, 1], [2]]) {
    expect(await failureOf(file, put(...order))).toBe('EXPORT_DAMAGED');
  }
});

test('refuses an empty last chunk behind a full one, which age forbids', async () => {
  const file = join(tempFolder(), 'file.age');
  expect(await failureOf(file, await sealedChunks(CHUNK_BYTES, 1))).toBeNull();
  expect(await failureOf(file, await sealedChunks(CHUNK_BYTES, 0))).toBe('EXPORT_DAMAGED');
});

test('takes nothing for an export that was not sealed under a passphrase', async () => {
  const file = join(tempFolder(), 'file.age');
  const toKey = new Encrypter();
  toKey.addRecipient(await identityToRecipient(await generateIdentity()));
  expect(await failureOf(file, await toKey.encrypt('text'))).toBe('NOT_AN_EXPORT');
  expect(await failureOf(file, Buffer.from('%PDF-1.7 something else'))).toBe('NOT_AN_EXPORT');
  expect(await failureOf(file, Buffer.alloc(0))).toBe('NOT_AN_EXPORT');
});

test('refuses a work factor that would take more than 1 GiB', async () => {
  const file = join(tempFolder(), 'file.age');
  const sealed = await sealWithLibrary(Buffer.from('text'), PASSPHRASE);
  for (const factor of ['21', '30', '99', '0', '01', '-1', '1e1', '']) {
    const text = sealed.toString('latin1').replace(/^(-> scrypt \S+) 1$/m, `$1 ${factor}`);
    expect(await failureOf(file, Buffer.from(text, 'latin1'))).toBe('EXPORT_DAMAGED');
  }
});

test('tells a wrong passphrase from damage', async () => {
  const file = join(tempFolder(), 'file.age');
  const sealed = await sealWithLibrary(randomBytes(90), PASSPHRASE);
  expect(await failureOf(file, sealed, 'quiet harbour')).toBe('WRONG_PASSPHRASE');
});
