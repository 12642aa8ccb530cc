import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#tests/faults/support/act';
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
import { killAtSteps } from '#tests/faults/support/kill-at-steps';
import { anEntry } from '#tests/support/builders';
import { howOften, noteFault } from '#tests/support/how-often';
import { EXPORT_PASSPHRASE, tempExports } from '#tests/support/temp-exports';
import { tempFolder } from '#tests/support/temp-folder';
import { quickSmith } from '#tests/support/temp-vault';
import { readExport } from '#worker/exports/read-export';
import { saveEntry } from '#worker/services/entries';

const WRITING_ROUNDS = howOften({ short: 6, full: 2000 });

const { original, copied } = originalJournal();

const ticket = randomUUID();

describe('killed at any step', () => {
  it('while a journal is made: there is none, or one that opens', { timeout: 1_800_000 }, async () => {
    const prepare = () => ({
      home: join(tempFolder(), 'journals'),
      calls: [{ method: 'vault.create', input: { passphrase: OLD } }] as const,
    });
    await killAtSteps('making a journal', prepare, async (home, acknowledged) => {
      const { vault } = await open(home);
      const { state } = vault.status();
      if (acknowledged) expect(state).toBe('locked');
      if (state === 'locked') expect(await opensWith(home, OLD)).toBe(0);
    });
  });

  it('while the passphrase is changed: the old one opens it, or the new one', { timeout: 1_800_000 }, async () => {
    const change = { method: 'vault.changePassphrase', input: { current: OLD, next: NEW } } as const;
    await killAtSteps(
      'changing the passphrase',
      () => ({ home: copied(), calls: [unlock, change] }),
      async (home, acknowledged) => {
        const [before, after] = [await opensWith(home, OLD), await opensWith(home, NEW)];
        expect([before, after].filter((kept) => kept === ENTRIES + 1)).toHaveLength(1);
        if (acknowledged) expect(after).toBe(ENTRIES + 1);
      },
    );
  });

  it('while a snapshot is taken: all that are there are whole, and the next one is taken', {
    timeout: 1_800_000,
  }, async () => {
    const take = { method: 'snapshots.take', input: { job: randomUUID() } } as const;
    await killAtSteps(
      'taking a snapshot',
      () => ({ home: copied(), calls: [unlock, take] }),
      async (home, acknowledged) => {
        const { vault, snapshots } = await open(home);
        await vault.unlock(OLD);
        const known = snapshots.list().snapshots;
        if (acknowledged) expect(known).toHaveLength(2);
        for (const { name } of known) await snapshots.verify(randomUUID(), name);
        await snapshots.take(randomUUID(), 'asked');
        expect(readdirSync(snapshots.list().folder).filter((name) => name.startsWith('.'))).toEqual([]);
        vault.close();
      },
    );
  });

  it('while a snapshot is brought back: the journal of before opens, or that of then, and both are there', {
    timeout: 1_800_000,
  }, async () => {
    const restore = () =>
      ({ method: 'snapshots.restore', input: { job: randomUUID(), name: original.snapshot } }) as const;
    await killAtSteps(
      'going back to a snapshot',
      () => ({ home: copied(), calls: [unlock, restore()] }),
      async (home, acknowledged) => {
        const kept = await opensWith(home, OLD);
        expect([ENTRIES, ENTRIES + 1]).toContain(kept);
        if (acknowledged) expect(kept).toBe(ENTRIES);
        const { vault, index } = await open(home);
        const [old] = index.replaced();
        if (kept === ENTRIES) vault.select(old?.id ?? '');
        expect(await opensWith(home, OLD)).toBe(ENTRIES + 1);
      },
    );
  });

  it('while an export is written: the one from before is there, or the new one, whole', {
    timeout: 1_800_000,
  }, async () => {
    const target = (home: string): string => join(home, '..', 'journal.ebb.age');
    const prepare = () => {
      const home = copied();
      const input = { job: randomUUID(), target: ticket, passphrase: EXPORT_PASSPHRASE };
      return { home, calls: [unlock, { method: 'exports.write', input, files: { [ticket]: target(home) } }] as const };
    };
    const { sodium } = await quickSmith();
    const nothing = (): void => undefined;
    await killAtSteps('writing an export', prepare, async (home, acknowledged) => {
      if (acknowledged) expect(existsSync(target(home))).toBe(true);
      if (existsSync(target(home))) {
        const hooks = { onManifest: nothing, onRecord: nothing, onProgress: nothing };
        const { counts } = await readExport(sodium, { file: target(home), passphrase: EXPORT_PASSPHRASE }, hooks);
        expect(counts.entry).toBe(ENTRIES + 1);
      }
      expect(await opensWith(home, OLD)).toBe(ENTRIES + 1);
    });
  });

  it('while an export is read into a new journal: the journal of before opens, or the new one, whole', {
    timeout: 1_800_000,
  }, async () => {
    const { create, write, file, vault } = await tempExports();
    const journal = await create();
    for (let count = 0; count < 3; count += 1) saveEntry(journal, anEntry());
    await write(file);
    vault.close();
    const prepare = () => {
      const input = { job: randomUUID(), source: ticket, passphrase: EXPORT_PASSPHRASE, newPassphrase: NEW };
      return { home: copied(), calls: [{ method: 'exports.restore', input, files: { [ticket]: file } }] as const };
    };
    await killAtSteps('reading an export into a new journal', prepare, async (home, acknowledged) => {
      const [before, after] = [await opensWith(home, OLD), await opensWith(home, NEW)];
      expect(acknowledged ? [null, 3] : [before, after]).toEqual([before, after]);
      expect([before, after].filter((kept) => kept !== null)).toHaveLength(1);
      const { vault: here, index } = await open(home);
      for (const id of index.list()) {
        here.select(id);
        expect([await opensWith(home, OLD), await opensWith(home, NEW)]).toContain(
          id === basename(original.folder) ? ENTRIES + 1 : 3,
        );
      }
    });
  });
});

it('killed at random while somebody writes: not one acknowledged word is lost', { timeout: 3_600_000 }, async () => {
  let acknowledged = 0;
  for (let round = 0; round < WRITING_ROUNDS; round += 1) {
    const home = copied();
    const { lines } = await act({ home, calls: [unlock], endless: true, dieAfterMs: 20 + Math.random() * 400 });
    const { vault } = await open(home);
    await vault.unlock(OLD);
    expectPromised(vault.journal(), promisedIn(lines));
    acknowledged += lines.length - 1;
    vault.close();
  }
  expect(acknowledged).toBeGreaterThan(0);
  noteFault(
    'kill -9 at random while somebody writes',
    WRITING_ROUNDS,
    `0 of ${acknowledged.toLocaleString('en')} acknowledged saves`,
  );
});
