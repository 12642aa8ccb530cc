import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '#core/errors';
import type { SnapshotManifest, SnapshotName } from '#core/snapshot';
import { anEntry } from '#tests/support/builders';
import { tempFolder } from '#tests/support/temp-folder';
import { vaultIn } from '#tests/support/temp-vault';
import { currentSchema } from '#worker/db/migrate';
import { sql } from '#worker/db/sql';
import { countJournal, saveEntry } from '#worker/services/entries';
import { checkDatabase } from '#worker/snapshots/check-database';
import { readPages, type Tick } from '#worker/snapshots/read-pages';
import { filesOf, listNames, nameOf, snapshotsFolder, timeOf } from '#worker/snapshots/snapshot-files';
import { beginSnapshot, type SnapshotOrder, takeSnapshot } from '#worker/snapshots/take-snapshot';
import { verifySnapshot } from '#worker/snapshots/verify-snapshot';
import { databaseKey } from '#worker/vault/keys';

const NOW = Date.UTC(2026, 10, 21, 12, 30, 5, 7);
const quiet = (): void => undefined;

const aVault = async () => {
  const vault = await vaultIn(tempFolder());
  onTestFinished(() => vault.close());
  await vault.create('correct horse battery staple');
  for (let count = 0; count < 40; count += 1) saveEntry(vault.journal(), anEntry());
  const { folder, vaultKey, header, db } = vault.current();
  const order: SnapshotOrder = {
    database: join(folder, 'journal.db'),
    handle: db.handle,
    folder: snapshotsFolder(folder),
    name: nameOf(NOW, header.generation),
    vaultKey,
    vaultId: header.vaultId,
    header: readFileSync(join(folder, 'header.a.json')),
    generation: header.generation,
    takenAt: NOW,
    reason: 'asked',
  };
  /** Takes it as the app does, with all of the work on this one thread; `meanwhile` is between its two halves. */
  const take = (tick: Tick = quiet, meanwhile = quiet): Promise<SnapshotManifest> => {
    const onCopied = beginSnapshot(vault.current().db, order);
    meanwhile();
    const help = { tick, onCopied, readPages: async (file: string) => readPages(file, databaseKey(vaultKey), quiet) };
    return takeSnapshot(order, help);
  };
  return { vault, order, take };
};

/** Where the system's own cache of the file shows it to every reader. */
const flipIn = (file: string, at: number): void => {
  const handle = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 1;
  writeSync(handle, byte, 0, 1, at);
  closeSync(handle);
};

const verify = ({ folder, name, vaultKey }: SnapshotOrder) => verifySnapshot({ folder, name, vaultKey }, quiet);

