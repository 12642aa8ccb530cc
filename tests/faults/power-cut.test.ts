import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SnapshotSummary } from '#core/snapshot';
import { type ActorLine, type ActorStep, isDone } from '#tests/faults/support/act';
import {
  ENTRIES,
  expectPromised,
  NEW,
  OLD,
  open,
  opensWith,
  originalJournal,
  promisedIn,
  unlock,
} from '#tests/faults/support/journals';
import { cutPower, rebased } from '#tests/faults/support/power-cut';
import { journalsIn, recordCalls } from '#tests/faults/support/record-calls';
import { allMercy, shadowDisk } from '#tests/faults/support/shadow-disk';
import { anEntry } from '#tests/support/builders';
import { howOften, noteFault } from '#tests/support/how-often';
import { EXPORT_PASSPHRASE, tempExports } from '#tests/support/temp-exports';
import { tempFolder } from '#tests/support/temp-folder';
import { readExport } from '#worker/exports/read-export';
import { countJournal, saveEntry } from '#worker/services/entries';

const { original } = originalJournal();
const ticket = randomUUID();
const unlockNew = { method: 'vault.unlock', input: { passphrase: NEW } } as const;

/** Every file under a folder by its name, but for what SQLite keeps in memory only. */
const filesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile() && !item.name.endsWith('-shm'))
      .map((item) => join(item.parentPath, item.name))
      .sort()
      .map((file) => [file.slice(folder.length), readFileSync(file).toString('base64')]),
  );

/** A whole evening: words, another passphrase, a snapshot, an export, and the way back to an older snapshot. */
const evening = (): readonly ActorStep[] => [
  unlock,
  { write: { entries: 2, words: 6000 } },
  { method: 'vault.changePassphrase', input: { current: OLD, next: NEW } },
  { write: { entries: 1, words: 40 } },
  { method: 'snapshots.take', input: { job: randomUUID() } },
  {
    method: 'exports.write',
    input: { job: randomUUID(), target: ticket, passphrase: EXPORT_PASSPHRASE },
    files: { [ticket]: '$FOLDER/journal.ebb.age' },
  },
  { write: { entries: 1, words: 40 } },
  { method: 'snapshots.restore', input: { job: randomUUID(), name: original.snapshot } },
  unlockNew,
];

const passphraseAfter = async (home: string, lines: readonly ActorLine[]): Promise<string> => {
  const works = [];
  for (const passphrase of [OLD, NEW]) if ((await opensWith(home, passphrase)) !== null) works.push(passphrase);
  expect(works).toHaveLength(1);
  if (isDone(lines, 'vault.changePassphrase')) expect(works).toEqual([NEW]);
  return works[0] ?? '';
};

/** Exports that were read whole, by their bytes: deriving the key of each takes longest of all. */
const readWhole = new Set<string>();

const checkExport = async (file: string, lines: readonly ActorLine[], sodium: Parameters<typeof readExport>[0]) => {
  if (isDone(lines, 'exports.write')) expect(existsSync(file)).toBe(true);
  if (!existsSync(file)) return;
  const bytes = readFileSync(file).toString('base64');
  if (readWhole.has(bytes)) return;
  const nothing = (): void => undefined;
  const hooks = { onManifest: nothing, onRecord: nothing, onProgress: nothing };
  const { counts } = await readExport(sodium, { file, passphrase: EXPORT_PASSPHRASE }, hooks);
  expect(counts.entry).toBe(ENTRIES + 4);
  readWhole.add(bytes);
};

const takenIn = (lines: readonly ActorLine[]): string[] =>
  lines.flatMap((line) =>
    'method' in line && line.method === 'snapshots.take' && line.result.ok
      ? [(line.result.value as SnapshotSummary).name]
      : [],
  );

