import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecoveryKeyOffer } from '#core/vault-status';
import type { KeptWork } from '#core/worker-message';
import { anEntry } from '#tests/support/builders';
import { codeOf } from '#tests/support/finished-vault';
import { openElsewhere } from '#tests/support/other-sqlcipher';
import { tempFolder } from '#tests/support/temp-folder';
import { PASSPHRASE, tempSnapshots } from '#tests/support/temp-snapshots';
import { threadFile } from '#tests/support/threads';
import { findSetting } from '#worker/repositories/setting';
import { readEntry, saveEntry } from '#worker/services/entries';
import { keyChangeService } from '#worker/services/key-change';
import { unsavedService } from '#worker/services/unsaved';
import { contentsOf } from '#worker/snapshots/check-database';
import { databaseKey } from '#worker/vault/keys';
import { loadSodium } from '#worker/vault/sodium';

const quiet = (): void => undefined;
const keyOf = ({ groups }: RecoveryKeyOffer): string => groups.join(' ');
const askedOf = ({ groups, prove }: RecoveryKeyOffer): string[] => prove.map((place) => groups[place] ?? '');

/** A journal with three entries and a snapshot, and what changes its key. */
const aJournal = async () => {
  const test = await tempSnapshots();
  const { vault, index, clock, service } = test;
  const box: { kept: KeptWork } = { kept: {} };
  const unsaved = unsavedService({
    vault,
    sodium: await loadSodium(),
    kept: box.kept,
    onKept: (kept) => Object.assign(box, { kept }),
  });
  const thread = threadFile('snapshot-thread');
  const keyChange = keyChangeService({ vault, smith: { clock }, index, snapshots: service, unsaved, thread });
  const ids = test.fill(3);
  const snapshot = await test.take();
  const key = (): string => databaseKey(vault.current().vaultKey);
  const prepare = async (): Promise<RecoveryKeyOffer> => {
    const offer = await vault.prepareKeyChange(PASSPHRASE);
    await vault.proveRecoveryKey(askedOf(offer));
    return offer;
  };
  /** Changes the key and opens the journal again. */
  const change = async (): Promise<RecoveryKeyOffer> => {
    const offer = await prepare();
    test.later(1000);
    await keyChange.change(randomUUID());
    await vault.unlock(PASSPHRASE);
    return offer;
  };
  return { ...test, keyChange, unsaved, box, ids, snapshot, key, prepare, change };
};

const journalIn = (folder: string): string => join(folder, 'journal.db');

