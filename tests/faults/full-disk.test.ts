import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SnapshotName } from '#core/snapshot';
import { type ActorCall, type ActorLine, type ActorStep, act } from '#tests/faults/support/act';
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
import { anEntry, anId } from '#tests/support/builders';
import { howOften, noteFault } from '#tests/support/how-often';
import { EXPORT_PASSPHRASE, tempExports } from '#tests/support/temp-exports';
import { tempFolder } from '#tests/support/temp-folder';
import { saveEntry } from '#worker/services/entries';

const { original, copied } = originalJournal();
const ticket = randomUUID();

const create = { method: 'vault.create', input: { passphrase: OLD } } as const;
const count = { method: 'entries.count', input: {} } as const;
const listSnapshots = { method: 'snapshots.list', input: {} } as const;
const take = (): ActorCall => ({ method: 'snapshots.take', input: { job: randomUUID() } });
// More than the journal has taken of the disk already.
const flood = (): ActorCall => ({ method: 'entries.save', input: anEntry({ text: 'flood '.repeat(30_000) }) });

const answers = {
  ...({ mood: 2, craving: null, energy: null, confidence: null, sleepMinutes: null } as const),
  ...{ halt: [], feelings: [], note: 'flood '.repeat(30_000) },
};
const look = { method: 'recovery.look', input: { job: randomUUID(), type: 'passphrase', secret: OLD } } as const;

type Case = {
  readonly what: string;
  /** Before the disk is full. */
  readonly before: readonly ActorStep[];
  /** What is tried on the full disk, and again when there is room. */
  readonly tried: ActorCall;
  /** Looks at what is there; asked before and after the failure, where it must say the same. */
  readonly look: readonly ActorStep[];
};

/** An operation that writes belongs into this list. */
const cases: readonly Case[] = [
  { what: 'a journal is made', before: [], tried: create, look: [] },
  { what: 'words are saved', before: [unlock], tried: flood(), look: [count] },
  {
    what: 'the passphrase is changed',
    before: [unlock],
    tried: { method: 'vault.changePassphrase', input: { current: OLD, next: NEW } },
    look: [count],
  },
  { what: 'a snapshot is taken', before: [unlock], tried: take(), look: [count, listSnapshots] },
  {
    what: 'a journal goes back to a snapshot',
    before: [unlock],
    get tried() {
      return { method: 'snapshots.restore', input: { job: randomUUID(), name: original.snapshot } } as const;
    },
    look: [count, listSnapshots],
  },
  {
    what: 'an export is written',
    before: [unlock],
    tried: {
      method: 'exports.write',
      input: { job: randomUUID(), target: ticket, passphrase: EXPORT_PASSPHRASE },
      files: { [ticket]: '$HOME/journal.ebb.age' },
    },
    look: [count],
  },
  {
    what: 'an export is merged',
    before: [
      unlock,
      {
        method: 'merge.look',
        input: { job: randomUUID(), source: ticket, passphrase: EXPORT_PASSPHRASE },
        files: { [ticket]: '$HOME/../elsewhere.ebb.age' },
      },
    ],
    tried: { method: 'merge.run', input: { job: randomUUID(), deletions: 'keep' } },
    look: [count, listSnapshots],
  },
  {
    what: 'the key is changed',
    before: [
      unlock,
      { method: 'vault.prepareKeyChange', input: { passphrase: OLD } },
      { method: 'vault.settleRecoveryKey', input: { keep: true } },
    ],
    tried: { method: 'vault.changeKey', input: { job: randomUUID() } },
    look: [count, listSnapshots],
  },
  {
    what: 'a form is kept as a draft',
    before: [unlock],
    tried: {
      method: 'drafts.keep',
      input: { id: anId(), content: { form: 'check-in', record: anId(), answers, at: null, touchedAt: Date.now() } },
    },
    look: [{ method: 'drafts.list', input: {} }],
  },
  {
    what: 'a snapshot is tried out',
    before: [unlock],
    tried: { method: 'drill.snapshot', input: { job: randomUUID(), name: null } },
    look: [count],
  },
];

const codeOf = (line: ActorLine | undefined): string =>
  line === undefined || !('method' in line) ? 'nothing' : line.result.ok ? 'done' : line.result.error.code;

/** What lies there, but for what SQLite keeps beside an open journal and what fills the disk. */
const isOurs = (name: string): boolean => !/-(wal|shm)$|filler$|in-use\.lock$/.test(name);

