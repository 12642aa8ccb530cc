import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportLine } from '#core/export-line';
import type { RecordId } from '#core/record';
import type { Result } from '#core/result';
import type { SnapshotName } from '#core/snapshot';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { type ActorCall, type ActorLine, act } from '#tests/faults/support/act';
import { anEntry } from '#tests/support/builders';
import { exportText, sealText } from '#tests/support/export-files';
import { codeOf } from '#tests/support/finished-vault';
import { EXPORT_PASSPHRASE } from '#tests/support/temp-exports';
import { tempFolder } from '#tests/support/temp-folder';
import { tempJournal } from '#tests/support/temp-journal';
import { quickSmith } from '#tests/support/temp-vault';
import { threadFile } from '#tests/support/threads';
import { exportLines } from '#worker/exports/export-lines';
import { readExport } from '#worker/exports/read-export';
import { systemClock } from '#worker/journal';
import { countJournal, readEntry, saveEntry } from '#worker/services/entries';
import { keyChangeService } from '#worker/services/key-change';
import { mergeService } from '#worker/services/merges';
import { snapshotService } from '#worker/services/snapshots';
import { vaultService } from '#worker/services/vault';
import { openJournalIndex } from '#worker/vault/journal-index';

/** How often each is killed; many more by `npm run faults`. */
const ROUNDS = Number(process.env.EBB_FAULT_ROUNDS ?? 6);
const OLD = 'slow river morning';
const NEW = 'quiet harbour lantern';
const ENTRIES = 12;

/** The app's own services over a folder of journals, with the quick key derivation of tests. */
const open = async (home: string) => {
  const smith = await quickSmith();
  const index = openJournalIndex(home);
  const vault = vaultService({ smith, index, fillSample: () => undefined });
  const quiet = (): void => undefined;
  const thread = threadFile('snapshot-thread');
  const snapshots = snapshotService({ vault, smith, index, thread, onProgress: quiet, onChanged: quiet });
  return { vault, snapshots, index };
};

/** A finished journal with some entries, one export of it and one snapshot; each round works on a copy. */
const original = { home: '', recoveryKey: '', snapshot: '' as SnapshotName, ids: [] as RecordId[] };

beforeAll(async () => {
  original.home = join(mkdtempSync(join(tmpdir(), 'ebb-kill-')), 'journals');
  const { vault, snapshots } = await open(original.home);
  original.recoveryKey = (await vault.create(OLD)).groups.join(' ');
  for (let count = 0; count < ENTRIES; count += 1) original.ids.push(saveEntry(vault.journal(), anEntry()).id);
  original.snapshot = (await snapshots.take(randomUUID(), 'asked')).name;
  original.ids.push(saveEntry(vault.journal(), anEntry()).id);
  vault.close();
});

afterAll(() => rmSync(join(original.home, '..'), { recursive: true, force: true }));

const copied = (): string => {
  const home = join(tempFolder(), 'journals');
  cpSync(original.home, home, { recursive: true });
  return home;
};

const unlock = { method: 'vault.unlock', input: { passphrase: OLD } } as const;
const ticket = randomUUID();

/** The steps at which a run of so many is killed: all, or as many as there are rounds, spread over it. */
const stepsOf = (total: number): number[] =>
  total <= ROUNDS
    ? Array.from({ length: total }, (_, index) => index + 1)
    : Array.from({ length: ROUNDS }, (_, round) => 1 + Math.floor(((round + Math.random()) * total) / ROUNDS));

/** Runs `calls` once to its end, then again and again, killed before one step after the other; `check` looks at what is left. */
const killAtSteps = async (
  prepare: () => { home: string; calls: readonly ActorCall[] },
  check: (home: string, acknowledged: boolean, lines: readonly ActorLine[]) => Promise<void>,
): Promise<void> => {
  const whole = prepare();
  const { steps, exit, lines: said } = await act(whole);
  expect(exit).toBe(0);
  await check(whole.home, true, said);
  for (const dieAtStep of stepsOf(steps)) {
    const round = prepare();
    const { lines } = await act({ ...round, dieAtStep });
    await check(round.home, lines.length === round.calls.length, lines);
  }
};