const checkEvening = async (folder: string, lines: readonly ActorLine[]): Promise<void> => {
  const home = journalsIn(folder);
  const passphrase = await passphraseAfter(home, lines);
  const { vault, snapshots, index, smith } = await open(home);
  const isBack = (await opensWith(home, passphrase)) === ENTRIES;
  if (isDone(lines, 'snapshots.restore')) expect(isBack).toBe(true);
  // What was written since lies in the journal that was replaced.
  if (isBack) vault.select(index.replaced()[0]?.id ?? '');
  await vault.unlock(passphrase);
  expectPromised(vault.journal(), promisedIn(lines));
  const names = snapshots.list().snapshots.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([original.snapshot, ...takenIn(lines)]));
  for (const name of names) await snapshots.verify(randomUUID(), name);
  vault.close();
  await checkExport(join(folder, 'journal.ebb.age'), lines, smith.sodium);
};

describe('after a power cut', () => {
  it('everything acknowledged is there, and every name stands for something whole', {
    timeout: 3_600_000,
  }, async () => {
    const recorded = await recordCalls(evening(), { from: original.home });
    const cuts = await cutPower(recorded, howOften({ short: 8, full: 1000 }), checkEvening);
    noteFault('power cut while writing, changing the passphrase, taking a snapshot, exporting, going back', cuts, '0');
  });

  it('a journal that was made is there, or none is', { timeout: 3_600_000 }, async () => {
    const create = { method: 'vault.create', input: { passphrase: OLD } } as const;
    const take = { method: 'snapshots.take', input: { job: randomUUID() } } as const;
    const recorded = await recordCalls([create, { write: { entries: 2, words: 40 } }, take], {});
    const cuts = await cutPower(recorded, howOften({ short: 8, full: 500 }), async (folder, lines) => {
      const home = journalsIn(folder);
      const { vault, snapshots } = await open(home);
      const { state } = vault.status();
      if (isDone(lines, 'vault.create')) expect(state).toBe('locked');
      if (state === 'none') return;
      await vault.unlock(OLD);
      expect(countJournal(vault.journal()).kept).toBeGreaterThanOrEqual(promisedIn(lines).size);
      const names = snapshots.list().snapshots.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(takenIn(lines)));
      for (const name of names) await snapshots.verify(randomUUID(), name);
      vault.close();
    });
    noteFault('power cut while a journal is made and first written in', cuts, '0');
  });

  it('an export was read into a new journal, whole, or the one of before is as it was', {
    timeout: 3_600_000,
  }, async () => {
    const { create, write, file, vault } = await tempExports();
    const journal = await create();
    for (let count = 0; count < 3; count += 1) saveEntry(journal, anEntry());
    await write(file);
    vault.close();
    const input = { job: randomUUID(), source: ticket, passphrase: EXPORT_PASSPHRASE, newPassphrase: NEW };
    const recorded = await recordCalls([{ method: 'exports.restore', input, files: { [ticket]: file } }], {
      from: original.home,
    });
    const cuts = await cutPower(recorded, howOften({ short: 8, full: 500 }), async (folder, lines) => {
      const home = journalsIn(folder);
      const [before, after] = [await opensWith(home, OLD), await opensWith(home, NEW)];
      expect([before, after]).toEqual(
        after === null && !isDone(lines, 'exports.restore') ? [ENTRIES + 1, null] : [null, 3],
      );
    });
    noteFault('power cut while an export is read into a new journal', cuts, '0');
  });

  it('nothing is overlooked: what was recorded comes to the very files that are there', async () => {
    const { before, folder, traced } = await recordCalls([unlock, { write: { entries: 1, words: 40 } }], {
      from: original.home,
    });
    const disk = shadowDisk(before);
    for (const call of traced) disk.take(rebased(call, folder, before));
    const copy = join(tempFolder(), 'copy');
    mkdirSync(copy);
    disk.cut(copy, allMercy);
    expect(filesIn(copy)).toEqual(filesIn(folder));
    expect(traced.some((call) => call.type === 'sync' && call.path.endsWith('journal.db-wal'))).toBe(true);
  });
});
