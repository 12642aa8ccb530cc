import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '#core/errors';
import {
  openWithAge,
  openWithEbb,
  openWithLibrary,
  sealWithAge,
  sealWithEbb,
  sealWithLibrary,
} from '#tests/support/age-files';
import { tempFolder } from '#tests/support/temp-folder';
import { CHUNK_BYTES, chunkNonce } from '#worker/age/age-chunk';

const PASSPHRASE = 'quiet harbour lantern ünd „mehr“ 山';

/** Around the edges of chunks, where such code goes wrong. */
const SIZES = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 3 * CHUNK_BYTES + 7];

const saved = (bytes: Uint8Array): string => {
  const file = join(tempFolder(), 'file.age');
  writeFileSync(file, bytes);
  return file;
};

describe('with the age command', () => {
  test('age opens what Ebb seals', async () => {
    const text = randomBytes(3 * CHUNK_BYTES + 7);
    const file = saved(await sealWithEbb(text, PASSPHRASE));
    expect(openWithAge(file, PASSPHRASE).equals(text)).toBe(true);
  });

  test('Ebb opens what age seals', async () => {
    const text = randomBytes(2 * CHUNK_BYTES);
    const file = join(tempFolder(), 'file.age');
    sealWithAge(text, file, PASSPHRASE);
    expect((await openWithEbb(file, PASSPHRASE)).equals(text)).toBe(true);
  });

  test('age refuses the wrong passphrase for what Ebb seals', async () => {
    const file = saved(await sealWithEbb(Buffer.from('text'), PASSPHRASE));
    expect(() => openWithAge(file, 'quiet harbour')).toThrow('incorrect passphrase');
  });
});

describe('with the age-encryption library', () => {
  test('the library opens what Ebb seals', async () => {
    const text = randomBytes(CHUNK_BYTES + 1);
    expect((await openWithLibrary(await sealWithEbb(text, PASSPHRASE), PASSPHRASE)).equals(text)).toBe(true);
  });

  test.each(SIZES)('Ebb opens %i bytes that the library sealed', async (size) => {
    const text = randomBytes(size);
    const file = saved(await sealWithLibrary(text, PASSPHRASE));
    expect((await openWithEbb(file, PASSPHRASE)).equals(text)).toBe(true);
  });

  test('Ebb opens a file with the usual work factor of 18', async () => {
    const file = saved(await sealWithLibrary(Buffer.from('text'), PASSPHRASE, 18));
    expect((await openWithEbb(file, PASSPHRASE)).toString()).toBe('text');
  });
});

describe('passphrases', () => {
  test('composes what was typed in parts, as a terminal would send it', async () => {
    const sealed = await sealWithEbb(Buffer.from('text'), 'cafe\u0301 noir');
    expect((await openWithLibrary(sealed, 'caf\u00e9 noir')).toString()).toBe('text');
  });

  test('opens a file that was sealed under the uncomposed spelling elsewhere', async () => {
    const file = saved(await sealWithLibrary(Buffer.from('text'), 'cafe\u0301 noir'));
    expect((await openWithEbb(file, 'cafe\u0301 noir')).toString()).toBe('text');
  });

  test('exchanges no character for a similar one and trims nothing', async () => {
    const file = saved(await sealWithLibrary(Buffer.from('text'), ' ﬁve '));
    expect((await openWithEbb(file, ' ﬁve ')).toString()).toBe('text');
    for (const other of [' five ', 'ﬁve', ' ﬁve']) {
      await expect(openWithEbb(file, other)).rejects.toEqual(new AppError('WRONG_PASSPHRASE'));
    }
  });
});

test('counts chunks in eleven bytes, big end first, and marks the last', () => {
  expect(Buffer.from(chunkNonce(0, false)).toString('hex')).toBe('000000000000000000000000');
  expect(Buffer.from(chunkNonce(0x1_0203_0405, true)).toString('hex')).toBe('000000000000010203040501');
});
