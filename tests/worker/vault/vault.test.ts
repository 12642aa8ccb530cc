import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ErrorCode } from '#core/errors';
import { codeOf, finishedVault, PASSPHRASE, readsKeptEntry } from '#tests/support/finished-vault';
import { tempFolder } from '#tests/support/temp-folder';
import { testClock } from '#tests/support/temp-journal';
import { quickSmith, vaultIn } from '#tests/support/temp-vault';
import { encodeHeader } from '#worker/vault/header';
import { readHeaderPair } from '#worker/vault/header-pair';

const { original, copy: copyOfVault } = finishedVault();

/** Every file in a folder, by its bytes. */
const contentOf = (folder: string): [name: string, hex: string][] =>
  readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name)).toString('hex')]);

describe('a new vault', () => {
  it('is there whole, with files that only their owner may read', async () => {
    const { folder, home } = await copyOfVault();
    expect(readdirSync(folder).sort()).toEqual(['header.a.json', 'header.b.json', 'in-use.lock', 'journal.db']);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('holds nothing readable: neither passphrase, recovery key nor words', async () => {
    const { folder } = await copyOfVault();
    const everything = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toString(
      'latin1',
    );
    for (const secret of [PASSPHRASE, 'must not be lost', 'SQLite format', ...original().offer.groups]) {
      expect(everything.includes(secret), secret).toBe(false);
    }
  });

  it('shows a recovery key of eight groups and asks for two different ones', () => {
    expect(original().offer.groups).toHaveLength(8);
    expect(new Set(original().offer.prove).size).toBe(2);
  });
});

describe('opening a vault', () => {
  it('works with its passphrase, however the keyboard composes its characters', async () => {
    const home = join(tempFolder(), 'journals');
    const vault = await vaultIn(home);
    onTestFinished(() => vault.close());
    await vault.create('caf\u00e9 no\u00ebl \u212b');
    vault.close();
    await vault.unlock('cafe\u0301 noe\u0308l \u00c5');
    expect(vault.status().state).toBe('open');
  });

  it('gives back what was written', async () => {
    const { vault } = await copyOfVault();
    await vault.unlock(PASSPHRASE);
    expect(readsKeptEntry(vault)).toBe(true);
  });

  it('works with the recovery key, typed carelessly', async () => {
    const { vault } = await copyOfVault();
    await vault.unlockWithRecoveryKey(original().offer.groups.join(' - ').toLowerCase());
    expect(vault.status()).toMatchObject({ state: 'open', openedWithRecoveryKey: true });
    expect(readsKeptEntry(vault)).toBe(true);
  });

  it('says which group of a recovery key cannot be right', async () => {
    const { vault } = await copyOfVault();
    const groups = [...original().offer.groups];
    const wrong = groups[3]?.startsWith('7') ? '8' : '7';
    groups[3] = `${wrong}${groups[3]?.slice(1)}`;
    const error = await vault.unlockWithRecoveryKey(groups.join('')).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'WRONG_RECOVERY_KEY', fields: { 3: 'check' } });
  });

  it('tells a wrong passphrase from everything else, and slows down after five', async () => {
    const clock = testClock(Date.now());
    const { vault } = await copyOfVault(clock);
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await codeOf(() => vault.unlock('wrong'))).toBe('WRONG_PASSPHRASE');
    expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe('TOO_MANY_ATTEMPTS');
    clock.set(clock.now() + 2000);
    expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe('nothing');
  });

  it('keeps a second process out while it is open', async () => {
    const { vault, home } = await copyOfVault();
    await vault.unlock(PASSPHRASE);
    const second = await vaultIn(home);
    expect(await codeOf(() => second.unlock(PASSPHRASE))).toBe('VAULT_IN_USE');
    vault.close();
    expect(await codeOf(() => second.unlock(PASSPHRASE))).toBe('nothing');
    second.close();
  });

  it.each(['header.a.json', 'header.b.json'])('repairs %s silently when it is damaged or gone', async (name) => {
    for (const harm of [(file: string) => truncateSync(file, 100), (file: string) => rmSync(file)]) {
      const { vault, file, folder } = await copyOfVault();
      harm(file(name));
      await vault.unlock(PASSPHRASE);
      expect(vault.status()).toMatchObject({ state: 'open', headerRepaired: true });
      expect(readFileSync(file('header.a.json'))).toEqual(readFileSync(file('header.b.json')));
      expect(readHeaderPair(folder).needsRepair).toBe(false);
      vault.close();
    }
  });

  it('takes the newer of two generations and brings the other up to it', async () => {
    const { vault, file } = await copyOfVault();
    copyFileSync(file('header.a.json'), file('old'));
    await vault.unlock(PASSPHRASE);
    await vault.changePassphrase(PASSPHRASE, 'another passphrase');
    vault.close();
    copyFileSync(file('old'), file('header.a.json'));
    expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe('WRONG_PASSPHRASE');
    await vault.unlock('another passphrase');
    expect(vault.status()).toMatchObject({ headerRepaired: true });
  });

  it('passes over a header that was tampered with by someone without the key', async () => {
    const { vault, file, folder } = await copyOfVault();
    const [header] = readHeaderPair(folder).candidates;
    if (header === undefined) throw new Error('no header');
    const forged = encodeHeader({ ...header.fields, generation: 99 }, new Uint8Array(32));
    writeFileSync(file('header.b.json'), forged);
    await vault.unlock(PASSPHRASE);
    expect(readsKeptEntry(vault)).toBe(true);
    expect(readHeaderPair(folder).candidates[0]?.fields.generation).toBe(1);
    vault.close();
    writeFileSync(file('header.a.json'), forged);
    writeFileSync(file('header.b.json'), forged);
    expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe('HEADER_DAMAGED');
  });
});

