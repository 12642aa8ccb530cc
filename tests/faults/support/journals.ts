import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { documentText } from '#core/document';
import type { ExportLine } from '#core/export-line';
import type { RecordId } from '#core/record';
import type { SnapshotName } from '#core/snapshot';
import type { ActorLine } from '#tests/faults/support/act';
import { anEntry } from '#tests/support/builders';
import { exportText, sealText } from '#tests/support/export-files';
import { codeOf } from '#tests/support/finished-vault';
import { toFirstSchema } from '#tests/support/first-schema';
import { tempFolder } from '#tests/support/temp-folder';
import { tempJournal } from '#tests/support/temp-journal';
import { quickSmith } from '#tests/support/temp-vault';
import { threadFile } from '#tests/support/threads';
import { exportLines } from '#worker/exports/export-lines';
import type { Journal } from '#worker/journal';
import { countJournal, readEntry, saveEntry } from '#worker/services/entries';
import { type SnapshotService, snapshotService } from '#worker/services/snapshots';
import { vaultService } from '#worker/services/vault';
import type { Keysmith } from '#worker/vault/build-vault';
import { openJournalIndex } from '#worker/vault/journal-index';

/** What the journals of these tests are opened with. */
export const OLD = 'slow river morning';
/** What their passphrase is changed to. */
export const NEW = 'quiet harbour lantern';
/** How many entries the snapshot of the original holds; one more was written after it. */
export const ENTRIES = 12;

/** Unlocks with the old passphrase. */
export const unlock = { method: 'vault.unlock', input: { passphrase: OLD } } as const;

let shared: Promise<Keysmith> | undefined;

/** The app's own services over a folder of journals, with the quick key derivation of tests. */
export const open = async (home: string) => {
  shared ??= quickSmith();
  const smith = await shared;
  const index = openJournalIndex(home);
  const quiet = (): void => undefined;
  const vault = vaultService({
    smith,
    index,
    fillSample: quiet,
    beforeMigration: (opened) => snapshots.beforeMigration(opened),
  });
  const thread = threadFile('snapshot-thread');
  const snapshots: SnapshotService = snapshotService({
    vault,
    smith,
    index,
    thread,
    onProgress: quiet,
    onChanged: quiet,
  });
  return { vault, snapshots, index, smith };
};

/** Makes the journal in `home` one of the first schema again. */
export const makeOlder = async (home: string): Promise<void> => {
  const { vault } = await open(home);
  await vault.unlock(OLD);
  toFirstSchema(vault.current().db);
  vault.close();
};

/** How many entries are kept in the journal that `passphrase` opens; null when it opens none. */
export const opensWith = async (home: string, passphrase: string): Promise<number | null> => {
  const { vault } = await open(home);
  const code = await codeOf(() => vault.unlock(passphrase));
  const kept = code === 'nothing' ? countJournal(vault.journal()).kept : null;
  vault.close();
  return kept;
};

/** How many characters of each entry were acknowledged as saved. */
export const promisedIn = (lines: readonly ActorLine[]): Map<string, number> =>
  new Map(lines.flatMap((line) => ('saved' in line ? [[line.saved, line.length] as const] : [])));

/** Fails unless a journal holds everything that was promised. */
export const expectPromised = (journal: Journal, promised: ReadonlyMap<string, number>): void => {
  for (const [id, length] of promised) {
    const text = documentText(readEntry(journal, id as RecordId).body);
    expect(text.length).toBeGreaterThanOrEqual(length);
  }
  expect(countJournal(journal).kept).toBeGreaterThanOrEqual(ENTRIES + 1 + promised.size);
};

/** Writes an export of another journal with as many entries as the original's snapshot holds; answers with its file. */
export const exportOfAnother = async (folder: string): Promise<string> => {
  const file = join(folder, 'elsewhere.ebb.age');
  const elsewhere = tempJournal();
  for (let count = 0; count < ENTRIES; count += 1) saveEntry(elsewhere, anEntry());
  await sealText(file, exportText([...exportLines(elsewhere.db)] as ExportLine[]));
  return file;
};

/** A finished journal with some entries and one snapshot, made once for a file of tests; each round works on a copy. */
export const originalJournal = () => {
  const original = { home: '', folder: '', recoveryKey: '', snapshot: '' as SnapshotName, ids: [] as RecordId[] };
  beforeAll(async () => {
    original.home = join(mkdtempSync(join(tmpdir(), 'ebb-kill-')), 'journals');
    const { vault, snapshots } = await open(original.home);
    original.recoveryKey = (await vault.create(OLD)).groups.join(' ');
    for (let count = 0; count < ENTRIES; count += 1) original.ids.push(saveEntry(vault.journal(), anEntry()).id);
    original.snapshot = (await snapshots.take(randomUUID(), 'asked')).name;
    original.ids.push(saveEntry(vault.journal(), anEntry()).id);
    original.folder = vault.current().folder;
    vault.close();
  });
  afterAll(() => rmSync(join(original.home, '..'), { recursive: true, force: true }));
  const copied = (): string => {
    const home = join(tempFolder(), 'journals');
    cpSync(original.home, home, { recursive: true });
    return home;
  };
  return { original, copied };
};
