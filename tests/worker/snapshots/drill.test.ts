import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#core/errors';
import { aCheckIn, aGoal, anEntry } from '#tests/support/builders';
import { codeOf } from '#tests/support/finished-vault';
import { EXPORT_PASSPHRASE } from '#tests/support/temp-exports';
import { tempFolder } from '#tests/support/temp-folder';
import { traceOf } from '#tests/support/temp-inside';
import { tempSnapshots } from '#tests/support/temp-snapshots';
import { quickSmith } from '#tests/support/temp-vault';
import { threadFile } from '#tests/support/threads';
import { saveSetting } from '#worker/repositories/setting';
import { binCheckIn, saveCheckIn } from '#worker/services/check-ins';
import { drillService } from '#worker/services/drill';
import { binEntry, saveEntry } from '#worker/services/entries';
import { exportService } from '#worker/services/exports';
import { saveGoal } from '#worker/services/goals';
import { clearTrialFolders } from '#worker/vault/trial-folder';

const DAY = 86_400_000;

const tempDrill = async () => {
  const test = await tempSnapshots();
  const { vault, service, home, clock } = test;
  const smith = await quickSmith(clock);
  const thread = threadFile('export-thread');
  const exports = exportService({ vault, smith, home, thread, app: '0', workFactor: 1, onProgress: () => undefined });
  const drill = drillService({ vault, smith, home, snapshots: service, exports });
  const file = join(tempFolder(), 'journal.ebb.age');
  return {
    ...test,
    drill,
    exports,
    file,
    /** Whatever stands beside the journals. */
    strangers: (): string[] => readdirSync(home).filter((name) => name.startsWith('.')),
    write: () => exports.write({ job: randomUUID(), file, passphrase: EXPORT_PASSPHRASE }),
    testExport: (passphrase = EXPORT_PASSPHRASE) => drill.export({ job: randomUUID(), file, passphrase }),
  };
};

