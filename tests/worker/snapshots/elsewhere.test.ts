import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf } from '#tests/support/finished-vault';
import { tempFolder } from '#tests/support/temp-folder';
import { PASSPHRASE, tempSnapshots } from '#tests/support/temp-snapshots';
import { countJournal } from '#worker/services/entries';
import { secretOf } from '#worker/services/recovery';
import { findSnapshots } from '#worker/snapshots/find-snapshots';

type Test = Awaited<ReturnType<typeof tempSnapshots>>;

const kept = ({ vault }: Test): number => countJournal(vault.journal()).kept;
const journals = ({ home }: Test): string[] => readdirSync(home).filter((name) => name !== 'index.json');
const secret = (passphrase = PASSPHRASE) => secretOf('passphrase', passphrase);

/** A journal with two snapshots, copied to a stick as Ebb does it. */
const withStick = async () => {
  const test = await tempSnapshots();
  test.fill(3);
  await test.take();
  test.fill(2);
  const { name } = await test.take();
  const { vaultId } = test.vault.current().header;
  const stick = join(tempFolder(), 'stick');
  const copies = join(stick, 'Ebb backups', vaultId);
  cpSync(test.folder, copies, { recursive: true });
  const lookAt = (folder: string | null, passphrase = PASSPHRASE) =>
    test.recovery.lookElsewhere(randomUUID(), folder, secret(passphrase));
  return { ...test, name, vaultId, stick, copies, lookAt };
};

/** Gives somebody a folder with a folder of snapshots in it, and lets them through to it. */
const openTo = (owner: number, stick: string, copies: string): void => {
  for (const folder of [stick, dirname(copies), copies]) chownSync(folder, owner, owner);
  chmodSync(dirname(stick), 0o755);
};

describe('the snapshots in a folder', () => {
  it('are found beside folders that nobody may look into, as the root of a drive has them', async () => {
    const { stick, copies } = await withStick();
    const closed = join(stick, 'lost+found');
    mkdirSync(closed, { mode: 0o700 });
    chmodSync(closed, 0);
    const isRoot = process.geteuid?.() === 0;
    // Who is root may look into everything.
    const nobody = 65534;
    const whole = readdirSync(copies).length;
    if (isRoot) openTo(nobody, stick, copies);
    try {
      if (isRoot) process.seteuid?.(nobody);
      expect(() => readdirSync(closed)).toThrow('EACCES');
      expect(findSnapshots(stick)).toMatchObject([{ folder: copies }]);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
    expect(readdirSync(copies)).toHaveLength(whole);
  });

  it('are found in it, below it, and where it is a single one', async () => {
    const { stick, copies, name, vaultFolder, home } = await withStick();
    const all = readdirSync(copies)
      .filter((file) => /^\d/.test(file))
      .sort()
      .reverse();
    for (const chosen of [stick, join(stick, 'Ebb backups'), copies]) {
      expect(findSnapshots(chosen)).toEqual([{ folder: copies, names: all }]);
    }
    expect(findSnapshots(join(copies, name))).toEqual([{ folder: copies, names: [name] }]);
    expect(findSnapshots(vaultFolder)[0]?.names).toEqual(all);
    expect(findSnapshots(home)[0]?.names).toEqual(all);
  });

  it('are none in one that holds something else, and that is no failure', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'pictures'));
    writeFileSync(join(folder, 'pictures', 'one.jpg'), 'x');
    expect(findSnapshots(folder)).toEqual([]);
    expect(await codeOf(() => findSnapshots(join(folder, 'gone')))).toBe('FOLDER_MISSING');
  });
});