describe('a snapshot', () => {
  it('holds the journal as it was, encrypted, and proves it', async () => {
    const { vault, order, take } = await aVault();
    const manifest = await take();
    expect(manifest).toMatchObject({ takenAt: NOW, reason: 'asked', vaultId: order.vaultId, schema: currentSchema });
    expect(manifest.counts.entry).toBe(40);
    saveEntry(vault.journal(), anEntry());
    expect(verify(order)).toEqual(manifest);
    const folder = join(order.folder, order.name);
    expect(readdirSync(order.folder)).toEqual([order.name]);
    expect(readdirSync(folder).sort()).toEqual(['header.json', 'journal.db', 'manifest.json']);
    expect(readFileSync(filesOf(folder).database).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(statSync(filesOf(folder).database).mode & 0o777).toBe(0o600);
  });

  it('holds the journal of the moment it was begun, whatever is written while it is taken', async () => {
    const { vault, order, take } = await aVault();
    const write = (): void => {
      for (let count = 0; count < 300; count += 1) saveEntry(vault.journal(), anEntry({ text: 'later '.repeat(500) }));
    };
    const manifest = await take(quiet, write);
    expect(manifest.counts.entry).toBe(40);
    expect(verify(order)).toEqual(manifest);
    expect(countJournal(vault.journal()).kept).toBe(340);
  });

  it('holds what has not been carried over into the file of the journal yet', async () => {
    const { vault, order, take } = await aVault();
    vault.current().db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const before = statSync(order.database).size;
    saveEntry(vault.journal(), anEntry({ text: 'only in the log '.repeat(1000) }));
    expect(statSync(order.database).size).toBe(before);
    expect((await take()).counts.entry).toBe(41);
  });

  // Closing any descriptor of a file takes all locks of the process on it away; where Linux lists them, that can be seen.
  it.runIf(existsSync('/proc/locks'))('leaves SQLite its locks on the journal', async () => {
    const { order, take } = await aVault();
    const locks = (): number => {
      const { ino } = statSync(order.database);
      return readFileSync('/proc/locks', 'utf8').split(`:${ino} `).length - 1;
    };
    const before = locks();
    expect(before).toBeGreaterThan(0);
    await take();
    expect(locks()).toBe(before);
  });

  // Every page is as it was written, and what is wrong lies in how they hang together.
  it.each(['draft', 'entry_text_data'])(
    'is none where SQLite finds a table damaged that SQLCipher does not (%s)',
    async (table) => {
      const { vault, order, take } = await aVault();
      const { db } = vault.current();
      db.exec(`PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'entry')
      WHERE name = '${table}';
      PRAGMA writable_schema = OFF`);
      expect(db.all(sql`PRAGMA cipher_integrity_check`)).toEqual([]);
      await expect(take()).rejects.toEqual(new AppError('DATABASE_DAMAGED'));
      expect(listNames(order.folder)).toEqual([]);
      const copy = join(order.folder, 'copy.db');
      copyFileSync(order.database, copy);
      copyFileSync(`${order.database}-wal`, `${copy}-wal`);
      expect(() => checkDatabase(copy, databaseKey(order.vaultKey), quiet)).toThrow(new AppError('SNAPSHOT_DAMAGED'));
    },
  );

  it('is none of a journal that is damaged in its middle, and says that the journal is', async () => {
    const { vault, order, take } = await aVault();
    for (let count = 0; count < 40; count += 1) saveEntry(vault.journal(), anEntry({ text: 'a page '.repeat(400) }));
    vault.current().db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const { size } = statSync(order.database);
    flipIn(order.database, Math.floor(size / 2));
    await expect(take()).rejects.toEqual(new AppError('DATABASE_DAMAGED'));
    expect(readdirSync(order.folder)).toEqual([]);
    expect(statSync(order.database).size).toBe(size);
  });

  it('is none where the copy alone is damaged, and nothing is said against the journal', async () => {
    const { vault, order, take } = await aVault();
    const onCopied = beginSnapshot(vault.current().db, order);
    const readCopy = async (file: string): Promise<void> => {
      flipIn(file, Math.floor(statSync(file).size / 2));
      readPages(file, databaseKey(order.vaultKey), quiet);
    };
    const taking = takeSnapshot(order, { tick: quiet, onCopied, readPages: readCopy });
    await expect(taking).rejects.toEqual(new AppError('SNAPSHOT_DAMAGED'));
    expect((await take()).counts.entry).toBe(40);
  });

  it('says how much of its file holds something', async () => {
    const { vault, order, take } = await aVault();
    const { used = 0, size } = await take();
    expect(used).toBeLessThanOrEqual(size);
    vault.current().db.exec('DELETE FROM entry');
    rmSync(join(order.folder, order.name), { recursive: true });
    expect((await take()).used).toBeLessThan(used);
  });

  it('is named after its moment, and tells it again', () => {
    expect(nameOf(NOW, 3)).toBe('20261121T123005007Z-3');
    expect(timeOf(nameOf(NOW, 3))).toBe(NOW);
  });

  it('goes unnoticed when it is not finished, and is cleared up by the next', async () => {
    const { order, take } = await aVault();
    let ticks = 0;
    const pull = (): void => {
      ticks += 1;
      if (ticks === 2) throw new Error('the machine stops here');
    };
    await expect(take(pull)).rejects.toThrow();
    expect(readdirSync(order.folder)).toEqual([]);
    writeFileSync(join(order.folder, '.unfinished-old'), 'half');
    await take();
    expect(listNames(order.folder)).toEqual([order.name]);
    expect(readdirSync(order.folder)).toEqual([order.name]);
  });
});

describe('damage to a snapshot', () => {
  it('is found wherever a bit is flipped', async () => {
    const { order, take } = await aVault();
    await take();
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
    const { order, take } = await aVault();
    await take();
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
    const { order, take } = await aVault();
    await take();
    const other = { ...order, vaultKey: new Uint8Array(32) };
    expect(() => verify(other)).toThrow('SNAPSHOT_DAMAGED');
  });
});
