import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { AppError, type ErrorCode } from '#core/errors';
import type { RecoveryKeyOffer } from '#core/vault-status';
import { anEntry } from '#tests/support/builders';
import { tempFolder } from '#tests/support/temp-folder';
import { vaultIn } from '#tests/support/temp-vault';
import { systemClock } from '#worker/journal';
import { readEntry, saveEntry } from '#worker/services/entries';

/** What the finished vault is opened with. */
export const PASSPHRASE = 'river lantern oatmeal quiet bridge';

const kept = anEntry({ title: 'kept', text: 'the words that must not be lost' });

type Original = { readonly home: string; readonly vaultId: string; readonly offer: RecoveryKeyOffer };

const makeOriginal = async (home: string): Promise<Original> => {
  const vault = await vaultIn(home);
  const offer = await vault.create(PASSPHRASE);
  saveEntry(vault.journal(), kept);
  vault.close();
  const [vaultId = ''] = readdirSync(home).filter((name) => name !== 'index.json');
  return { home, vaultId, offer };
};

/** A finished, closed vault with one entry, made once for a file of tests; each test works on a copy of its own. */
export const finishedVault = () => {
  const folder = mkdtempSync(join(tmpdir(), 'ebb-vault-test-'));
  let made: Original | undefined;
  const original = (): Original => {
    if (made === undefined) throw new Error('asked for before the tests began');
    return made;
  };
  beforeAll(async () => {
    made = await makeOriginal(join(folder, 'journals'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const copy = async (clock = systemClock) => {
    const home = join(tempFolder(), 'journals');
    cpSync(original().home, home, { recursive: true });
    const vault = await vaultIn(home, clock);
    onTestFinished(() => vault.close());
    const vaultFolder = join(home, original().vaultId);
    return { home, folder: vaultFolder, vault, file: (name: string) => join(vaultFolder, name) };
  };
  return { original, copy };
};

/** The code that `work` fails with, or 'nothing'. */
export const codeOf = async (work: () => unknown): Promise<ErrorCode | 'nothing'> => {
  try {
    await work();
    return 'nothing';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

/** Whether the entry that was in the finished vault is there. */
export const readsKeptEntry = (vault: Awaited<ReturnType<typeof vaultIn>>): boolean =>
  readEntry(vault.journal(), kept.id).title === 'kept';