describe('a journal whose folder is gone', () => {
  it('comes back from a stick, and takes its own place', async () => {
    const test = await withStick();
    test.vault.close();
    rmSync(test.vaultFolder, { recursive: true });
    expect(test.vault.status()).toMatchObject({ state: 'locked', problem: 'FOLDER_MISSING' });
    expect(test.recovery.findBackups(test.stick)).toEqual({ backups: 2, newestAt: test.clock.now() });
    const before = readFileSync(join(test.copies, test.name, 'journal.db'));
    const found = await test.lookAt(test.stick);
    expect(found).toMatchObject({
      database: 'elsewhere',
      snapshots: [{ name: test.name, entries: 5 }, { entries: 3 }],
    });
    await test.recovery.restore(randomUUID(), { name: test.name, goOnCopying: false });
    expect(test.vault.status()).toMatchObject({ problem: null, journals: [{ current: true }], replaced: [] });
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(5);
    expect(readFileSync(join(test.copies, test.name, 'journal.db'))).toEqual(before);
  });

  it('comes to a computer that has none', async () => {
    const test = await withStick();
    test.vault.close();
    rmSync(test.home, { recursive: true });
    expect(test.vault.status()).toEqual({ state: 'none' });
    expect(await test.lookAt(test.stick)).toMatchObject({ copiesTo: test.stick });
    await test.recovery.restore(randomUUID(), { name: test.name, goOnCopying: false });
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(5);
    expect(test.index.secondFolder(test.index.list()[0] ?? '')).toBeNull();
  });

  it('goes on copying into the folder it came from where that is asked for, and it lies there as copies do', async () => {
    const test = await withStick();
    const elsewhere = join(tempFolder(), 'moved');
    cpSync(test.copies, elsewhere, { recursive: true });
    test.vault.close();
    rmSync(test.home, { recursive: true });
    expect(await test.lookAt(elsewhere)).toMatchObject({ copiesTo: null });
    expect(await test.lookAt(test.copies)).toMatchObject({ copiesTo: test.stick });
    await test.recovery.restore(randomUUID(), { name: test.name, goOnCopying: true });
    expect(test.index.secondFolder(test.index.list()[0] ?? '')).toBe(test.stick);
  });

  it('is found in the second folder by itself, though the key files and all snapshots here are lost', async () => {
    const test = await withStick();
    expect(test.recovery.secondFolder()).toBeNull();
    test.index.setSecondFolder(journals(test)[0] ?? '', test.stick);
    test.vault.close();
    for (const name of readdirSync(test.vaultFolder)) {
      if (name !== 'journal.db') rmSync(join(test.vaultFolder, name), { recursive: true });
    }
    expect(await codeOf(() => test.look())).toBe('HEADER_MISSING');
    expect(test.recovery.secondFolder()).toEqual({ folder: test.stick, present: true });
    expect(await test.lookAt(null)).toMatchObject({ snapshots: [{ name: test.name }, {}], copiesTo: null });
    await test.recovery.restore(randomUUID(), { name: test.name, goOnCopying: false });
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(5);
    // What is left of the one before stays.
    expect(test.index.replaced()).toHaveLength(1);
    expect(test.index.secondFolder(test.index.list()[0] ?? '')).toBe(test.stick);
  });
});

/** Both key files and every snapshot here are gone; the pages are there, with three entries more than the stick has. */
const keyless = async () => {
  const test = await withStick();
  test.fill(3);
  test.vault.close();
  for (const name of readdirSync(test.vaultFolder)) {
    if (name !== 'journal.db') rmSync(join(test.vaultFolder, name), { recursive: true });
  }
  return test;
};

describe('a journal whose key lies only on a stick', () => {
  it('is found whole, with what was written after the last copy, and its key files are written anew', async () => {
    const test = await keyless();
    const found = await test.lookAt(test.stick);
    expect(found).toMatchObject({ database: 'whole', snapshots: [{ name: test.name }, {}], copiesTo: test.stick });
    await test.recovery.mendHeader();
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(8);
  });

  it('is read page by page where it is damaged as well', async () => {
    const test = await keyless();
    const database = join(test.vaultFolder, 'journal.db');
    const bytes = readFileSync(database);
    writeFileSync(database, bytes.fill(7, bytes.length - 4096 * 3, bytes.length - 4096));
    const found = await test.lookAt(test.stick);
    expect(found).toMatchObject({ database: 'damaged', salvage: { found: { entry: expect.any(Number) } } });
    await test.recovery.takeSalvage(randomUUID());
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBeGreaterThanOrEqual(5);
    // The damaged one stays.
    expect(test.index.replaced()).toHaveLength(1);
  });

  it('gives way to a backup where one is wanted all the same', async () => {
    const test = await keyless();
    await test.lookAt(test.stick);
    await test.recovery.restore(randomUUID(), { name: test.name, goOnCopying: true });
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(5);
    expect(test.index.secondFolder(test.index.list()[0] ?? '')).toBe(test.stick);
  });

  it('is left alone by the key of another journal', async () => {
    const test = await keyless();
    const other = await withStick();
    expect(await test.lookAt(other.stick)).toMatchObject({ database: 'elsewhere', salvage: null });
  });
});

