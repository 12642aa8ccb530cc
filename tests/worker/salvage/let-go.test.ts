import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeEach, expect, it, vi } from 'vitest';
import type { WorkerReply, WorkerSetup } from '#core/worker-message';
import { codeOf } from '#tests/support/finished-vault';
import { tempFolder } from '#tests/support/temp-folder';
import { tempSnapshots } from '#tests/support/temp-snapshots';
import { threadFile } from '#tests/support/threads';
import { databaseFile } from '#worker/vault/vault-files';
import { holdVault } from '#worker/vault/vault-lock';

/** Every key that was found, and whether the disk refuses to remove anything. */
const { keys, disk } = vi.hoisted(() => ({ keys: [] as Uint8Array[], disk: { refuses: false } }));

vi.mock('#worker/vault/find-key', async (original) => {
  const real = await original<typeof import('#worker/vault/find-key')>();
  const findKey: typeof real.findKey = async (...asked) => {
    const found = await real.findKey(...asked);
    keys.push(found.vaultKey);
    return found;
  };
  return { ...real, findKey };
});

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const rmSync: typeof real.rmSync = (...asked) => {
    if (disk.refuses) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    real.rmSync(...asked);
  };
  return { ...real, rmSync };
});

beforeEach(() => {
  keys.length = 0;
  disk.refuses = false;
});

const strangers = (home: string): string[] => readdirSync(home).filter((name) => name.startsWith('.'));

/** A damaged journal, closed. */
const damaged = async () => {
  const test = await tempSnapshots();
  test.fill(20, 'words by the river '.repeat(80));
  test.vault.close();
  const file = databaseFile(test.vaultFolder);
  const bytes = readFileSync(file);
  const at = bytes.length - 2000;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  return test;
};

const isForgotten = (): boolean => keys.length === 1 && keys[0]?.every((byte) => byte === 0) === true;

it('forgets the key and lets go of the journal, even where what was salvaged cannot be removed', async () => {
  const test = await damaged();
  expect((await test.look()).salvage).not.toBeNull();
  expect(strangers(test.home)).toHaveLength(1);
  disk.refuses = true;
  await test.recovery.close();
  disk.refuses = false;
  expect(isForgotten()).toBe(true);
  holdVault(test.vaultFolder).release();
});

it('forgets the key of a journal that another holds', async () => {
  const test = await damaged();
  const { release } = holdVault(test.vaultFolder);
  expect(await codeOf(() => test.look())).toBe('VAULT_IN_USE');
  expect(isForgotten()).toBe(true);
  release();
});

it('can look once more where what was salvaged before cannot be removed', async () => {
  const test = await damaged();
  mkdirSync(join(test.home, '.unfinished-salvage-before'));
  disk.refuses = true;
  expect(await test.look()).toMatchObject({ database: 'damaged', salvageProblem: null });
  disk.refuses = false;
  await test.recovery.close();
  expect(strangers(test.home)).toEqual([]);
});

it('is gone with the next start, where a crash left it', async () => {
  const home = tempFolder();
  const left = join(home, '.unfinished-salvage-before');
  mkdirSync(left);
  writeFileSync(join(left, 'journal.db'), 'what was found');
  const threads = new URL('.', threadFile('worker')).pathname;
  const workerData: WorkerSetup = { home, threads, app: '0', checkOutput: true, kept: {} };
  const worker = new Worker(threadFile('worker'), { workerData });
  const closed = new Promise((resolve) =>
    worker.on('message', (reply: WorkerReply) => reply.type === 'closed' && resolve(null)),
  );
  worker.postMessage({ type: 'close' });
  await closed;
  await worker.terminate();
  expect(strangers(home)).toEqual([]);
});