const opensWith = async (home: string, passphrase: string): Promise<number | null> => {
  const { vault } = await open(home);
  const code = await codeOf(() => vault.unlock(passphrase));
  const kept = code === 'nothing' ? countJournal(vault.journal()).kept : null;
  vault.close();
  return kept;
};

/** The recovery key that was shown, when the actor came so far. */
const shownKey = (lines: readonly ActorLine[]): string | null => {
  for (const line of lines) {
    if (!('method' in line) || line.method !== 'vault.prepareKeyChange' || !line.result.ok) continue;
    return (line.result as Result<RecoveryKeyOffer> & { ok: true }).value.groups.join(' ');
  }
  return null;
};

/** Whether a recovery key opens the current journal; leaves it locked. */
const opensWithKey = async (home: string, recoveryKey: string | null): Promise<boolean> => {
  if (recoveryKey === null) return false;
  const { vault } = await open(home);
  const code = await codeOf(() => vault.unlockWithRecoveryKey(recoveryKey));
  vault.close();
  return code === 'nothing';
};

describe('killed at any step', () => {
  it('while a journal is made: there is none, or one that opens', { timeout: 1_800_000 }, async () => {
    const prepare = () => ({
      home: join(tempFolder(), 'journals'),
      calls: [{ method: 'vault.create', input: { passphrase: OLD } }] as const,
    });
    await killAtSteps(prepare, async (home, acknowledged) => {
      const { vault } = await open(home);
      const { state } = vault.status();
      if (acknowledged) expect(state).toBe('locked');
      if (state === 'locked') expect(await opensWith(home, OLD)).toBe(0);
    });
  });

  it('while the passphrase is changed: the old one opens it, or the new one', { timeout: 1_800_000 }, async () => {
    const change = { method: 'vault.changePassphrase', input: { current: OLD, next: NEW } } as const;
    await killAtSteps(
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

  it('while the key is changed: the journal opens with the passphrase, and with the recovery key that goes with it', {
    timeout: 1_800_000,
  }, async () => {
    const calls = (): readonly ActorCall[] => [
      unlock,
      { method: 'vault.prepareKeyChange', input: { passphrase: OLD } },
      { method: 'vault.settleRecoveryKey', input: { keep: true } },
      { method: 'vault.changeKey', input: { job: randomUUID() } },
    ];
    await killAtSteps(
      () => ({ home: copied(), calls: calls() }),
      async (home, acknowledged, lines) => {
        expect(await opensWith(home, OLD)).toBe(ENTRIES + 1);
        const changed = await opensWithKey(home, shownKey(lines));
        expect(await opensWithKey(home, original.recoveryKey)).toBe(!changed);
        if (acknowledged) expect(changed).toBe(true);
        const { vault, index, snapshots } = await open(home);
        expect(index.list()).toHaveLength(1);
        expect(readdirSync(home).filter((name) => !name.startsWith('index.json'))).toHaveLength(changed ? 2 : 1);
        await vault.unlock(OLD);
        for (const { name } of snapshots.list().snapshots) await snapshots.verify(randomUUID(), name);
        vault.close();
        const [old] = index.replaced();
        expect(old !== undefined).toBe(changed);
        if (old !== undefined) vault.select(old.id);
        expect(await opensWithKey(home, original.recoveryKey)).toBe(true);
      },
    );
  });

  it('while copies under an earlier key are removed: the journal opens, and the rest goes the next time', {
    timeout: 1_800_000,
  }, async () => {
    const changed = copied();
    const change: readonly ActorCall[] = [
      unlock,
      { method: 'vault.prepareKeyChange', input: { passphrase: OLD } },
      { method: 'vault.settleRecoveryKey', input: { keep: true } },
      { method: 'vault.changeKey', input: { job: randomUUID() } },
    ];
    expect((await act({ home: changed, calls: change })).exit).toBe(0);
    const prepare = () => {
      const home = join(tempFolder(), 'journals');
      cpSync(changed, home, { recursive: true });
      return { home, calls: [unlock, { method: 'vault.removeEarlierCopies', input: {} }] as const };
    };
    const smith = await quickSmith();
    await killAtSteps(prepare, async (home, acknowledged) => {
      const { vault, snapshots, index } = await open(home);
      await vault.unlock(OLD);
      expect(countJournal(vault.journal()).kept).toBe(ENTRIES + 1);
      const unsaved = { handOn: () => undefined };
      const thread = threadFile('snapshot-thread');
      const keyChange = keyChangeService({ vault, smith, index, snapshots, unsaved, thread });
      if (acknowledged) expect(keyChange.copiesLeft()).toBeNull();
      if (keyChange.copiesLeft() !== null) await keyChange.removeCopies();
      expect(keyChange.copiesLeft()).toBeNull();
      const own = basename(vault.current().folder);
      expect(readdirSync(home).filter((name) => !name.startsWith('index.json'))).toEqual([own]);
      const { name: first } = snapshots.list().snapshots[0] ?? {};
      await snapshots.verify(randomUUID(), first as SnapshotName);
      vault.close();
    });
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
    await killAtSteps(prepare, async (home, acknowledged) => {
      if (acknowledged) expect(existsSync(target(home))).toBe(true);
      if (existsSync(target(home))) {
        const hooks = { onManifest: nothing, onRecord: nothing, onProgress: nothing };
        const { counts } = await readExport(sodium, { file: target(home), passphrase: EXPORT_PASSPHRASE }, hooks);
        expect(counts.entry).toBe(ENTRIES + 1);
      }
      expect(await opensWith(home, OLD)).toBe(ENTRIES + 1);
    });
  });

  it('while an export is merged: all of it is there or nothing, and nothing is left beside the journal', {
    timeout: 1_800_000,
  }, async () => {
    const file = join(original.home, '..', 'elsewhere.ebb.age');
    const elsewhere = tempJournal();
    for (let count = 0; count < ENTRIES; count += 1) saveEntry(elsewhere, anEntry());
    await sealText(file, exportText([...exportLines(elsewhere.db)] as ExportLine[]));
    const prepare = () => {
      const input = { job: randomUUID(), source: ticket, passphrase: EXPORT_PASSPHRASE };
      const look = { method: 'merge.look', input, files: { [ticket]: file } } as const;
      const run = { method: 'merge.run', input: { job: randomUUID(), deletions: 'keep' } } as const;
      return { home: copied(), calls: [unlock, look, run] as const };
    };
    await killAtSteps(prepare, async (home, acknowledged) => {
      const kept = await opensWith(home, OLD);
      expect([ENTRIES + 1, 2 * ENTRIES + 1]).toContain(kept);
      if (acknowledged) expect(kept).toBe(2 * ENTRIES + 1);
      const { vault, snapshots } = await open(home);
      const quiet = (): void => undefined;
      const thread = threadFile('export-thread');
      mergeService({ vault, smith: { clock: systemClock }, home, thread, snapshots, onProgress: quiet });
      expect(readdirSync(home).filter((name) => name.startsWith('.unfinished'))).toEqual([]);
    });
  });
});

it('killed at random while somebody writes: not one acknowledged word is lost', { timeout: 3_600_000 }, async () => {
  let acknowledged = 0;
  for (let round = 0; round < 4 * ROUNDS; round += 1) {
    const home = copied();
    const { lines } = await act({ home, calls: [unlock], endless: true, dieAfterMs: 20 + Math.random() * 400 });
    const { vault } = await open(home);
    await vault.unlock(OLD);
    const promised = new Map<string, number>();
    for (const line of lines) if ('saved' in line) promised.set(line.saved, line.length);
    for (const [id, length] of promised) {
      const [paragraph] = readEntry(vault.journal(), id as RecordId).body.content;
      const text =
        paragraph?.type === 'paragraph' && paragraph.content?.[0]?.type === 'text' ? paragraph.content[0].text : '';
      expect(text.length).toBeGreaterThanOrEqual(length);
    }
    expect(countJournal(vault.journal()).kept).toBeGreaterThanOrEqual(ENTRIES + 1 + promised.size);
    acknowledged += lines.length - 1;
    vault.close();
  }
  expect(acknowledged).toBeGreaterThan(0);
});
