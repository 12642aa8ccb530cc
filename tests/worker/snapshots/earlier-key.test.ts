import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { anEntry } from '#tests/support/builders';
import { codeOf } from '#tests/support/finished-vault';
import { openElsewhere } from '#tests/support/other-sqlcipher';
import { tempFolder } from '#tests/support/temp-folder';
import { tempKeyChange } from '#tests/support/temp-key-change';
import { PASSPHRASE } from '#tests/support/temp-snapshots';
import { saveEntry } from '#worker/services/entries';
import { contentsOf } from '#worker/snapshots/check-database';

// Each opens and seals half a dozen times, at half a second of key derivation or more on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const quiet = (): void => undefined;
const journalIn = (folder: string): string => join(folder, 'journal.db');

describe('snapshots from before', () => {
  it('are listed, read and brought back as ever, under the key that the journal has now', async () => {
    const { vault, service, snapshot, change, key, ids, later } = await tempKeyChange();
    const oldKey = key();
    await change();
    await change();
    const known = service.list().snapshots;
    expect(known.map(({ damaged }) => damaged)).not.toContain(true);
    expect(known.map(({ reason }) => reason)).toEqual(['daily', 'before-rekey', 'daily', 'before-rekey', 'asked']);
    for (const { name } of known) await service.verify(randomUUID(), name);
    const [newKey, history] = [key(), vault.security()];
    saveEntry(vault.journal(), anEntry());
    later(1000);
    await service.restore(randomUUID(), snapshot.name);
    await vault.unlock(PASSPHRASE);
    expect(key()).toBe(newKey);
    expect(vault.security()).toEqual(history);
    expect(contentsOf(vault.journal().db, quiet).counts.entry).toBe(ids.length);
    const { folder } = vault.current();
    vault.close();
    const elsewhere = openElsewhere(journalIn(folder), oldKey);
    expect(() => elsewhere.prepare('SELECT * FROM entry').all()).toThrow();
    elsewhere.close();
  });

  it('are all told to lie under an earlier key, and no other is', async () => {
    const { service, change, take } = await tempKeyChange();
    await take();
    expect(service.list().snapshots.map(({ earlierKey }) => earlierKey)).toEqual([false, false]);
    await change();
    await take();
    const told = service.list().snapshots.map(({ reason, earlierKey }) => [reason, earlierKey]);
    expect(told).toEqual([
      ['asked', false],
      ['daily', false],
      ['before-rekey', true],
      ['asked', true],
      ['asked', true],
    ]);
  });

  it('never lend their key files to a journal that has lost its own', async () => {
    const { vault, change, look, recovery } = await tempKeyChange();
    await change();
    const { folder, header } = vault.current();
    vault.close();
    for (const copy of ['a', 'b']) writeFileSync(join(folder, `header.${copy}.json`), '');
    expect((await look()).database).toBe('whole');
    await recovery.mendHeader();
    await vault.unlock(PASSPHRASE);
    expect(vault.current().header).toEqual(header);
  });

  it('bring back a journal whose pages are gone', async () => {
    const { vault, change, look, recovery, snapshot, ids, key } = await tempKeyChange();
    await change();
    const [{ folder }, newKey] = [vault.current(), key()];
    vault.close();
    writeFileSync(journalIn(folder), 'gone');
    const { snapshots } = await look();
    expect(snapshots.filter(({ damaged }) => damaged)).toEqual([]);
    await recovery.restore(randomUUID(), { name: snapshot.name, goOnCopying: false });
    await vault.unlock(PASSPHRASE);
    expect(key()).toBe(newKey);
    expect(contentsOf(vault.journal().db, quiet).counts.entry).toBe(ids.length);
  });

  it('whose key is damaged count as damaged', async () => {
    const { vault, service, change, snapshot } = await tempKeyChange();
    await change();
    const file = join(vault.current().folder, 'snapshots', snapshot.name, 'earlier-key');
    const bytes = readFileSync(file);
    bytes[30] = (bytes[30] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(service.list().snapshots.find(({ name }) => name === snapshot.name)?.damaged).toBe(true);
    expect(await codeOf(() => service.verify(randomUUID(), snapshot.name))).toBe('SNAPSHOT_DAMAGED');
  });
});

describe('copies under the key from before', () => {
  const withSecond = async () => {
    const test = await tempKeyChange();
    const chosen = join(tempFolder(), 'stick');
    mkdirSync(chosen);
    test.service.chooseSecond(chosen);
    await test.take();
    // Behind the copying.
    await test.service.verify(randomUUID(), test.snapshot.name);
    const copies = join(chosen, 'Ebb backups');
    return { ...test, chosen, copies };
  };

  it('are none where the key was never changed', async () => {
    const { keyChange } = await tempKeyChange();
    expect(keyChange.copiesLeft()).toBeNull();
    expect(await codeOf(keyChange.removeCopies)).toBe('NOT_FOUND');
  });

  it('are counted, and removed wherever they lie, and the new ones stay', async () => {
    const { vault, service, keyChange, change, chosen, copies, home, vaultFolder } = await withSecond();
    const old = vault.current().header.vaultId;
    await change();
    service.lookAround();
    const [first] = service.list().snapshots;
    await service.verify(randomUUID(), first?.name as never);
    expect(keyChange.copiesLeft()).toEqual({ journals: 1, backups: 3, second: { folder: chosen, backups: 2 } });
    await keyChange.removeCopies();
    expect(keyChange.copiesLeft()).toBeNull();
    expect(existsSync(vaultFolder)).toBe(false);
    expect(readdirSync(copies)).toEqual([vault.current().header.vaultId]);
    expect(readdirSync(copies)).not.toContain(old);
    const { snapshots, second } = service.list();
    expect(snapshots.map(({ name }) => name)).toEqual([first?.name]);
    expect(second).toMatchObject({ missing: 0 });
    expect(readdirSync(home).sort()).toEqual([basename(vault.current().folder), 'index.json'].sort());
    vault.close();
    await vault.unlock(PASSPHRASE);
  });

  it('are removed too where they lie with a journal that gave way to a backup since', async () => {
    const { vault, service, keyChange, change, home } = await withSecond();
    await change();
    const [first] = service.list().snapshots;
    await service.restore(randomUUID(), first?.name as never);
    await vault.unlock(PASSPHRASE);
    const sealed = (): string[] =>
      readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) => basename(name) === 'earlier-key');
    const journals = new Set(sealed().map((name) => name.split('/')[0]));
    expect(journals.size).toBe(2);
    expect(keyChange.copiesLeft()).toMatchObject({ backups: sealed().length / 2 });
    await keyChange.removeCopies();
    expect(sealed()).toEqual([]);
    expect(keyChange.copiesLeft()).toBeNull();
  });

  it('in a second folder that is away are not forgotten', async () => {
    const { keyChange, change, chosen, index, vault } = await withSecond();
    await change();
    index.setSecondFolder(basename(vault.current().folder), `${chosen}-away`);
    await keyChange.removeCopies();
    expect(keyChange.copiesLeft()).toEqual({
      journals: 0,
      backups: 0,
      second: { folder: `${chosen}-away`, backups: null },
    });
    index.setSecondFolder(basename(vault.current().folder), chosen);
    expect(keyChange.copiesLeft()).toMatchObject({ second: { backups: 2 } });
    await keyChange.removeCopies();
    expect(keyChange.copiesLeft()).toBeNull();
  });
});
