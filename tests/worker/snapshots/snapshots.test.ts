import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '#core/record';
import type { SnapshotName } from '#core/snapshot';
import { aCheckIn, anEntry } from '#tests/support/builders';
import { codeOf } from '#tests/support/finished-vault';
import { tempFolder } from '#tests/support/temp-folder';
import { tempSnapshots } from '#tests/support/temp-snapshots';
import { deleteEntry } from '#worker/repositories/entry';
import { binCheckIn, saveCheckIn } from '#worker/services/check-ins';
import { binEntry, readEntry, saveEntry } from '#worker/services/entries';

const DAY = 86_400_000;

describe('snapshots by themselves', () => {
  it('one on the first opening of a day, none on the second', async () => {
    const test = await tempSnapshots();
    await test.service.opened();
    expect(test.service.list().snapshots).toMatchObject([{ reason: 'daily', entries: 0, damaged: false }]);
    test.later(3_600_000);
    await test.service.opened();
    expect(test.names()).toHaveLength(1);
    test.later(DAY);
    await test.service.opened();
    expect(test.names()).toHaveLength(2);
    expect(test.told.length).toBeGreaterThan(0);
  });

  it('one on a new day in a journal that stays open', async () => {
    const test = await tempSnapshots();
    await test.service.opened();
    await test.service.keepUp();
    expect(test.service.list().snapshots).toHaveLength(1);
    test.later(DAY);
    await test.service.keepUp();
    expect(test.service.list().snapshots).toMatchObject([{ reason: 'daily' }, { reason: 'daily' }]);
    test.vault.close();
    await test.service.keepUp();
  });

  it('one after thirty changed records, however often each was changed', async () => {
    const test = await tempSnapshots();
    const [id] = test.fill(29);
    for (let change = 0; change < 40; change += 1) {
      const entry = readEntry(test.vault.journal(), id as RecordId);
      saveEntry(test.vault.journal(), anEntry({ id: entry.id, baseVersion: entry.version, text: `again ${change}` }));
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(test.told).toEqual([]);
    test.fill(1);
    await expect.poll(() => test.told.length).toBe(1);
    expect(test.service.list().snapshots).toMatchObject([{ reason: 'changes', entries: 30 }]);
  });

  it('again after thirty more, where one could not be taken, however often each is changed meanwhile', async () => {
    const test = await tempSnapshots();
    writeFileSync(test.folder, 'not a folder');
    const [id] = test.fill(30);
    await expect.poll(() => test.told.length).toBe(1);
    const entry = readEntry(test.vault.journal(), id as RecordId);
    saveEntry(test.vault.journal(), anEntry({ id: entry.id, baseVersion: entry.version, text: 'again' }));
    await new Promise((resolve) => setImmediate(resolve));
    expect(test.service.list().problem).not.toBeNull();
    rmSync(test.folder);
    test.fill(30);
    await expect.poll(() => test.told.length).toBe(2);
    expect(test.service.list()).toMatchObject({ problem: null, snapshots: [{ reason: 'changes', entries: 60 }] });
  });

  it('none of a sample journal', async () => {
    const test = await tempSnapshots();
    test.vault.close();
    await test.vault.openSample();
    await test.service.opened();
    expect(test.service.list().snapshots).toEqual([]);
    expect(await codeOf(() => test.service.take(randomUUID(), 'asked'))).toBe('LOCKED');
  });

  it('each is read again after a week, and damage is told then', async () => {
    const test = await tempSnapshots();
    test.fill(10);
    await test.service.opened();
    const [first] = test.service.list().snapshots;
    const file = join(test.folder, first?.name as string, 'journal.db');
    const bytes = readFileSync(file);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    test.later(6 * DAY);
    await test.service.opened();
    expect(test.service.list().snapshots.map(({ damaged }) => damaged)).toEqual([false, false]);
    test.later(DAY);
    await test.service.opened();
    expect(test.service.list().snapshots.find(({ name }) => name === first?.name)).toMatchObject({
      damaged: true,
      verifiedAt: null,
    });
  });

  it('says why none could be taken, and that it could again', async () => {
    const test = await tempSnapshots();
    writeFileSync(test.folder, 'not a folder');
    await test.service.opened();
    expect(test.service.list()).toMatchObject({ snapshots: [], problem: expect.any(String) });
    rmSync(test.folder);
    await test.service.opened();
    expect(test.service.list()).toMatchObject({ problem: null });
    expect(test.names()).toHaveLength(1);
  });
});

describe('a journal without a verified backup', () => {
  it('says so after two weeks in which it was used, once, until there is another', async () => {
    const test = await tempSnapshots();
    const status = () => test.vault.status();
    await test.service.opened();
    const { takenAt } = test.service.list().snapshots[0] as { takenAt: number };
    expect(status()).toMatchObject({ backupVerifiedAt: takenAt, backupOverdue: false });
    const unable = test.unable();
    test.later(15 * DAY);
    await unable.opened();
    // Nothing was written since: all there is lies in the last backup.
    expect(status()).toMatchObject({ backupVerifiedAt: takenAt, backupOverdue: false });
    test.fill(1);
    expect(status()).toMatchObject({ backupOverdue: false });
    await unable.opened();
    expect(status()).toMatchObject({ backupVerifiedAt: takenAt, backupOverdue: true });
    test.vault.seeBackupOverdue();
    await unable.opened();
    expect(status()).toMatchObject({ backupOverdue: false });
    test.later(DAY);
    await test.service.opened();
    expect(status()).toMatchObject({ backupVerifiedAt: test.clock.now(), backupOverdue: false });
    test.later(20 * DAY);
    test.fill(1);
    rmSync(test.folder, { recursive: true });
    await unable.opened();
    expect(status()).toMatchObject({ backupVerifiedAt: null, backupOverdue: true });
    test.vault.seeBackupOverdue();
    test.later(DAY);
    await test.service.opened();
    test.later(20 * DAY);
    test.fill(1);
    rmSync(test.folder, { recursive: true });
    await unable.opened();
    // Told once each time: there was one in between.
    expect(status()).toMatchObject({ backupVerifiedAt: null, backupOverdue: true });
  });

  it('that was taken away is told of no more, and there is another within a minute', async () => {
    const test = await tempSnapshots();
    await test.service.opened();
    expect(test.vault.status()).toMatchObject({ backupVerifiedAt: test.clock.now() });
    rmSync(test.folder, { recursive: true });
    expect(test.vault.status()).toMatchObject({ backupVerifiedAt: null });
    test.later(1);
    test.service.lookAround();
    await expect.poll(test.names, { timeout: 20_000 }).toHaveLength(1);
    await expect.poll(() => test.vault.status()).toMatchObject({ backupVerifiedAt: test.clock.now() });
  });

  it('that was taken away is told once, wherever it is seen first, and that another is made', async () => {
    const test = await tempSnapshots();
    await test.service.opened();
    expect(test.service.list().lost).toBeNull();
    expect(test.vault.status()).toMatchObject({ backupsLost: false });
    rmSync(test.folder, { recursive: true });
    const before = test.told.length;
    test.later(1);
    expect(test.service.list()).toMatchObject({ snapshots: [], lost: { copies: null } });
    await expect.poll(() => test.service.list().snapshots, { timeout: 20_000 }).toHaveLength(1);
    expect(test.told.length).toBeGreaterThan(before);
    expect(test.vault.status()).toMatchObject({ backupsLost: true });
    test.service.seeLost();
    expect(test.vault.status()).toMatchObject({ backupsLost: false });
    test.service.lookAround();
    expect(test.service.list().lost).toBeNull();
  });

  it('that was taken away is told at once by the next look around, and with how many copies there are', async () => {
    const test = await tempSnapshots();
    const stick = join(tempFolder(), 'stick');
    mkdirSync(stick);
    await test.service.opened();
    test.service.chooseSecond(stick);
    await test.take();
    const second = () => test.service.list().second;
    await expect.poll(() => [second()?.missing, second()?.newest], { timeout: 20_000 }).toEqual([0, test.clock.now()]);
    rmSync(test.folder, { recursive: true });
    const before = test.told.length;
    test.service.lookAround();
    expect(test.told).toHaveLength(before + 1);
    expect(test.service.list().lost).toEqual({ copies: 2 });
    expect(test.vault.status()).toMatchObject({ backupVerifiedAt: null, backupsLost: true });
    await expect.poll(() => test.service.list().snapshots, { timeout: 20_000 }).toHaveLength(1);
  });

  it('that went away with the whole folder is not told as removed: the drive may have been taken out', async () => {
    const test = await tempSnapshots();
    await test.service.opened();
    renameSync(test.vaultFolder, `${test.vaultFolder}-away`);
    test.service.lookAround();
    renameSync(`${test.vaultFolder}-away`, test.vaultFolder);
    expect(test.service.list().lost).toBeNull();
    expect(test.vault.status()).toMatchObject({ backupsLost: false });
  });

  it('tells of the newest that is still there and was found whole', async () => {
    const test = await tempSnapshots();
    test.fill(1);
    const [first, second] = [await test.take(), await test.take()];
    expect(test.vault.status()).toMatchObject({ backupVerifiedAt: second.takenAt });
    rmSync(join(test.folder, second.name), { recursive: true });
    expect(test.vault.status()).toMatchObject({ backupVerifiedAt: first.takenAt });
    const file = join(test.folder, first.name, 'journal.db');
    const bytes = readFileSync(file);
    bytes[6000] = (bytes[6000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await codeOf(() => test.service.verify(randomUUID(), first.name))).toBe('SNAPSHOT_DAMAGED');
    expect(test.vault.status()).toMatchObject({ backupVerifiedAt: null });
  });

  it('still has its export, wherever that lies', async () => {
    const test = await tempSnapshots();
    await test.service.opened();
    test.later(DAY);
    test.vault.recordBackup('export');
    rmSync(test.folder, { recursive: true });
    expect(test.vault.status()).toMatchObject({ backupVerifiedAt: test.clock.now() });
  });
});

describe('what is kept', () => {
  it('goes by age, and one from a clock that was ahead neither goes nor stands in the way', async () => {
    const test = await tempSnapshots();
    test.fill(3);
    test.later(3650 * DAY);
    await test.take();
    test.later(-3650 * DAY);
    for (let count = 0; count < 8; count += 1) await test.take();
    expect(test.names()).toHaveLength(6);
    expect(test.service.list().snapshots.every(({ damaged }) => !damaged)).toBe(true);
  });

  it('is everything, once the journal is much smaller than it was, until the person says that this is right', async () => {
    const test = await tempSnapshots();
    const ids = test.fill(25, 'words '.repeat(1000));
    await test.take();
    for (const id of ids) deleteEntry(test.vault.journal().db, id);
    for (let count = 0; count < 8; count += 1) await test.take();
    expect(test.names()).toHaveLength(9);
    expect(test.service.list().paused).toBe(true);
    test.service.acceptSmaller();
    expect(test.service.list().paused).toBe(false);
    await test.take();
    expect(test.names()).toHaveLength(5);
  });
});

describe('asked for', () => {
  it('one is taken, read again, and told as the last backup', async () => {
    const test = await tempSnapshots();
    test.fill(4);
    const taken = await test.take();
    expect(taken).toMatchObject({ entries: 4, reason: 'asked', damaged: false, verifiedAt: test.clock.now() });
    test.later(5000);
    await test.service.verify(randomUUID(), taken.name);
    expect(test.service.list().snapshots).toMatchObject([{ verifiedAt: test.clock.now() }]);
    test.vault.close();
    expect(test.vault.status()).toMatchObject({ backupVerifiedAt: taken.takenAt });
  });

  it('one counts what the journal shows, without what is deleted and could still come back', async () => {
    const test = await tempSnapshots();
    const [gone] = test.fill(4);
    if (gone === undefined) throw new Error('nothing written');
    const journal = test.vault.journal();
    binEntry(journal, gone);
    saveCheckIn(journal, aCheckIn());
    binCheckIn(journal, saveCheckIn(journal, aCheckIn()).id);
    expect(await test.take()).toMatchObject({ entries: 3, checkIns: 1 });
  });

  it('one that is not there is not found, and nothing outside is looked at', async () => {
    const test = await tempSnapshots();
    const name = '20261121T123005007Z-1' as SnapshotName;
    expect(await codeOf(() => test.service.verify(randomUUID(), name))).toBe('NOT_FOUND');
  });

  it('two at once come one after the other', async () => {
    const test = await tempSnapshots();
    test.fill(4);
    const first = test.take();
    const second = test.take();
    expect((await first).name).not.toBe((await second).name);
    expect(test.names()).toHaveLength(2);
  });

  it('one that waits for another can be cancelled at once, and the other goes on', async () => {
    const test = await tempSnapshots();
    test.fill(20);
    const [first, second] = [randomUUID(), randomUUID()];
    const taking = test.service.take(first, 'asked');
    const waiting = codeOf(() => test.service.take(second, 'asked'));
    await test.service.cancel(second);
    expect(await waiting).toBe('CANCELLED');
    expect(test.service.list().snapshots).toEqual([]);
    expect(await taking).toMatchObject({ entries: 20 });
    expect(test.names()).toHaveLength(1);
  });

  it('stops when the journal closes, and leaves nothing behind', async () => {
    const test = await tempSnapshots();
    test.fill(20);
    const taking = codeOf(() => test.take());
    await test.service.close();
    expect(['CANCELLED', 'nothing']).toContain(await taking);
    expect(
      readdirSync(join(test.folder, '..')).includes('snapshots')
        ? test.names().filter((name) => name.startsWith('.'))
        : [],
    ).toEqual([]);
    expect(await codeOf(() => test.take())).toBe('CANCELLED');
  });
});