describe('another key for the journal', () => {
  it('holds every word, and nothing of it opens with the key, the header or the recovery key from before', async () => {
    const { vault, vaultFolder, key, change, ids, index } = await aJournal();
    const [oldKey, before] = [key(), contentsOf(vault.journal().db, quiet)];
    const oldHeader = readFileSync(join(vaultFolder, 'header.a.json'));
    const offer = await change();
    const { folder, header } = vault.current();
    expect(key()).not.toBe(oldKey);
    expect(basename(folder)).toBe(header.vaultId);
    expect(contentsOf(vault.journal().db, quiet)).toEqual(before);
    expect(readEntry(vault.journal(), ids[0] as never).id).toBe(ids[0]);
    expect(vault.security()).toMatchObject({ keyChangedOn: vault.journal().today() });
    expect(vault.status()).toMatchObject({ recoveryKeyProven: true });
    vault.close();

    const elsewhere = openElsewhere(journalIn(folder), oldKey);
    expect(() => elsewhere.prepare('SELECT * FROM entry').all()).toThrow();
    elsewhere.close();
    await vault.unlockWithRecoveryKey(keyOf(offer));
    vault.close();
    // Somebody's old copy of the key files, and the passphrase that goes with it.
    for (const copy of ['header.a.json', 'header.b.json']) writeFileSync(join(folder, copy), oldHeader);
    expect(await codeOf(() => vault.unlock(PASSPHRASE))).toBe('DATABASE_DAMAGED');
    expect(index.replaced().map(({ id }) => id)).toEqual([basename(vaultFolder)]);
  });

  it('lies on the disk as the format says: another implementation opens it with the new key alone', async () => {
    const { vault, key, change } = await aJournal();
    saveEntry(vault.journal(), anEntry({ title: 'The river', text: 'It was quiet there.' }));
    await change();
    const { folder } = vault.current();
    const newKey = key();
    vault.close();
    expect(readFileSync(journalIn(folder)).subarray(0, 16).toString('hex')).toBe(newKey.slice(64));
    const other = openElsewhere(journalIn(folder), newKey);
    expect(other.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(other.prepare("SELECT rowid FROM entry_text WHERE entry_text MATCH 'quiet'").all()).toHaveLength(1);
    other.close();
  });

  it('leaves the journal as it was on this computer, with all that opened it', async () => {
    const { vault, index, vaultFolder, change } = await aJournal();
    await change();
    vault.close();
    vault.select(basename(vaultFolder));
    await vault.unlock(PASSPHRASE);
    expect(vault.current().folder).toBe(vaultFolder);
    expect(index.list()).toContain(basename(vaultFolder));
  });

  it('stays the same journal in exports, and keeps the day on which it was begun', async () => {
    const { vault, change } = await aJournal();
    const { vaultId, createdAt, generation } = vault.current().header;
    await change();
    await change();
    expect(findSetting(vault.journal().db, 'journal')).toBe(vaultId);
    expect(vault.current().header).toMatchObject({ createdAt, generation: generation + 2 });
  });

  it('goes no step without the passphrase and without a word about the recovery key', async () => {
    const { vault, keyChange, vaultFolder } = await aJournal();
    expect(await codeOf(() => vault.prepareKeyChange('wrong'))).toBe('WRONG_PASSPHRASE');
    expect(await codeOf(() => keyChange.change(randomUUID()))).toBe('NOT_FOUND');
    const offer = await vault.prepareKeyChange(PASSPHRASE);
    expect(await codeOf(() => keyChange.change(randomUUID()))).toBe('NOT_FOUND');
    expect((await vault.proveRecoveryKey(['AAAAA', 'BBBBB'])).mismatched).toEqual(offer.prove);
    await vault.settleRecoveryKey({ keep: false });
    expect(await codeOf(() => keyChange.change(randomUUID()))).toBe('NOT_FOUND');
    expect(vault.current().folder).toBe(vaultFolder);
  });

  it('is no longer prepared once the passphrase is another', async () => {
    const { vault, keyChange, prepare } = await aJournal();
    await prepare();
    await vault.changePassphrase(PASSPHRASE, 'another passphrase');
    expect(await codeOf(() => keyChange.change(randomUUID()))).toBe('NOT_FOUND');
  });

  it('counts a recovery key that was only kept as not proven', async () => {
    const { vault, keyChange } = await aJournal();
    const offer = await vault.prepareKeyChange(PASSPHRASE);
    await vault.settleRecoveryKey({ keep: true });
    await keyChange.change(randomUUID());
    await vault.unlockWithRecoveryKey(keyOf(offer));
    expect(vault.status()).toMatchObject({ recoveryKeyProven: false, openedWithRecoveryKey: true });
  });

  it('when stopped leaves everything as it was, and can be tried again', async () => {
    const { vault, home, service, keyChange, prepare, vaultFolder, later } = await aJournal();
    const before = readdirSync(home).sort();
    await prepare();
    const job = randomUUID();
    const changing = codeOf(() => keyChange.change(job));
    await service.cancel(job);
    expect(await changing).toBe('CANCELLED');
    expect(readdirSync(home).sort()).toEqual(before);
    expect(vault.current().folder).toBe(vaultFolder);
    saveEntry(vault.journal(), anEntry());
    later(1000);
    await keyChange.change(randomUUID());
    await vault.unlock(PASSPHRASE);
    expect(vault.current().folder).not.toBe(vaultFolder);
  });

  it('holds what is written meanwhile, so that nothing is missing in it', async () => {
    const { vault, keyChange, prepare } = await aJournal();
    await prepare();
    const changing = keyChange.change(randomUUID());
    const codes = new Set<string>();
    const saved: string[] = [];
    while (vault.status().state === 'open') {
      const entry = anEntry();
      const code = await codeOf(() => saveEntry(vault.journal(), entry)).catch((error) => String(error.code));
      codes.add(code);
      if (code === 'nothing') saved.push(entry.id);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await changing;
    expect(codes).toContain('SQLITE_READONLY');
    await vault.unlock(PASSPHRASE);
    for (const id of saved) expect(readEntry(vault.journal(), id as never).id).toBe(id);
  });

  it('keeps what could not be written for the journal that takes its place', async () => {
    const { vault, unsaved, box, change } = await aJournal();
    const calls = [{ method: 'entries.save', input: JSON.stringify(anEntry()) }] as const;
    unsaved.keep(calls);
    const before = vault.current().header.vaultId;
    await change();
    expect(Object.keys(box.kept)).toEqual([vault.current().header.vaultId]);
    expect(Object.keys(box.kept)).not.toContain(before);
    expect(unsaved.list()).toEqual(calls);
  });

  it('never offers a half-made journal, and clears it up at the next opening', async () => {
    const { vault, index, home } = await aJournal();
    const id = randomUUID();
    index.begin(id);
    for (const name of [id, `.unfinished-${id}`]) mkdirSync(join(home, name));
    expect(index.list()).not.toContain(id);
    vault.close();
    await vault.unlock(PASSPHRASE);
    expect(readdirSync(home).filter((name) => name.includes(id))).toEqual([]);
  });
});

describe('snapshots from before', () => {
  it('are listed, read and brought back as ever, under the key that the journal has now', async () => {
    const { vault, service, snapshot, change, key, ids, later } = await aJournal();
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

  it('never lend their key files to a journal that has lost its own', async () => {
    const { vault, change, look, recovery } = await aJournal();
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
    const { vault, change, look, recovery, snapshot, ids, key } = await aJournal();
    await change();
    const [{ folder }, newKey] = [vault.current(), key()];
    vault.close();
    writeFileSync(journalIn(folder), 'gone');
    const { snapshots } = await look();
    expect(snapshots.filter(({ damaged }) => damaged)).toEqual([]);
    await recovery.restore(randomUUID(), snapshot.name);
    await vault.unlock(PASSPHRASE);
    expect(key()).toBe(newKey);
    expect(contentsOf(vault.journal().db, quiet).counts.entry).toBe(ids.length);
  });

  it('whose key is damaged count as damaged', async () => {
    const { vault, service, change, snapshot } = await aJournal();
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
    const test = await aJournal();
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
    const { keyChange } = await aJournal();
    expect(keyChange.copiesLeft()).toBeNull();
    expect(await codeOf(keyChange.removeCopies)).toBe('NOT_FOUND');
  });

  it('are counted, and removed wherever they lie, and the new ones stay', async () => {
    const { vault, service, keyChange, change, chosen, copies, home, vaultFolder } = await withSecond();
    const old = vault.current().header.vaultId;
    await change();
    service.lookAtSecond();
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