/** Does the same to both header copies. */
const both = (harm: (name: string) => void): void => {
  for (const name of ['header.a.json', 'header.b.json']) harm(name);
};

describe('a vault with a fault', () => {
  const faults: [string, ErrorCode, (file: (name: string) => string) => void][] = [
    ['both headers damaged', 'HEADER_DAMAGED', (file) => both((name) => truncateSync(file(name), 300))],
    ['both headers missing', 'HEADER_MISSING', (file) => both((name) => rmSync(file(name)))],
    ['both headers empty', 'HEADER_MISSING', (file) => both((name) => truncateSync(file(name)))],
    ['the database missing', 'DATABASE_MISSING', (file) => rmSync(file('journal.db'))],
    ['the database empty', 'DATABASE_MISSING', (file) => truncateSync(file('journal.db'))],
    ['the folder missing', 'FOLDER_MISSING', (file) => rmSync(file(''), { recursive: true })],
  ];

  it.each(faults)('(%s) says so before any passphrase is asked, and is left as it is', async (_, code, harm) => {
    const { vault, home, folder, file } = await copyOfVault();
    harm(file);
    const before = existsSync(folder) ? readdirSync(folder) : null;
    expect(vault.status()).toMatchObject({ state: 'locked', problem: code });
    expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe(code);
    expect(existsSync(folder) ? readdirSync(folder) : null).toEqual(before);
    expect(existsSync(home)).toBe(true);
  });

  it('(the database overwritten with noise) is damaged, not a wrong passphrase and not an empty journal', async () => {
    const { vault, file } = await copyOfVault();
    writeFileSync(file('journal.db'), Buffer.alloc(statSync(file('journal.db')).size, 0x5a));
    expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe('DATABASE_DAMAGED');
  });

  it('(the database of another vault) is damaged', async () => {
    const { vault, file } = await copyOfVault();
    const other = await vaultIn(join(tempFolder(), 'journals'));
    await other.create('something else');
    const foreign = join(other.current().folder, 'journal.db');
    other.close();
    copyFileSync(foreign, file('journal.db'));
    expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe('DATABASE_DAMAGED');
  });

  it('survives damage to the first sixteen bytes, where the salt would be', async () => {
    const { vault, file } = await copyOfVault();
    const bytes = readFileSync(file('journal.db'));
    bytes.fill(0xff, 0, 16);
    writeFileSync(file('journal.db'), bytes);
    await vault.unlock(PASSPHRASE);
    expect(readsKeptEntry(vault)).toBe(true);
  });

  it('of a newer format is refused and not touched', async () => {
    const { vault, file, folder } = await copyOfVault();
    const [header] = readHeaderPair(folder).candidates;
    const newer = encodeHeader({ ...header?.fields, version: 2 } as never, new Uint8Array(32));
    for (const copy of ['a', 'b']) writeFileSync(file(`header.${copy}.json`), newer);
    const before = contentOf(folder);
    expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe('VAULT_NEWER');
    expect(contentOf(folder)).toEqual(before);
  });

  it('with a newer schema is refused and not touched', async () => {
    const { vault, folder } = await copyOfVault();
    await vault.unlock(PASSPHRASE);
    vault.journal().db.exec('PRAGMA user_version = 999');
    vault.close();
    const before = contentOf(folder);
    expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe('VAULT_NEWER');
    expect(contentOf(folder)).toEqual(before);
  });
});

describe('several journals on one computer', () => {
  it('are told apart by dates, and the chosen one is the one the passphrase is for', async () => {
    const { vault } = await copyOfVault();
    await vault.create('a second journal');
    vault.close();
    const status = vault.status();
    if (status.state !== 'locked') throw new Error(status.state);
    expect(status.journals).toHaveLength(2);
    expect(status.journals[0]).toMatchObject({ current: true });
    expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe('WRONG_PASSPHRASE');
    vault.select(original().vaultId);
    await vault.unlock(PASSPHRASE);
    expect(readsKeptEntry(vault)).toBe(true);
  });

  it('are found again when the index file is lost or damaged', async () => {
    const { home, vault } = await copyOfVault();
    writeFileSync(join(home, 'index.json'), '{"current":');
    await vault.unlock(PASSPHRASE);
    expect(readsKeptEntry(vault)).toBe(true);
  });
});

describe('key derivation', () => {
  it('reports too little memory as such, never as a wrong passphrase', async () => {
    const { deriveKey } = await quickSmith();
    const salt = Buffer.alloc(16).toString('base64');
    const kdf = { algorithm: 'argon2id13', memoryBytes: 2 ** 40, passes: 3, salt } as const;
    expect(await codeOf(() => deriveKey(new Uint8Array(8), kdf))).toBe('KDF_OUT_OF_MEMORY');
  });
});

describe('a sample journal', () => {
  it('lives in a folder of its own and is gone when it is closed', async () => {
    const home = join(tempFolder(), 'journals');
    const vault = await vaultIn(home);
    await vault.openSample();
    const { folder } = vault.current();
    expect(vault.status()).toMatchObject({ state: 'open', sample: true });
    expect(existsSync(folder)).toBe(true);
    vault.close();
    expect(existsSync(folder)).toBe(false);
    expect(vault.status()).toEqual({ state: 'none' });
  });
});
