import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SnapshotName } from '#core/snapshot';
import { type ActorCall, type ActorLine, act } from '#tests/faults/support/act';
import { damagedCopy, look } from '#tests/faults/support/damaged';
import {
  type Case,
  casesFor,
  codeOf,
  count,
  create,
  flood,
  listSnapshots,
  lookOf,
  onFullDisk,
  onNearlyFullDisk,
  take,
} from '#tests/faults/support/full-disk';
import {
  ENTRIES,
  exportOfAnother,
  makeOlder,
  NEW,
  OLD,
  opensWith,
  originalJournal,
  unlock,
} from '#tests/faults/support/journals';
import { onSmallDisk } from '#tests/faults/support/small-disk';
import { anEntry } from '#tests/support/builders';
import { howOften, noteFault } from '#tests/support/how-often';
import { EXPORT_PASSPHRASE, tempExports } from '#tests/support/temp-exports';
import { tempFolder } from '#tests/support/temp-folder';
import { saveEntry } from '#worker/services/entries';

const { original, copied } = originalJournal();
const cases = casesFor(() => original.snapshot);
const ticket = randomUUID();

/** The most room that is left where the disk becomes full only in the middle of an operation. */
const SPARE_KIB = 600;
/** Enough for most of the snapshot that is taken before a merge, and too little for all of it (measured: up to 300). */
const SOME_KIB = 250;

describe('on a disk that becomes full in the middle it is the same: when', () => {
  const rounds = howOften({ short: 0, full: 12 });

  const tryWith = async (item: Case, spareKib: number): Promise<boolean> => {
    const home = item.tried === create ? join(tempFolder(), 'journals') : copied();
    mkdirSync(home, { recursive: true });
    await exportOfAnother(dirname(home));
    return onNearlyFullDisk(item, home, spareKib);
  };

  it.each(cases.filter(({ what }) => what === 'an export is merged'))(
    '$what, with room for some of it',
    { timeout: 120_000 },
    async (item) => expect(await tryWith(item, SOME_KIB)).toBe(true),
  );

  // All of them in the rounds of npm run faults.
  it.each(rounds === 0 ? [] : cases)('$what', { timeout: 1_800_000 }, async (item) => {
    let full = 0;
    for (let round = 0; round < rounds; round += 1) {
      if (await tryWith(item, Math.ceil(((round + Math.random()) * SPARE_KIB) / rounds))) full += 1;
    }
    if (full > 0) noteFault(`disk full in the middle, when ${item.what}`, full, '0');
  });
});

describe('on a full disk it is said so, nothing half remains, and it works once there is room: when', () => {
  it.each(cases)(
    '$what',
    async (item) => {
      const home = item.tried === create ? join(tempFolder(), 'journals') : copied();
      mkdirSync(home, { recursive: true });
      await exportOfAnother(dirname(home));
      await onFullDisk(item, home);
      noteFault(`disk full when ${item.what}`, 1, '0');
    },
    120_000,
  );

  it('an export is read into a new journal', async () => {
    const { create: make, write, file, vault } = await tempExports();
    saveEntry(await make(), anEntry({ text: 'flood '.repeat(30_000) }));
    await write(file);
    vault.close();
    const input = { job: randomUUID(), source: ticket, passphrase: EXPORT_PASSPHRASE, newPassphrase: NEW };
    const tried = { method: 'exports.restore', input, files: { [ticket]: file } } as const;
    await onFullDisk({ what: '', before: [], tried, look: [] }, copied());
    noteFault('disk full when an export is read into a new journal', 1, '0');
  }, 120_000);

  it.each([
    ['a damaged journal comes back from a snapshot', 'recovery.restore'],
    ['a damaged journal is put together again', 'recovery.takeSalvage'],
  ] as const)('%s', { timeout: 120_000 }, async (what, method) => {
    const home = damagedCopy(original, copied());
    const job = randomUUID();
    const tried: ActorCall =
      method === 'recovery.restore'
        ? { method, input: { job, name: original.snapshot, goOnCopying: false } }
        : { method, input: { job } };
    await onFullDisk({ what, before: [look], tried, look: [] }, home);
    noteFault(`disk full when ${what}`, 1, '0');
  });

  it('a journal of an older schema is unlocked', { timeout: 120_000 }, async () => {
    const home = copied();
    await makeOlder(home);
    await onFullDisk({ what: '', before: [], tried: unlock, look: [] }, home);
    noteFault('disk full when a journal of an older schema is unlocked', 1, '0');
  });

  it('a snapshot of an older schema is looked into', { timeout: 120_000 }, async () => {
    const home = copied();
    await makeOlder(home);
    expect(await opensWith(home, OLD)).toBe(ENTRIES + 1);
    const name = readdirSync(join(home, basename(original.folder), 'snapshots'))
      .filter((file) => /^\d/.test(file))
      .sort()
      .at(-1) as SnapshotName;
    const tried = { method: 'inside.open', input: { job: randomUUID(), name } } as const;
    await onFullDisk({ what: '', before: [unlock], tried, look: [count] }, home);
    noteFault('disk full when a snapshot of an older schema is looked into', 1, '0');
  });

  it('a journal is unlocked', async () => {
    const home = copied();
    const filler = join(home, 'filler');
    const { lines } = await act({
      home,
      calls: [{ fill: filler }, unlock, { free: filler }, unlock, count, { fill: filler }, flood(), count],
      goOn: true,
      under: onSmallDisk(home),
    });
    expect(lines.map(codeOf)).toEqual(['DISK_FULL', 'done', 'done', 'DISK_FULL', 'done']);
    noteFault('disk full when a journal is unlocked', 1, '0');
  }, 120_000);

  it('copies go into a second folder', async () => {
    const stick = join(tempFolder(), 'stick');
    mkdirSync(stick);
    const filler = join(stick, 'filler');
    const choose = { method: 'snapshots.chooseSecond', input: { folder: ticket }, files: { [ticket]: stick } } as const;
    const { lines } = await act({
      home: copied(),
      // Snapshots and their copies have their turns: the last snapshot comes after the copy of the one before.
      calls: [
        unlock,
        { fill: filler },
        choose,
        take(),
        listSnapshots,
        { list: stick },
        { free: filler },
        choose,
        take(),
        take(),
        listSnapshots,
      ],
      goOn: true,
      under: onSmallDisk(stick),
    });
    const [, , , full, listed, , , , free] = lines;
    expect(lines.filter((line) => 'method' in line).map(codeOf)).toEqual(Array(8).fill('done'));
    expect(full).toMatchObject({
      result: { value: { problem: null, second: { present: true, problem: 'DISK_FULL' } } },
    });
    expect('listed' in (listed ?? {}) && lookOf([listed as ActorLine])).not.toContain('journal.db');
    expect(free).toMatchObject({ result: { value: { second: { problem: null } } } });
    noteFault('disk full in the second folder', 1, '0: told in its place');
  }, 120_000);
});