const flip = (file: string): void => {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

/** Fills a journal with something of every kind, some of it in the bin. */
const fillAll = ({ vault }: Awaited<ReturnType<typeof tempDrill>>) => {
  const journal = vault.journal();
  saveEntry(journal, anEntry({ title: 'Earlier', at: 1_780_000_000_000 }));
  const last = saveEntry(journal, anEntry({ title: 'The last page', at: 1_790_000_000_000 }));
  const binned = saveEntry(journal, anEntry({ at: 1_791_000_000_000 }));
  binEntry(journal, binned.id);
  saveCheckIn(journal, aCheckIn());
  binCheckIn(journal, saveCheckIn(journal, aCheckIn()).id);
  saveGoal(journal, aGoal());
  return { entries: 2, checkIns: 1, goals: 1, last: { day: last.day, title: 'The last page' } };
};

describe('testing a backup', () => {
  it('reads the newest whole snapshot back, tells what is in it, notes the day, and leaves nothing behind', async () => {
    const test = await tempDrill();
    const held = fillAll(test);
    const { name, takenAt } = await test.take();
    test.later(DAY);
    const before = traceOf(test.folder);
    expect(test.drill.last()).toBeNull();
    expect(await test.drill.snapshot(randomUUID(), null)).toMatchObject({ madeAt: takenAt, ...held });
    const of = { kind: 'snapshot', takenAt };
    expect(test.drill.last()).toEqual({ day: test.vault.journal().today(), of, whole: true, lastWhole: null });
    expect(test.strangers()).toEqual([]);
    expect(traceOf(test.folder)).toEqual(before);
    expect(existsSync(join(test.folder, name))).toBe(true);
    expect(test.vault.status()).toMatchObject({ state: 'open', checkOffer: null });
  });

  it('reads one that was chosen', async () => {
    const test = await tempDrill();
    test.fill(2);
    const { name } = await test.take();
    test.fill(3);
    await test.take();
    expect(await test.drill.snapshot(randomUUID(), name)).toMatchObject({ entries: 2 });
    expect(await test.drill.snapshot(randomUUID(), null)).toMatchObject({ entries: 5 });
  });

  it('passes over a newest one that was found damaged, and says so where that one was chosen', async () => {
    const test = await tempDrill();
    test.fill(2);
    await test.take();
    test.fill(3);
    const { name } = await test.take();
    flip(join(test.folder, name, 'journal.db'));
    expect(await codeOf(() => test.drill.snapshot(randomUUID(), name))).toBe('SNAPSHOT_DAMAGED');
    expect(test.drill.last()).toMatchObject({ whole: false });
    expect(test.service.list().snapshots[0]).toMatchObject({ name, damaged: true });
    expect(await test.drill.snapshot(randomUUID(), null)).toMatchObject({ entries: 2 });
    expect(test.drill.last()).toMatchObject({ whole: true });
    expect(test.strangers()).toEqual([]);
  });

  it('reads an export back under its passphrase', async () => {
    const test = await tempDrill();
    const held = fillAll(test);
    await test.write();
    test.later(1000);
    const made = test.clock.now() - 1000;
    expect(await test.testExport()).toMatchObject({ madeAt: made, ...held });
    expect(test.drill.last()).toMatchObject({ whole: true });
    expect(test.strangers()).toEqual([]);
  });

  it('notes what it was of, and after a bad end still when the last good one was', async () => {
    const test = await tempDrill();
    test.fill(3, 'so that there is something in the middle of the file to harm');
    const { takenAt } = await test.take();
    await test.write();
    await test.drill.snapshot(randomUUID(), null);
    const good = { day: test.vault.journal().today(), of: { kind: 'snapshot', takenAt } };
    flip(test.file);
    test.later(DAY);
    const bad = { day: test.vault.journal().today(), of: { kind: 'export', name: 'journal.ebb.age' }, whole: false };
    for (const again of [1, 2]) {
      expect(await codeOf(test.testExport), `time ${again}`).toBe('EXPORT_DAMAGED');
      expect(test.drill.last(), `time ${again}`).toEqual({ ...bad, lastWhole: good });
    }
  });

  it('takes up a note that does not say what was tested', async () => {
    const test = await tempDrill();
    const day = test.vault.journal().today();
    saveSetting(test.vault.journal().db, 'backup-tested', JSON.stringify({ day, whole: true }));
    expect(test.drill.last()).toEqual({ day, of: null, whole: true, lastWhole: null });
  });

  it.each<[ErrorCode, (file: string) => void, string, { whole: boolean } | null]>([
    ['WRONG_PASSPHRASE', () => undefined, 'another one', null],
    ['NOT_AN_EXPORT', (file) => writeFileSync(file, 'a letter'), EXPORT_PASSPHRASE, null],
    ['EXPORT_DAMAGED', flip, EXPORT_PASSPHRASE, { whole: false }],
    ['NOT_FOUND', () => undefined, '', null],
  ])('fails with %s, and leaves nothing behind', async (code, harm, passphrase, noted) => {
    const test = await tempDrill();
    test.fill(3, 'so that there is something in the middle of the file to harm');
    await test.write();
    harm(test.file);
    const work = () => (code === 'NOT_FOUND' ? test.drill.snapshot(randomUUID(), null) : test.testExport(passphrase));
    expect(await codeOf(work)).toBe(code);
    expect(test.drill.last()).toEqual(noted === null ? null : expect.objectContaining(noted));
    expect(test.strangers()).toEqual([]);
  });

  it('stops when asked to, and notes nothing', async () => {
    const test = await tempDrill();
    test.fill(3);
    await test.take();
    const job = randomUUID();
    const running = test.drill.snapshot(job, null);
    await test.service.cancel(job);
    expect(await codeOf(() => running)).toBe('CANCELLED');
    await test.drill.close();
    expect(test.drill.last()).toBeNull();
    expect(test.strangers()).toEqual([]);
  });

  it('removes what a crash left behind, and no journal', async () => {
    const test = await tempDrill();
    mkdirSync(join(test.home, '.trial-left', 'journal'), { recursive: true });
    writeFileSync(join(test.home, '.trial-left', 'journal', 'journal.db'), 'x');
    const others = readdirSync(test.home).filter((name) => !name.startsWith('.'));
    clearTrialFolders(test.home);
    expect(readdirSync(test.home)).toEqual(others);
  });

  it('is offered 90 days after the last time, together with the recovery key, until it is put aside', async () => {
    const test = await tempDrill();
    test.fill(1);
    await test.take();
    test.later(90 * DAY);
    expect(test.vault.status()).toMatchObject({ checkOffer: { backup: true, key: false } });
    test.vault.putCheckOfferAside();
    expect(test.vault.status()).toMatchObject({ checkOffer: null });
    test.later(90 * DAY);
    expect(test.vault.status()).toMatchObject({ checkOffer: { backup: true } });
    await test.drill.snapshot(randomUUID(), null);
    expect(test.vault.status()).toMatchObject({ checkOffer: null });
  });
});
