import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SnapshotName } from '#core/snapshot';
import { anEntry } from '#tests/support/builders';
import { tempFolder } from '#tests/support/temp-folder';
import { vaultIn } from '#tests/support/temp-vault';
import { saveEntry } from '#worker/services/entries';
import { filesOf, listNames, nameOf, snapshotsFolder, timeOf } from '#worker/snapshots/snapshot-files';
import { type SnapshotOrder, takeSnapshot } from '#worker/snapshots/take-snapshot';
import { verifySnapshot } from '#worker/snapshots/verify-snapshot';

const NOW = Date.UTC(2026, 10, 21, 12, 30, 5, 7);
const quiet = (): void => undefined;

const aVault = async () => {
  const vault = await vaultIn(tempFolder());
  onTestFinished(() => vault.close());
  await vault.create('correct horse battery staple');
  for (let count = 0; count < 40; count += 1) saveEntry(vault.journal(), anEntry());
  const { folder, vaultKey, header } = vault.current();
  const order: SnapshotOrder = {
    database: join(folder, 'journal.db'),
    folder: snapshotsFolder(folder),
    name: nameOf(NOW, header.generation),
    vaultKey,
    vaultId: header.vaultId,
    header: readFileSync(join(folder, 'header.a.json')),
    generation: header.generation,
    takenAt: NOW,
    reason: 'asked',
  };
  return { vault, order };
};

const verify = ({ folder, name, vaultKey }: SnapshotOrder) => verifySnapshot({ folder, name, vaultKey }, quiet);

describe('a snapshot', () => {
  it('holds the journal as it was, encrypted, and proves it', async () => {
    const { vault, order } = await aVault();
    const manifest = takeSnapshot(order, quiet);
    expect(manifest).toMatchObject({ takenAt: NOW, reason: 'asked', vaultId: order.vaultId, schema: 1 });
    expect(manifest.counts.entry).toBe(40);
    saveEntry(vault.journal(), anEntry());
    expect(verify(order)).toEqual(manifest);
    const folder = join(order.folder, order.name);
    expect(readdirSync(order.folder)).toEqual([order.name]);
    expect(readdirSync(folder).sort()).toEqual(['header.json', 'journal.db', 'manifest.json']);
    expect(readFileSync(filesOf(folder).database).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(statSync(filesOf(folder).database).mode & 0o777).toBe(0o600);
  });

  it('is named after its moment, and tells it again', () => {
    expect(nameOf(NOW, 3)).toBe('20261121T123005007Z-3');
    expect(timeOf(nameOf(NOW, 3))).toBe(NOW);
  });

  it('goes unnoticed when it is not finished, and is cleared up by the next', async () => {
    const { order } = await aVault();
    let ticks = 0;
    const pull = (): void => {
      ticks += 1;
      if (ticks === 2) throw new Error('the machine stops here');
    };
    expect(() => takeSnapshot(order, pull)).toThrow();
    expect(readdirSync(order.folder)).toEqual([]);
    writeFileSync(join(order.folder, '.unfinished-old'), 'half');
    takeSnapshot(order, quiet);
    expect(listNames(order.folder)).toEqual([order.name]);
    expect(readdirSync(order.folder)).toEqual([order.name]);
  });
});

describe('damage to a snapshot', () => {
  it('is found wherever a bit is flipped', async () => {
    const { order } = await aVault();
    takeSnapshot(order, quiet);
    const files = filesOf(join(order.folder, order.name as SnapshotName));
    for (const file of [files.header, files.manifest, files.database]) {
      const whole = readFileSync(file);
      for (let round = 0; round < 60; round += 1) {
        const harmed = Buffer.from(whole);
        const at = Math.floor((whole.length * round) / 60);
        harmed[at] = (harmed[at] ?? 0) ^ (1 << (round % 8));
        writeFileSync(file, harmed);
        expect(() => verify(order), `${file} at ${at}`).toThrow('SNAPSHOT_DAMAGED');
      }
      writeFileSync(file, whole);
    }
    expect(verify(order).counts.entry).toBe(40);
  });

  it('is found where its end is missing, or something was added, or a file', async () => {
    const { order } = await aVault();
    takeSnapshot(order, quiet);
    const { database, manifest, header } = filesOf(join(order.folder, order.name));
    const whole = readFileSync(database);
    for (const length of [0, 4096, whole.length - 4096]) {
      truncateSync(database, length);
      expect(() => verify(order)).toThrow('SNAPSHOT_DAMAGED');
      writeFileSync(database, whole);
    }
    writeFileSync(database, Buffer.concat([whole, Buffer.alloc(4096)]));
    expect(() => verify(order)).toThrow('SNAPSHOT_DAMAGED');
    writeFileSync(database, whole);
    for (const file of [manifest, header]) {
      const bytes = readFileSync(file);
      writeFileSync(file, '');
      expect(() => verify(order)).toThrow('SNAPSHOT_DAMAGED');
      writeFileSync(file, bytes);
    }
    verify(order);
  });

  it('by somebody without the key is found although all sums are right', async () => {
    const { order } = await aVault();
    takeSnapshot(order, quiet);
    const other = { ...order, vaultKey: new Uint8Array(32) };
    expect(() => verify(other)).toThrow('SNAPSHOT_DAMAGED');
  });
});
