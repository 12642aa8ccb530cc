import { existsSync, statSync } from 'node:fs';
import { AppError } from '#core/errors';
import type { VaultProblem } from '#core/vault-status';
import { toAppError } from '../db/database-error';
import { currentSchema, migrate, schemaVersion } from '../db/migrate';
import { type JournalDatabase, openDatabase } from '../db/open-database';
import type { Keysmith } from './build-vault';
import { type Header, type HeaderFields, isAuthentic } from './header';
import { readHeaderPair, writeHeaderPair } from './header-pair';
import { databaseKey } from './keys';
import { openSlot, type Slot } from './slot';
import { databaseFile } from './vault-files';
import { holdVault } from './vault-lock';

/** What a person offers to open a vault. The bytes are overwritten when they have been used. */
export type Secret = { readonly type: Slot['type']; readonly bytes: Uint8Array };

/** A vault that is open: its database, its key, and the hold that keeps other processes out. */
export type OpenVault = {
  readonly folder: string;
  readonly header: HeaderFields;
  readonly vaultKey: Uint8Array;
  readonly db: JournalDatabase;
  /** A header copy was damaged or missing and has been written anew from the other. */
  readonly repaired: boolean;
  readonly release: () => void;
};

const requireDatabase = (folder: string): void => {
  const file = databaseFile(folder);
  if (!existsSync(file) || statSync(file).size === 0) throw new AppError('DATABASE_MISSING');
};

const problems: ReadonlySet<string> = new Set<VaultProblem>([
  'HEADER_MISSING',
  'HEADER_DAMAGED',
  'DATABASE_MISSING',
  'DATABASE_DAMAGED',
  'VAULT_NEWER',
  'VAULT_IN_USE',
  'FOLDER_MISSING',
  'READ_ONLY',
]);

const isProblem = (code: string): code is VaultProblem => problems.has(code);

/** What can be seen to be wrong with a vault without any key, or null. Changes nothing. */
export const inspectVault = (folder: string): VaultProblem | null => {
  if (!existsSync(folder)) return 'FOLDER_MISSING';
  try {
    readHeaderPair(folder);
    requireDatabase(folder);
    return null;
  } catch (error) {
    const { code } = toAppError(error);
    if (isProblem(code)) return code;
    throw error;
  }
};

/** The vault key under `secret`, or undefined when no slot of that type opens with it. */
export const unwrapVaultKey = async (
  { sodium, deriveKey }: Pick<Keysmith, 'sodium' | 'deriveKey'>,
  { version: formatVersion, vaultId, slots }: HeaderFields,
  { type, bytes }: Secret,
): Promise<Uint8Array | undefined> => {
  for (const slot of slots.filter((candidate) => candidate.type === type)) {
    const vaultKey = await openSlot(sodium, deriveKey, { formatVersion, vaultId, slot, secret: bytes.slice() });
    if (vaultKey !== undefined) return vaultKey;
  }
  return undefined;
};

/** The newest header that the secret opens and the vault key vouches for. A header someone tampered with is passed over. */
const unlockHeader = async (smith: Keysmith, candidates: readonly Header[], secret: Secret) => {
  let forged = false;
  for (const header of candidates) {
    const vaultKey = await unwrapVaultKey(smith, header.fields, secret);
    if (vaultKey === undefined) break;
    if (isAuthentic(header, vaultKey)) return { header, vaultKey };
    smith.sodium.memzero(vaultKey);
    forged = true;
  }
  if (forged) throw new AppError('HEADER_DAMAGED');
  throw new AppError(secret.type === 'passphrase' ? 'WRONG_PASSPHRASE' : 'WRONG_RECOVERY_KEY');
};

/** Called with a vault whose journal is about to be brought to the schema of today; fails where it has to stay as it is. */
export type BeforeMigration = (vault: OpenVault) => Promise<void>;

const bringUpToDate = async (vault: OpenVault, before: BeforeMigration): Promise<void> => {
  if (schemaVersion(vault.db) === currentSchema) return;
  try {
    await before(vault);
  } catch (error) {
    const { code } = toAppError(error);
    // What cannot be read whole is not migrated: there are other ways to open it.
    throw code === 'SNAPSHOT_DAMAGED' ? new AppError('DATABASE_DAMAGED', { cause: error }) : error;
  }
  migrate(vault.db);
};

/**
 * Opens a vault. Order: folder, lock, headers (checksum, bounds), database present, slot, HMAC, database, schema.
 * SQLCipher is never asked whether a passphrase is right: it cannot tell a wrong key from damage.
 */
export const openVault = async (
  smith: Keysmith,
  folder: string,
  { secret, beforeMigration }: { readonly secret: Secret; readonly beforeMigration: BeforeMigration },
): Promise<OpenVault> => {
  if (!existsSync(folder)) throw new AppError('FOLDER_MISSING');
  const { candidates, needsRepair } = readHeaderPair(folder);
  requireDatabase(folder);
  const hold = holdVault(folder);
  try {
    const { header, vaultKey } = await unlockHeader(smith, candidates, secret);
    const db = openDatabase(databaseFile(folder), databaseKey(vaultKey));
    const repaired = needsRepair || header !== candidates[0];
    const vault = { folder, header: header.fields, vaultKey, db, repaired, release: hold.release };
    try {
      await bringUpToDate(vault, beforeMigration);
      if (repaired) await writeHeaderPair(folder, header.fields, { vaultKey, proves: async () => true });
    } catch (error) {
      db.close();
      smith.sodium.memzero(vaultKey);
      throw error;
    }
    return vault;
  } catch (error) {
    hold.release();
    throw toAppError(error);
  }
};
