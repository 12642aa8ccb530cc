import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder';
import { vaultIn } from '#tests/support/temp-vault';
import { syncedBy } from '#worker/vault/synced-by';

const folderIn = (place: string): string => {
  const folder = join(place, 'ebb', 'journals');
  mkdirSync(folder, { recursive: true });
  return folder;
};

describe('the folder of a vault', () => {
  it('is found to be copied by the marks that lie on the disk', () => {
    const place = tempFolder();
    const folder = folderIn(place);
    expect(syncedBy(folder)).toBeNull();
    mkdirSync(join(place, '.stfolder'));
    expect(syncedBy(folder)).toBe('syncthing');
  });

  it('is not taken for a Dropbox because that program keeps its own folder in the home', () => {
    const home = tempFolder();
    mkdirSync(join(home, '.dropbox'));
    expect(syncedBy(folderIn(home))).toBeNull();
    const box = join(home, 'box');
    const folder = folderIn(box);
    writeFileSync(join(box, '.dropbox'), '');
    expect(syncedBy(folder)).toBe('dropbox');
  });

  it('is looked for where a link leads', () => {
    const place = tempFolder();
    const folder = folderIn(join(place, 'OneDrive'));
    symlinkSync(folder, join(place, 'plain'));
    expect(syncedBy(join(place, 'plain'))).toBe('onedrive');
  });
});

describe('a journal in a copied folder', () => {
  it('says so until the person has read it once, and keeps saying by whom', async () => {
    const home = join(tempFolder(), 'Dropbox', 'journals');
    const vault = await vaultIn(home);
    onTestFinished(() => vault.close());
    await vault.create('river lantern oatmeal quiet bridge');
    expect(vault.status()).toMatchObject({ synced: { by: 'dropbox', seen: false } });
    vault.seeSyncedFolder();
    expect(vault.status()).toMatchObject({ synced: { by: 'dropbox', seen: true } });
    vault.close();
    await vault.unlock('river lantern oatmeal quiet bridge');
    expect(vault.status()).toMatchObject({ synced: { by: 'dropbox', seen: true } });
  });

  it('says nothing anywhere else, nor for the sample', async () => {
    const vault = await vaultIn(join(tempFolder(), 'journals'));
    onTestFinished(() => vault.close());
    await vault.openSample();
    expect(vault.status()).toMatchObject({ sample: true, synced: null });
    vault.close();
    await vault.create('river lantern oatmeal quiet bridge');
    expect(vault.status()).toMatchObject({ sample: false, synced: null });
  });
});
