import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '#worker/db/open-database';
import { type Journal, journalOf, systemClock } from '#worker/journal';
import { listEntries } from '#worker/repositories/entry';
import { fillAttachments } from '#worker/sample/attachments';
import { randomOf } from '#worker/sample/random';
import { recordMaker } from '#worker/sample/record-maker';
import { fillSample } from '#worker/services/sample';
import { buildVault, type Keysmith, recoveryCost } from '#worker/vault/build-vault';
import { keyDerivation } from '#worker/vault/key-derivation';
import { databaseKey } from '#worker/vault/keys';
import { openVault, type Secret } from '#worker/vault/open-vault';
import { passphraseBytes } from '#worker/vault/passphrase-bytes';
import { loadSodium } from '#worker/vault/sodium';
import { databaseFile } from '#worker/vault/vault-files';
import { builtFile, repository } from './places';

/** What every vault of the bench opens with. */
export const PASSPHRASE = 'slow river morning';

/** How large a journal is; as many check-ins as entries, and with files 200 MB of them besides. */
export type Size = '10,000 entries' | '17,000 entries' | '100,000 entries' | '10,000 entries and 200 MB of files';

/** A vault of its own for one measurement, where the app looks for it. */
export type Vault = {
  /** For `--user-data-dir`. */
  readonly userData: string;
  readonly database: string;
  /** The raw SQLCipher key, for measuring without the app. */
  readonly keyHex: string;
};

const FILES_BYTES = 200_000_000;
/** Of the entries, how many get a file at most: one for each photograph of 2.5 MiB. */
const OWNERS = 100;

/** The real primitives and the real Argon2id, at the smallest cost that is accepted. */
export const keysmith = async (): Promise<Keysmith> => ({
  sodium: await loadSodium(),
  clock: systemClock,
  ...keyDerivation(builtFile('main', 'key-derivation-thread.js')),
  calibrate: async () => recoveryCost,
});

/** Does something to a journal that no app has open, and closes it. */
export const withJournal = <T>({ database, keyHex }: Vault, work: (journal: Journal) => T): T => {
  const db = openDatabase(database, keyHex);
  try {
    return work(journalOf(db, systemClock));
  } finally {
    db.close();
  }
};

const addFiles = (journal: Journal): void => {
  const owners = listEntries(journal.db, { before: null, limit: OWNERS }).map(({ id }) => id);
  const random = randomOf(1, 'files');
  journal.db.transaction(() => fillAttachments(recordMaker(journal, random), { owners, total: FILES_BYTES, random }));
};

const build = async (userData: string, entries: number): Promise<Vault> => {
  const smith = await keysmith();
  const { folder } = await buildVault(smith, {
    home: join(userData, 'journals'),
    passphrase: PASSPHRASE,
    populate: (journal) => fillSample(journal, { entries }),
  });
  const secret: Secret = { type: 'passphrase', bytes: passphraseBytes(PASSPHRASE) };
  const opened = await openVault(smith, folder, {
    secret,
    beforeMigration: () => Promise.reject(new Error('not today')),
  });
  opened.db.close();
  opened.release();
  return { userData, database: databaseFile(folder), keyHex: databaseKey(opened.vaultKey) };
};

const copy = (vault: Vault, userData: string): Vault => {
  cpSync(vault.userData, userData, { recursive: true });
  return { ...vault, userData, database: join(userData, vault.database.slice(vault.userData.length)) };
};

/**
 * The vaults of one run, each built when it is first asked for by the app's own services, at the floor's cost of key
 * derivation. Inside the repository, since what the system offers for temporary files may not be a disk at all.
 */
export const vaultsOfRun = () => {
  const parent = join(repository, 'out', 'bench');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'vaults-'));
  const built = new Map<Size, Promise<Vault>>();
  const fresh = (): string => mkdtempSync(join(folder, 'user-'));

  const make = async (size: Size): Promise<Vault> => {
    if (size === '10,000 entries') return build(fresh(), 10_000);
    if (size === '17,000 entries') return build(fresh(), 17_000);
    if (size === '100,000 entries') return build(fresh(), 100_000);
    const vault = copy(await original('10,000 entries'), fresh());
    withJournal(vault, addFiles);
    return vault;
  };

  const timed = async (size: Size): Promise<Vault> => {
    const began = performance.now();
    const vault = await make(size);
    process.stdout.write(`  made a journal of ${size} in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    return vault;
  };

  const original = (size: Size): Promise<Vault> => {
    const known = built.get(size) ?? timed(size);
    built.set(size, known);
    return known;
  };

  return {
    /** An empty folder for the app. */
    fresh,
    /** A copy of a vault, to be changed at will. */
    copyOf: async (size: Size): Promise<Vault> => copy(await original(size), fresh()),
    discard: ({ userData }: Pick<Vault, 'userData'>): void => rmSync(userData, { recursive: true, force: true }),
    close: (): void => rmSync(folder, { recursive: true, force: true }),
  };
};

export type Vaults = ReturnType<typeof vaultsOfRun>;