describe('a backup from before the passphrase was changed', () => {
  const changed = async () => {
    const test = await withStick();
    await test.vault.changePassphrase(PASSPHRASE, 'seven quiet boats');
    test.fill(1);
    const { name } = await test.take();
    cpSync(test.folder, test.copies, { recursive: true });
    test.vault.close();
    rmSync(test.home, { recursive: true });
    return { ...test, newest: name };
  };

  it.each([PASSPHRASE, 'seven quiet boats'])('comes back under the passphrase that was typed (%s)', async (typed) => {
    const test = await changed();
    await test.lookAt(test.stick, typed);
    await test.recovery.restore(randomUUID(), { name: test.newest, goOnCopying: false });
    await test.vault.unlock(typed);
    expect(kept(test)).toBe(6);
  });

  it('comes back under the newest passphrase where the recovery key was typed', async () => {
    const test = await changed();
    await test.recovery.lookElsewhere(randomUUID(), test.stick, secretOf('recovery', test.recoveryKey));
    await test.recovery.restore(randomUUID(), { name: test.newest, goOnCopying: false });
    await test.vault.unlock('seven quiet boats');
    expect(kept(test)).toBe(6);
  });
});

describe('a journal from a stick', () => {
  it('never takes the place of another one', async () => {
    const test = await withStick();
    const other = await tempSnapshots();
    other.fill(1);
    other.vault.close();
    await other.recovery.lookElsewhere(randomUUID(), test.stick, secret());
    await other.recovery.restore(randomUUID(), { name: test.name, goOnCopying: false });
    expect(other.index.replaced()).toEqual([]);
    expect(other.index.list()).toHaveLength(2);
    await other.vault.unlock(PASSPHRASE);
    expect(kept(other)).toBe(5);
  });

  it('waits after five wrong passphrases', async () => {
    const test = await withStick();
    test.vault.close();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await codeOf(() => test.lookAt(test.stick, 'not this one'))).toBe('WRONG_PASSPHRASE');
    }
    expect(await codeOf(() => test.lookAt(test.stick))).toBe('TOO_MANY_ATTEMPTS');
  });

  it('is not made where the stick was pulled out, or the backup on it is damaged', async () => {
    const test = await withStick();
    test.vault.close();
    await test.lookAt(test.stick);
    renameSync(test.stick, `${test.stick}-away`);
    expect(await codeOf(() => test.recovery.restore(randomUUID(), { name: test.name, goOnCopying: false }))).toBe(
      'FOLDER_MISSING',
    );
    expect(await codeOf(() => test.recovery.findBackups(test.stick))).toBe('FOLDER_MISSING');
    renameSync(`${test.stick}-away`, test.stick);
    const file = join(test.copies, test.name, 'journal.db');
    const bytes = readFileSync(file);
    bytes[9000] = (bytes[9000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await codeOf(() => test.recovery.restore(randomUUID(), { name: test.name, goOnCopying: false }))).toBe(
      'SNAPSHOT_DAMAGED',
    );
    expect(journals(test)).toHaveLength(1);
  });
});

describe('a journal that was just brought back', () => {
  it('does not stay where it cannot be written down which one it is', async () => {
    const test = await withStick();
    // A folder in the place of the file that would be written.
    mkdirSync(join(test.home, 'index.json.new'));
    test.vault.close();
    await test.lookAt(test.stick);
    expect(await codeOf(() => test.recovery.restore(randomUUID(), { name: test.name, goOnCopying: false }))).toBe(
      'INTERNAL',
    );
    rmSync(join(test.home, 'index.json.new'), { recursive: true });
    expect(journals(test)).toHaveLength(1);
    expect(test.index.list()).toHaveLength(1);
  });
});
