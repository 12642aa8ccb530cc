import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contract, type Method, type WorkerMethod, workerCalls } from '#core/contract';
import { ok } from '#core/result';
import { seededRandom, spoiled } from '#tests/support/hostile-input';
import { tempJournal } from '#tests/support/temp-journal';
import { quickSmith, vaultIn } from '#tests/support/temp-vault';
import { threadFile } from '#tests/support/threads';
import { validInputs } from '#tests/support/valid-inputs';
import { dispatcher, handlersFor, type Services } from '#worker/dispatch';
import { systemClock } from '#worker/journal';
import { drillService } from '#worker/services/drill';
import { importService } from '#worker/services/imports';
import { insideService } from '#worker/services/inside';
import { keyChangeService } from '#worker/services/key-change';
import { mergeService } from '#worker/services/merges';
import { snapshotService } from '#worker/services/snapshots';
import { unsavedService } from '#worker/services/unsaved';
import { toWireError } from '#worker/to-wire-error';
import { openJournalIndex } from '#worker/vault/journal-index';
import { loadSodium } from '#worker/vault/sodium';

/** Calls that only read and write the open journal: they can be asked thousands of times. */
const journalCalls = (Object.keys(workerCalls) as WorkerMethod[]).filter(
  (method) => !/^(vault|exports|snapshots|recovery|jobs|unsaved|inside|drill|merge|imports)\./.test(method),
);

const answerer = (services: Services) => dispatcher(handlersFor(services), { checkOutput: true });
const noFile = (): string => {
  throw new Error('no file');
};

describe('every call on the open journal', () => {
  it.each(journalCalls)(
    '%s answers as the contract says to 500 inputs that pass its gate, and never with INTERNAL',
    async (method) => {
      const journal = tempJournal();
      const answer = answerer({ vault: { journal: () => journal } } as unknown as Services);
      const random = seededRandom(journalCalls.indexOf(method) + 100);
      const schema = contract[method].input;
      const inputs = [validInputs[method], validInputs[method]] as unknown[];
      for (let tries = 0; inputs.length < 500 && tries < 200_000; tries += 1) {
        const parsed = schema.safeParse(spoiled(random, validInputs[method]));
        if (parsed.success) inputs.push(parsed.data);
      }
      const codes = new Set<string>();
      for (const input of inputs) {
        const result = await answer(method, input as never, noFile);
        codes.add(result.ok ? 'ok' : result.error.code);
      }
      codes.delete('ok');
      const allowed: readonly string[] = ['NOT_FOUND', 'CONFLICT', 'INVALID_INPUT'];
      expect([...codes].filter((code) => !allowed.includes(code))).toEqual([]);
    },
  );
});

describe('while the journal is locked', () => {
  let services: Services;

  beforeAll(async () => {
    const home = join(tmpdir(), 'ebb-test-no-journals');
    const vault = await vaultIn(home);
    const unsaved = unsavedService({ vault, sodium: await loadSodium(), kept: {}, onKept: () => undefined });
    const snapshots = snapshotService({
      vault,
      smith: { clock: systemClock, sodium: await loadSodium() },
      index: openJournalIndex(home),
      thread: threadFile('snapshot-thread'),
      onProgress: () => undefined,
      onChanged: () => undefined,
    });
    const inside = insideService({ vault, snapshots, home });
    const exports = { tryOut: () => Promise.reject(new Error('not asked for')) };
    const drill = drillService({ vault, smith: await quickSmith(), home, snapshots, exports });
    const keyChange = keyChangeService({
      vault,
      smith: { clock: systemClock },
      index: openJournalIndex(home),
      snapshots,
      unsaved,
      thread: threadFile('snapshot-thread'),
    });
    const merges = mergeService({
      vault,
      smith: { clock: systemClock },
      home,
      thread: threadFile('export-thread'),
      snapshots,
      onProgress: () => undefined,
    });
    const imports = importService({ vault, snapshots, onProgress: () => undefined });
    services = {
      vault,
      exports,
      snapshots,
      merges,
      imports,
      inside,
      drill,
      keyChange,
      unsaved,
      suggestPassphrase: () => '',
    } as unknown as Services;
  });

  it.each(
    (Object.keys(workerCalls) as WorkerMethod[]).filter(
      // Those that name a file look for it first.
      (method) => !contract[method].locked && !/^(exports\.|drill\.export$|(?:merge|imports)\.look$)/.test(method),
    ),
  )('%s answers LOCKED', async (method) => {
    const result = await answerer(services)(method, validInputs[method] as never, noFile);
    expect(result).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
  });
});

describe('what leaves the worker about an error', () => {
  it('is a code, never a message, a stack, SQL, a path or a word of the journal', () => {
    const error = Object.assign(new Error('UNIQUE constraint failed: entry.title = my secret at /home/someone'), {
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    });
    expect(toWireError(error)).toEqual({ code: 'INTERNAL' });
  });

  it.each([
    ['SQLITE_FULL', 'DISK_FULL'],
    ['ENOSPC', 'DISK_FULL'],
    ['SQLITE_READONLY_DIRECTORY', 'READ_ONLY'],
    ['EROFS', 'READ_ONLY'],
    ['ENOENT', 'FOLDER_MISSING'],
    ['SQLITE_NOTADB', 'DATABASE_DAMAGED'],
    ['SQLITE_CORRUPT_VTAB', 'DATABASE_DAMAGED'],
    ['SQLITE_BUSY', 'VAULT_IN_USE'],
  ])('names %s as %s', (code, expected) => {
    expect(toWireError(Object.assign(new Error('x'), { code }))).toEqual({ code: expected });
  });

  it('an answer that breaks the contract is found in tests and development', async () => {
    const handlers = handlersFor({ suggestPassphrase: () => 42 } as unknown as Services);
    const checked = dispatcher(handlers, { checkOutput: true });
    const trusted = dispatcher(handlers, { checkOutput: false });
    const method: Method & WorkerMethod = 'vault.suggestPassphrase';
    expect(await checked(method, {}, noFile)).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(await trusted(method, {}, noFile)).toEqual(ok(42));
  });
});
