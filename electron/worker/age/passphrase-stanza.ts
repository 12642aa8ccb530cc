import { randomBytes, scrypt } from 'node:crypto';
import { Stanza } from 'age-encryption';
import { AppError } from '#core/errors';
import type { Sodium } from '../vault/sodium';

const LABEL = Buffer.from('age-encryption.org/v1/scrypt', 'ascii');
const SALT_BYTES = 16;

/** The base-2 logarithm of scrypt's cost that `age` itself takes: about a second and 256 MiB. */
export const WORK_FACTOR = 18;
/** The most that is accepted on reading: four seconds and 1 GiB. */
const MAX_WORK_FACTOR = 20;

// Each file key is sealed under a key of its own, made with a fresh salt: age fixes the nonce at zero.
const NONCE = new Uint8Array(12);

// node:crypto rather than libsodium: it works off the thread and gives the 256 MiB back, which WebAssembly never does.
const deriveKey = (passphrase: string, salt: Uint8Array, logN: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const N = 2 ** logN;
    const maxmem = 128 * 8 * N + 1024 * 1024;
    scrypt(
      Buffer.from(passphrase, 'utf8'),
      Buffer.concat([LABEL, salt]),
      32,
      { N, r: 8, p: 1, maxmem },
      (error, key) => (error === null ? resolve(key) : reject(new AppError('KDF_OUT_OF_MEMORY', { cause: error }))),
    );
  });

/** The stanza of age's header that holds the file key under a passphrase (C2SP age, "scrypt recipient type"). Fails with KDF_OUT_OF_MEMORY. */
export const sealFileKey = async (
  sodium: Sodium,
  fileKey: Uint8Array,
  { passphrase, workFactor }: { readonly passphrase: string; readonly workFactor: number },
): Promise<Stanza> => {
  const salt = randomBytes(SALT_BYTES);
  const key = await deriveKey(passphrase, salt, workFactor);
  const body = sodium.crypto_aead_chacha20poly1305_ietf_encrypt(fileKey, null, null, NONCE, key);
  sodium.memzero(key);
  return new Stanza(['scrypt', salt.toString('base64').replace(/=+$/, ''), String(workFactor)], body);
};

const parse = (stanzas: readonly Stanza[]): { salt: Uint8Array; logN: number; body: Uint8Array } => {
  const [stanza, ...others] = stanzas;
  const [type, saltText = '', logNText = '', ...rest] = stanza?.args ?? [];
  if (stanza === undefined || type !== 'scrypt') throw new AppError('NOT_AN_EXPORT');
  const salt = Buffer.from(saltText, 'base64');
  const canonical = salt.toString('base64').replace(/=+$/, '') === saltText && salt.length === SALT_BYTES;
  const bounded = /^[1-9]\d?$/.test(logNText) && Number(logNText) <= MAX_WORK_FACTOR;
  const sound = others.length === 0 && rest.length === 0 && stanza.body.length === 32;
  if (!canonical || !bounded || !sound) throw new AppError('EXPORT_DAMAGED');
  return { salt, logN: Number(logNText), body: stanza.body };
};

/**
 * The file key from the stanzas of a header. Fails with NOT_AN_EXPORT when the file was not sealed under a passphrase,
 * EXPORT_DAMAGED when the stanza is malformed or asks for more than 1 GiB, WRONG_PASSPHRASE, KDF_OUT_OF_MEMORY.
 */
export const openFileKey = async (
  sodium: Sodium,
  passphrases: readonly string[],
  stanzas: readonly Stanza[],
): Promise<Uint8Array> => {
  const { salt, logN, body } = parse(stanzas);
  for (const passphrase of passphrases) {
    const key = await deriveKey(passphrase, salt, logN);
    try {
      return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, body, null, NONCE, key);
    } catch {
      // The next spelling, or none: a wrong key and a wrong passphrase are one thing.
    } finally {
      sodium.memzero(key);
    }
  }
  throw new AppError('WRONG_PASSPHRASE');
};
