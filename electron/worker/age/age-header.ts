import { hkdfSync } from 'node:crypto';
import { Decrypter, Encrypter, type Stanza } from 'age-encryption';
import { AppError } from '#core/errors';
import type { Sodium } from '../vault/sodium';
import { openFileKey, sealFileKey, WORK_FACTOR } from './passphrase-stanza';

/** The first line of every age file of version 1. */
const FIRST_LINE = Buffer.from('age-encryption.org/v1\n', 'ascii');

/** More than any header that a passphrase makes (about 150 bytes). */
export const MAX_HEADER_BYTES = 4096;

/** Length of the random number between header and payload, in bytes. */
export const NONCE_BYTES = 16;

const headerLength = (file: Buffer): number | undefined => {
  const macLine = file.indexOf('\n--- ');
  const end = macLine < 0 ? -1 : file.indexOf('\n', macLine + 1);
  return end < 0 ? undefined : end + 1;
};

/** A passphrase as `age` would be given it: composed (NFC), as keyboards type it, otherwise untouched. */
export const agePassphrase = (typed: string): string => typed.normalize('NFC');

/** The header of a new age file under a passphrase, and the file key in it. Takes about a second at the usual work factor; fails with KDF_OUT_OF_MEMORY. */
export const makeHeader = async (
  sodium: Sodium,
  typed: string,
  workFactor = WORK_FACTOR,
): Promise<{ readonly header: Uint8Array; readonly fileKey: Uint8Array }> => {
  let fileKey = new Uint8Array(0);
  const encrypter = new Encrypter();
  // The library chooses the file key and writes the header; only its recipients ever see the key.
  encrypter.addRecipient({
    wrapFileKey: async (chosen) => {
      fileKey = chosen.slice();
      return [await sealFileKey(sodium, chosen, { passphrase: agePassphrase(typed), workFactor })];
    },
  });
  const emptyFile = Buffer.from(await encrypter.encrypt(new Uint8Array(0)));
  return { header: emptyFile.subarray(0, headerLength(emptyFile)), fileKey };
};

/**
 * The file key of an age file from its first bytes (up to MAX_HEADER_BYTES of them), and where the header ends.
 * Fails with NOT_AN_EXPORT, EXPORT_DAMAGED, WRONG_PASSPHRASE, KDF_OUT_OF_MEMORY.
 */
export const openHeader = async (
  sodium: Sodium,
  start: Buffer,
  typed: string,
): Promise<{ readonly fileKey: Uint8Array; readonly length: number }> => {
  if (!start.subarray(0, FIRST_LINE.length).equals(FIRST_LINE)) throw new AppError('NOT_AN_EXPORT');
  const length = headerLength(start);
  if (length === undefined) throw new AppError('EXPORT_DAMAGED');
  // A file made elsewhere may have been given the passphrase in another composition.
  const spellings = [...new Set([agePassphrase(typed), typed])];
  const decrypter = new Decrypter();
  decrypter.addIdentity({ unwrapFileKey: (stanzas: Stanza[]) => openFileKey(sodium, spellings, stanzas) });
  try {
    return { fileKey: await decrypter.decryptHeader(start.subarray(0, length)), length };
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('EXPORT_DAMAGED', { cause: error });
  }
};

/** The key of the payload: HKDF-SHA256 of the file key, salted with the nonce after the header, under "payload". */
export const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
