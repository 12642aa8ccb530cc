import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { Decrypter, Encrypter } from 'age-encryption';
import { openAgeFile } from '#worker/age/age-decrypt';
import { sealPayload } from '#worker/age/age-encrypt';
import { makeHeader, NONCE_BYTES, payloadKey } from '#worker/age/age-header';
import { loadSodium } from '#worker/vault/sodium';

/** Seals bytes as the app does. */
export const sealWithEbb = async (text: Uint8Array, passphrase: string): Promise<Buffer> => {
  const sodium = await loadSodium();
  const { header, fileKey } = await makeHeader(sodium, passphrase);
  const nonce = randomBytes(NONCE_BYTES);
  const parts: Uint8Array[] = [header, nonce];
  const payload = sealPayload(sodium, payloadKey(fileKey, nonce), (part) => parts.push(part));
  payload.push(text);
  payload.end();
  return Buffer.concat(parts);
};

/** Opens a file as the app does; fails as it does. */
export const openWithEbb = async (file: string, passphrase: string): Promise<Buffer> => {
  const handle = openSync(file, 'r');
  try {
    const parts = await openAgeFile(await loadSodium(), { handle, size: fstatSync(handle).size }, passphrase);
    return Buffer.concat([...parts]);
  } finally {
    closeSync(handle);
  }
};

/** Seals bytes with the age-encryption library. A work factor of 1 takes no time: what is tested is not the waiting. */
export const sealWithLibrary = async (text: Uint8Array, passphrase: string, workFactor = 1): Promise<Buffer> => {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  encrypter.setPassphrase(passphrase);
  return Buffer.from(await encrypter.encrypt(Uint8Array.from(text)));
};

/** Opens bytes with the age-encryption library; fails as it does. */
export const openWithLibrary = async (sealed: Uint8Array, passphrase: string): Promise<Buffer> => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return Buffer.from(await decrypter.decrypt(Uint8Array.from(sealed)));
};

/** Runs `age` at a terminal of its own, since it takes passphrases from nowhere else, and answers its questions. */
const runAge = (command: string, typed: string): void => {
  const { status, stdout, error } = spawnSync('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    input: typed,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout}`);
};

/** Seals bytes with Debian's `age` into `file`. */
export const sealWithAge = (text: Uint8Array, file: string, passphrase: string): void => {
  writeFileSync(`${file}.text`, text);
  runAge(`age -p -o '${file}' '${file}.text'`, `${passphrase}\n${passphrase}\n`);
};

/** Opens a file with Debian's `age`, by the command that docs/export-format.md gives; fails when `age` does. */
export const openWithAge = (file: string, passphrase: string): Buffer => {
  runAge(`age -d '${file}' > '${file}.opened'`, `${passphrase}\n`);
  return readFileSync(`${file}.opened`);
};
