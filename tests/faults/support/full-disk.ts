import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { SnapshotName } from '#core/snapshot';
import { type ActorCall, type ActorLine, type ActorStep, act } from '#tests/faults/support/act';
import { NEW, OLD, unlock } from '#tests/faults/support/journals';
import { onSmallDisk } from '#tests/faults/support/small-disk';
import { anEntry, anId } from '#tests/support/builders';
import { EXPORT_PASSPHRASE } from '#tests/support/temp-exports';

const ticket = randomUUID();

/** Makes a journal: of the cases the one that begins with none. */
export const create = { method: 'vault.create', input: { passphrase: OLD } } as const;
/** How many entries there are. */
export const count = { method: 'entries.count', input: {} } as const;
export const listSnapshots = { method: 'snapshots.list', input: {} } as const;
export const take = (): ActorCall => ({ method: 'snapshots.take', input: { job: randomUUID() } });
/** More words than the journal has taken of the disk already. */
export const flood = (): ActorCall => ({ method: 'entries.save', input: anEntry({ text: 'flood '.repeat(30_000) }) });

const answers = {
  ...({ mood: 2, craving: null, energy: null, confidence: null, sleepMinutes: null } as const),
  ...{ halt: [], feelings: [], note: 'flood '.repeat(30_000) },
};
/** Something that writes. */
export type Case = {
  readonly what: string;
  /** Before the disk is full. */
  readonly before: readonly ActorStep[];
  /** What is tried on the full disk, and again when there is room. */
  readonly tried: ActorCall;
  /** Looks at what is there; asked before and after the failure, where it must say the same. */
  readonly look: readonly ActorStep[];
};

/** An operation that writes belongs into this list. */
export const casesFor = (snapshot: () => SnapshotName): readonly Case[] => [
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
      return { method: 'snapshots.restore', input: { job: randomUUID(), name: snapshot() } } as const;
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

/** The code that the actor's call was answered with. */
export const codeOf = (line: ActorLine | undefined): string =>
  line === undefined || !('method' in line) ? 'nothing' : line.result.ok ? 'done' : line.result.error.code;

/** What lies there, but for what SQLite keeps beside an open journal and what fills the disk. */
const isOurs = (name: string): boolean => !/-(wal|shm)$|filler$|in-use\.lock$/.test(name);

/** What was seen, for comparing. */
export const lookOf = (lines: readonly ActorLine[]): string =>
  JSON.stringify(
    lines.map((line) => {
      if ('listed' in line) return [...line.listed].filter(isOurs).sort();
      if (!('method' in line) || line.method !== 'snapshots.list' || !line.result.ok) return line;
      // That nothing more could be taken is to be told, but not here.
      return { ...(line.result.value as object), problem: null };
    }),
  );

/** Runs the steps on a full disk and once more with room; fails unless the first says why, leaves nothing, and the second works. */
export const onFullDisk = async ({ before, tried, look }: Case, home: string, disk = home): Promise<void> => {
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

/** The same on a disk that has a little room left: either that is enough, or it is as on a full one. Answers whether it was not. */
export const onNearlyFullDisk = async (item: Case, home: string, spareKib: number): Promise<boolean> => {
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
  // What was there before is what was looked at, and may be tried again.
  const more = namesIn(after).filter((name) => !namesIn(before).includes(name));
  expect(more.filter((name) => /unfinished|trial/.test(name))).toEqual([]);
  const counted = (all: readonly ActorLine[]) => all.filter((line) => 'method' in line && line.method === count.method);
  expect(counted(after)).toEqual(counted(before));
  expect(codeOf(lines.at(-1))).toBe('done');
  return true;
};
