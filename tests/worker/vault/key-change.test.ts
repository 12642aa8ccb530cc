import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { anEntry } from '#tests/support/builders';
import { codeOf } from '#tests/support/finished-vault';
import { openElsewhere } from '#tests/support/other-sqlcipher';
import { tempKeyChange } from '#tests/support/temp-key-change';
import { PASSPHRASE } from '#tests/support/temp-snapshots';
import { findSetting } from '#worker/repositories/setting';
import { readEntry, saveEntry } from '#worker/services/entries';
import { contentsOf } from '#worker/snapshots/check-database';

// Each opens and seals half a dozen times, at half a second of key derivation or more on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const quiet = (): void => undefined;
const keyOf = ({ groups }: RecoveryKeyOffer): string => groups.join(' ');

const journalIn = (folder: string): string => join(folder, 'journal.db');

describe('another key for the journal', () => {
  it('holds every word, and nothing of it opens with the key, the header or the recovery key from before', async () => {
    const { vault, vaultFolder, key, change, ids, index } = await tempKeyChange();
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
    const { vault, key, change } = await tempKeyChange();
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
    const { vault, index, vaultFolder, change } = await tempKeyChange();
    await change();
    vault.close();
    vault.select(basename(vaultFolder));
    await vault.unlock(PASSPHRASE);
    expect(vault.current().folder).toBe(vaultFolder);
    expect(index.list()).toContain(basename(vaultFolder));
  });

  it('stays the same journal in exports, and keeps the day on which it was begun', async () => {
    const { vault, change } = await tempKeyChange();
    const { vaultId, createdAt, generation } = vault.current().header;
    await change();
    await change();
    expect(findSetting(vault.journal().db, 'journal')).toBe(vaultId);
    expect(vault.current().header).toMatchObject({ createdAt, generation: generation + 2 });
  });

  it('goes no step without the passphrase and without a word about the recovery key', async () => {
    const { vault, keyChange, vaultFolder } = await tempKeyChange();
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
    const { vault, keyChange, prepare } = await tempKeyChange();
    await prepare();
    await vault.changePassphrase(PASSPHRASE, 'another passphrase');
    expect(await codeOf(() => keyChange.change(randomUUID()))).toBe('NOT_FOUND');
  });

  it('counts a recovery key that was only kept as not proven', async () => {
    const { vault, keyChange } = await tempKeyChange();
    const offer = await vault.prepareKeyChange(PASSPHRASE);
    await vault.settleRecoveryKey({ keep: true });
    await keyChange.change(randomUUID());
    await vault.unlockWithRecoveryKey(keyOf(offer));
    expect(vault.status()).toMatchObject({ recoveryKeyProven: false, openedWithRecoveryKey: true });
  });

  it('when stopped leaves everything as it was, and can be tried again', async () => {
    const { vault, home, service, keyChange, prepare, vaultFolder, later } = await tempKeyChange();
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
    const { vault, keyChange, prepare } = await tempKeyChange();
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
    const { vault, unsaved, box, change } = await tempKeyChange();
    const calls = [{ method: 'entries.save', input: JSON.stringify(anEntry()) }] as const;
    unsaved.keep(calls);
    const before = vault.current().header.vaultId;
    await change();
    expect(Object.keys(box.kept)).toEqual([vault.current().header.vaultId]);
    expect(Object.keys(box.kept)).not.toContain(before);
    expect(unsaved.list()).toEqual(calls);
  });

  it('cut off before it was done is told on the lock screen and in the open journal, until that was read', async () => {
    const { vault, index, service, keyChange, prepare, vaultFolder } = await tempKeyChange();
    await prepare();
    const changing = codeOf(() => keyChange.change(randomUUID()));
    // The journal is locked, or the program ends: nobody who asked is there any more.
    await service.close();
    expect(await changing).toBe('CANCELLED');
    expect(vault.status()).toMatchObject({ state: 'open', keyChangeInterrupted: false });
    vault.close();
    for (const opening of [1, 2]) {
      expect(vault.status(), `opening ${opening}`).toMatchObject({ state: 'locked', keyChange: 'interrupted' });
      await vault.unlock(PASSPHRASE);
      expect(vault.current().folder).toBe(vaultFolder);
      expect(vault.status(), `opening ${opening}`).toMatchObject({ keyChangeInterrupted: true });
      if (opening === 1) vault.close();
    }
    vault.seeKeyChange();
    expect(vault.status()).toMatchObject({ keyChangeInterrupted: false });
    vault.close();
    expect(vault.status()).toMatchObject({ keyChange: null });
    expect(readFileSync(join(index.home, 'index.json'), 'utf8')).toContain('"keyChange":null');
  });

  it('says nothing afterwards of a change that somebody stopped', async () => {
    const { vault, service, keyChange, prepare } = await tempKeyChange();
    await prepare();
    const job = randomUUID();
    const changing = codeOf(() => keyChange.change(job));
    await service.cancel(job);
    expect(await changing).toBe('CANCELLED');
    vault.close();
    expect(vault.status()).toMatchObject({ keyChange: null });
  });

  it('is told on the lock screen when it is done, and no more once the journal was opened', async () => {
    const { vault, keyChange, prepare, vaultFolder } = await tempKeyChange();
    await prepare();
    await keyChange.change(randomUUID());
    expect(vault.status()).toMatchObject({ state: 'locked', keyChange: 'completed' });
    const [{ id = '' } = {}] = (vault.status() as { journals: { id: string }[] }).journals;
    vault.select(basename(vaultFolder));
    expect(vault.status()).toMatchObject({ keyChange: null });
    vault.select(id);
    await vault.unlock(PASSPHRASE);
    expect(vault.status()).toMatchObject({ keyChangeInterrupted: false });
    vault.close();
    expect(vault.status()).toMatchObject({ keyChange: null });
  });

  it('never offers a half-made journal, and clears it up at the next opening', async () => {
    const { vault, index, home } = await tempKeyChange();
    const id = randomUUID();
    index.begin(id);
    for (const name of [id, `.unfinished-${id}`]) mkdirSync(join(home, name));
    expect(index.list()).not.toContain(id);
    vault.close();
    await vault.unlock(PASSPHRASE);
    expect(readdirSync(home).filter((name) => name.includes(id))).toEqual([]);
  });
});
