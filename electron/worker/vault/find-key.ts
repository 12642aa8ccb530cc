import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors';
import { isEarlier } from '../snapshots/earlier-key';
import { filesOf, listNames, snapshotsFolder } from '../snapshots/snapshot-files';
import type { Keysmith } from './build-vault';
import { readIfThere } from './durable-file';
import { type Header, type HeaderFields, isAuthentic, parseHeader } from './header';
import { readHeaderPair } from './header-pair';
import { type Secret, unwrapVaultKey } from './open-vault';

const headerIn = (file: string): Header[] => {
  const bytes = readIfThere(file);
  const parsed = bytes === undefined ? 'damaged' : parseHeader(bytes);
  return parsed === 'damaged' || parsed === 'newer' ? [] : [parsed];
};

/** The whole copies of a vault's own header, the newest first; fails with VAULT_NEWER. */
export const ownHeaders = (folder: string): readonly Header[] => {
  try {
    return readHeaderPair(folder).candidates;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'VAULT_NEWER') return [];
    throw error;
  }
};

/** The headers that lie in snapshots, but for those of an earlier key: they open nothing of the journal itself, though the same passphrase may open them. */
export const headersIn = (snapshots: string): readonly Header[] =>
  listNames(snapshots)
    .filter((name) => !isEarlier(snapshots, name))
    .flatMap((name) => headerIn(filesOf(join(snapshots, name)).header));

/** Every different one, the newest generation first. */
const inOrder = (headers: readonly Header[]): Header[] => {
  const different = new Map(headers.map((header) => [header.text, header]));
  return [...different.values()].sort((one, other) => other.fields.generation - one.fields.generation);
};

const slotsOf = ({ fields }: Header, type: Secret['type']): string =>
  JSON.stringify(fields.slots.filter((slot) => slot.type === type));

/**
 * The vault key and the newest header that `secret` opens, though the vault itself may be damaged: where its own key files
 * are gone, it is the newest in a snapshot that opens with it, be it an earlier passphrase; where they were tampered
 * with, the newest in a snapshot that the vault key vouches for. Overwrites the secret's bytes. Fails with FOLDER_MISSING,
 * HEADER_MISSING (there is none anywhere), HEADER_DAMAGED (none that is vouched for), WRONG_PASSPHRASE,
 * WRONG_RECOVERY_KEY, VAULT_NEWER, KDF_OUT_OF_MEMORY.
 */
export const findKey = async (
  smith: Keysmith,
  folder: string,
  { secret, snapshots = snapshotsFolder(folder) }: { readonly secret: Secret; readonly snapshots?: string },
): Promise<{ readonly vaultKey: Uint8Array; readonly header: HeaderFields }> => {
  try {
    if (!existsSync(folder) && !existsSync(snapshots)) throw new AppError('FOLDER_MISSING');
    const own = ownHeaders(folder);
    const headers = inOrder(own.length > 0 ? own : headersIn(snapshots));
    if (headers.length === 0) throw new AppError('HEADER_MISSING');
    let forged = false;
    // The slow part, once for every different slot: most headers differ in nothing that this secret opens.
    const tried = new Set<string>();
    for (const header of headers) {
      const slots = slotsOf(header, secret.type);
      if (tried.has(slots)) continue;
      tried.add(slots);
      const vaultKey = await unwrapVaultKey(smith, header.fields, secret);
      if (vaultKey === undefined) continue;
      const vouchedFor = (other: Header): boolean => isAuthentic(other, vaultKey);
      const isOpened = (other: Header): boolean => slotsOf(other, secret.type) === slots;
      // Of snapshots, one that opens with what was typed: another may have a passphrase that is forgotten.
      const newest =
        headers.find((other) => vouchedFor(other) && (own.length > 0 || isOpened(other))) ??
        inOrder(headersIn(snapshots)).find(vouchedFor);
      if (newest !== undefined) return { vaultKey, header: newest.fields };
      smith.sodium.memzero(vaultKey);
      forged = true;
    }
    if (forged) throw new AppError('HEADER_DAMAGED');
    throw new AppError(secret.type === 'passphrase' ? 'WRONG_PASSPHRASE' : 'WRONG_RECOVERY_KEY');
  } finally {
    smith.sodium.memzero(secret.bytes);
  }
};
