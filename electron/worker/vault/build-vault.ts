import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { KdfCost } from '#core/key-derivation-cost';
import { costAfter, MIN_MEMORY_BYTES, MIN_PASSES } from '#core/key-derivation-cost';
import { createDatabase } from '../db/open-database';
import { type Clock, type Journal, journalOf } from '../journal';
import { becomeDevice } from '../repositories/device';
import { makeFolder, syncFolder } from './durable-file';
import { FORMAT_VERSION, type HeaderFields } from './header';
import { writeHeaderPair } from './header-pair';
import type { DeriveKey } from './key-derivation';
import { databaseKey, VAULT_KEY_BYTES } from './keys';
import { passphraseBytes } from './passphrase-bytes';
import { openSlot, sealSlot } from './slot';
import type { Sodium } from './sodium';
import { UNFINISHED, unfinishedIn } from './unfinished';
import { databaseFile } from './vault-files';

/** What is needed to make keys: the primitives, the slow function, its cost on this computer, and the time. */
export type Keysmith = {
  readonly sodium: Sodium;
  readonly deriveKey: DeriveKey;
  readonly calibrate: () => Promise<KdfCost>;
  readonly clock: Clock;
};

/** A 160-bit code needs no slow function against guessing; the floor is for uniformity. */
export const recoveryCost: KdfCost = { memoryBytes: MIN_MEMORY_BYTES, passes: MIN_PASSES };

/** What the next passphrase of a vault is to cost, by a measurement made now. */
export const nextCost = ({ slots }: HeaderFields, measured: KdfCost): KdfCost => {
  const before = slots.find(({ type }) => type === 'passphrase')?.kdf;
  if (before === undefined) return measured;
  const { memoryBytes, passes } = before;
  return costAfter({ memoryBytes, passes }, measured, totalmem());
};

/** Length of a recovery key in bytes. */
export const RECOVERY_KEY_BYTES = 20;

type Order = {
  /** The folder in which the vault's own folder is made. */
  readonly home: string;
  readonly passphrase: string;
  /** Fills the new journal before it takes its place; when it throws, nothing remains. */
  readonly populate: (journal: Journal) => void | Promise<void>;
};

/** A finished vault, closed, and its recovery key, which exists nowhere else. */
export type BuiltVault = { readonly vaultId: string; readonly folder: string; readonly recoveryKey: Uint8Array };

const makeHeader = async (
  smith: Keysmith,
  vaultKey: Uint8Array,
  {
    passphrase,
    recoveryKey,
  }: {
    readonly passphrase: Uint8Array;
    readonly recoveryKey: Uint8Array;
  },
): Promise<HeaderFields> => {
  const { sodium, deriveKey, calibrate, clock } = smith;
  const vaultId = randomUUID();
  const binding = { formatVersion: FORMAT_VERSION, vaultId, vaultKey };
  const cost = await calibrate();
  const slots = await Promise.all([
    sealSlot(sodium, deriveKey, { ...binding, type: 'passphrase', secret: passphrase, ...cost }),
    sealSlot(sodium, deriveKey, { ...binding, type: 'recovery', secret: recoveryKey, ...recoveryCost }),
  ]);
  return { format: 'ebb-vault', version: FORMAT_VERSION, vaultId, generation: 1, createdAt: clock.now(), slots };
};

const fillDatabase = async (smith: Keysmith, folder: string, order: Order, vaultKey: Uint8Array): Promise<void> => {
  const { clock } = smith;
  const db = createDatabase(databaseFile(folder), databaseKey(vaultKey));
  try {
    becomeDevice(db);
    await order.populate(journalOf(db, clock));
  } finally {
    db.close();
  }
};

/** Removes what an interrupted build left behind; nobody was ever told that it exists. */
const clearUnfinished = (home: string): void => {
  for (const name of existsSync(home) ? readdirSync(home) : []) {
    if (name.startsWith(UNFINISHED)) rmSync(join(home, name), { recursive: true, force: true });
  }
};

/**
 * Makes a whole vault beside its final place, proves that its passphrase opens it, and only then gives it its name:
 * at every moment there is either no vault or a complete one. Fails with KDF_OUT_OF_MEMORY, DISK_FULL, READ_ONLY.
 */
export const buildVault = async (smith: Keysmith, order: Order): Promise<BuiltVault> => {
  const { sodium, deriveKey } = smith;
  const { home } = order;
  makeFolder(home);
  clearUnfinished(home);
  const vaultKey = sodium.randombytes_buf(VAULT_KEY_BYTES);
  const recoveryKey = sodium.randombytes_buf(RECOVERY_KEY_BYTES);
  const header = await makeHeader(smith, vaultKey, {
    passphrase: passphraseBytes(order.passphrase),
    recoveryKey: recoveryKey.slice(),
  });
  const unfinished = unfinishedIn(home, header.vaultId);
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    await fillDatabase(smith, unfinished, order, vaultKey);
    const proves = async () => {
      const [slot] = header.slots;
      if (slot === undefined) return false;
      const secret = passphraseBytes(order.passphrase);
      const opened = await openSlot(sodium, deriveKey, {
        formatVersion: FORMAT_VERSION,
        vaultId: header.vaultId,
        slot,
        secret,
      });
      return opened !== undefined && sodium.memcmp(opened, vaultKey);
    };
    await writeHeaderPair(unfinished, header, { vaultKey, proves });
    const folder = join(home, header.vaultId);
    syncFolder(unfinished);
    renameSync(unfinished, folder);
    syncFolder(home);
    return { vaultId: header.vaultId, folder, recoveryKey };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    sodium.memzero(vaultKey);
  }
};