const lookOf = (lines: readonly ActorLine[]): string =>
  JSON.stringify(
    lines.map((line) => {
      if ('listed' in line) return [...line.listed].filter(isOurs).sort();
      if (!('method' in line) || line.method !== 'snapshots.list' || !line.result.ok) return line;
      // That nothing more could be taken is to be told, but not here.
      return { ...(line.result.value as object), problem: null };
    }),
  );

/** Runs the steps on a full disk and once more with room; fails unless the first says why, leaves nothing, and the second works. */
const onFullDisk = async ({ before, tried, look }: Case, home: string, disk = home): Promise<void> => {
  const filler = join(disk, 'filler');
  const seen: readonly ActorStep[] = [{ list: disk }, ...look];
  const steps = [...before, ...seen, { fill: filler }, tried, ...seen, { free: filler }, tried];
  const calls = steps.map((step) => JSON.parse(JSON.stringify(step).replaceAll('$HOME', home)) as ActorStep);
  const { lines } = await act({ home, calls, goOn: true, under: onSmallDisk(disk) });
  const first = before.length;
  const failed = first + seen.length;
  expect(lines.slice(0, first).map(codeOf)).toEqual(before.map(() => 'done'));
  expect(codeOf(lines[failed])).toBe('DISK_FULL');
  expect(lookOf(lines.slice(failed + 1, failed + 1 + seen.length))).toBe(lookOf(lines.slice(first, failed)));
  expect(codeOf(lines.at(-1))).toBe('done');
};

const namesIn = (lines: readonly ActorLine[]): string[] =>
  lines.flatMap((line) => ('listed' in line ? [...line.listed].filter(isOurs) : []));

/** How much room is left where it becomes full only in the middle of an operation. */
const SPARE_KIB = 600;

/** The same on a disk that has a little room left: either that is enough, or it is as on a full one. Answers whether it was not. */
const onNearlyFullDisk = async (item: Case, home: string, spareKib: number): Promise<boolean> => {
  const { tried } = item;
  const filler = join(home, 'filler');
  const seen: readonly ActorStep[] = [{ list: home }, ...item.look];
  const spare: ActorStep = { run: `truncate -s -${spareKib}K '${filler}'` };
  const steps = [...item.before, ...seen, { fill: filler }, spare, tried, ...seen, { free: filler }, tried];
  const calls = steps.map((step) => JSON.parse(JSON.stringify(step).replaceAll('$HOME', home)) as ActorStep);
  const { lines } = await act({ home, calls, goOn: true, under: onSmallDisk(home) });
  const first = item.before.length;
  const failed = first + seen.length;
  if (codeOf(lines[failed]) === 'done') return false;
  expect(codeOf(lines[failed])).toBe('DISK_FULL');
  const [before, after] = [lines.slice(first, failed), lines.slice(failed + 1, failed + 1 + seen.length)];
  // The snapshot that was taken first, of the journal as it is, may stay.
  expect(namesIn(after)).toEqual(expect.arrayContaining(namesIn(before)));
  expect(namesIn(after).filter((name) => /unfinished|trial/.test(name))).toEqual([]);
  const counted = (all: readonly ActorLine[]) => all.filter((line) => 'method' in line && line.method === count.method);
  expect(counted(after)).toEqual(counted(before));
  expect(codeOf(lines.at(-1))).toBe('done');
  return true;
};

describe('on a disk that becomes full in the middle it is the same: when', () => {
  const rounds = howOften({ short: 1, full: 12 });
  // In npm test one of them, another each time.
  const tried = rounds === 1 ? cases.filter((_, index) => index === new Date().getDate() % cases.length) : cases;
  it.each(tried)('$what', { timeout: 1_800_000 }, async (item) => {
    let full = 0;
    for (let round = 0; round < rounds; round += 1) {
      const home = item.tried === create ? join(tempFolder(), 'journals') : copied();
      mkdirSync(home, { recursive: true });
      await exportOfAnother(dirname(home));
      const spareKib = Math.ceil(((round + Math.random()) * SPARE_KIB) / rounds);
      if (await onNearlyFullDisk(item, home, spareKib)) full += 1;
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
    const home = copied();
    const database = join(home, basename(original.folder), 'journal.db');
    const bytes = readFileSync(database);
    // The last page: everything else can still be read.
    writeFileSync(database, bytes.fill(0, bytes.length - 2000));
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
