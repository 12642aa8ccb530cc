import { randomUUID } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { settleDisk, timeAgeDecrypt, timeAgeEncrypt } from '#tests/bench/support/age-command';
import { atLeastTimes } from '#tests/bench/support/aims';
import { test } from '#tests/bench/support/bench-test';
import { builtFile } from '#tests/bench/support/places';
import { report } from '#tests/bench/support/report';
import { median } from '#tests/bench/support/statistics';
import { keysmith, PASSPHRASE } from '#tests/bench/support/vaults';
import { watchDerivations } from '#tests/bench/support/watched-keysmith';
import { exportService } from '#worker/services/exports';
import { vaultService } from '#worker/services/vault';
import { openJournalIndex } from '#worker/vault/journal-index';

const ROUNDS = 3;
const EXPORT_PASSPHRASE = 'quiet harbour lantern';

/** The app's services over the journals in a folder, with the threads as they were built. */
const servicesIn = async (userData: string) => {
  const home = join(userData, 'journals');
  const derivations = watchDerivations(await keysmith());
  const { smith } = derivations;
  const vault = vaultService({ smith, index: openJournalIndex(home), fillSample: () => undefined });
  let verifyingSince = Number.NaN;
  const exports = exportService({
    vault,
    smith,
    home,
    thread: builtFile('main', 'export-thread.js'),
    app: 'bench',
    onProgress: ({ phase }) => {
      if (phase === 'verifying') verifyingSince = performance.now();
    },
  });
  return { vault, exports, derivations, verifyingSince: () => verifyingSince };
};

type Restored = { readonly restoreMs: number; readonly verifyMs: number; readonly derivationMs: number };

/** Restores into a new journal; takes the keys of that journal and the proof that all arrived out of the time. */
const timeRestore = async (userData: string, file: string): Promise<Restored> => {
  const { vault, exports, derivations, verifyingSince } = await servicesIn(userData);
  const began = performance.now();
  const passphrases = { passphrase: EXPORT_PASSPHRASE, newPassphrase: PASSPHRASE };
  await exports.restore({ job: randomUUID(), file, ...passphrases });
  const all = performance.now() - began;
  vault.close();
  // The first thing after the proof is to derive the new journal's key once more.
  const verifyMs = derivations.firstAfter(verifyingSince()) - verifyingSince();
  const derivationMs = derivations.total();
  return { restoreMs: all - verifyMs - derivationMs, verifyMs, derivationMs };
};

type Times = Record<'write' | 'verify' | 'restore' | 'verifyRestored' | 'derivation' | 'seal' | 'open', number[]>;

type Places = { readonly file: string; readonly plain: string; readonly sealed: string; readonly target: () => string };

const measureRound = async (source: Awaited<ReturnType<typeof servicesIn>>, places: Places, times: Times) => {
  const { file, plain, sealed, target } = places;
  settleDisk();
  const written = await source.exports.write({ job: randomUUID(), file, passphrase: EXPORT_PASSPHRASE });
  times.write.push(written.writeMs);
  times.verify.push(written.verifyMs);
  rmSync(plain, { force: true });
  settleDisk();
  times.open.push(timeAgeDecrypt({ from: file, to: plain }, EXPORT_PASSPHRASE));
  settleDisk();
  times.seal.push(timeAgeEncrypt({ from: plain, to: sealed }, EXPORT_PASSPHRASE));
  rmSync(sealed);
  settleDisk();
  const userData = target();
  const restored = await timeRestore(userData, file);
  rmSync(userData, { recursive: true });
  times.restore.push(restored.restoreMs);
  times.verifyRestored.push(restored.verifyMs);
  times.derivation.push(restored.derivationMs);
};

const tell = (times: Times, bytes: number): void => {
  const throughput = (values: readonly number[]): number[] => values.map((ms) => bytes / 1e6 / (ms / 1000));
  const seconds = (values: readonly number[]): string => `${(median(values) / 1000).toFixed(1)} s`;
  const size = `${(bytes / 1e6).toFixed(0)} MB of lines`;
  report({
    figure: 'export, 10,000 entries and 200 MB of files',
    unit: 'MB/s',
    measured: throughput(times.write),
    baseline: { name: 'age -p, the same bytes', values: throughput(times.seal) },
    aim: atLeastTimes(0.25),
    notes: [`${size}, scrypt and, for Ebb, fsync included`, `verification apart: ${seconds(times.verify)}`],
  });
  report({
    figure: 'verification of the export: read, decrypt, check every line',
    unit: 'MB/s',
    measured: throughput(times.verify),
    baseline: { name: 'age -d', values: throughput(times.open) },
  });
  report({
    figure: 'restore of that export into a new journal',
    unit: 'MB/s',
    measured: throughput(times.restore),
    baseline: { name: 'age -d', values: throughput(times.open) },
    aim: atLeastTimes(0.25),
    notes: [
      'read, decrypted, checked, stored and indexed; scrypt included',
      `apart: proof of what was stored ${seconds(times.verifyRestored)}, keys of the new journal ${seconds(times.derivation)}`,
    ],
  });
};

test('exports and restores', async ({ vaultOf, freshFolder }) => {
  test.setTimeout(900_000);
  const { userData } = await vaultOf('10,000 entries and 200 MB of files');
  const folder = freshFolder();
  const source = await servicesIn(userData);
  await source.vault.unlock(PASSPHRASE);
  const times: Times = { write: [], verify: [], restore: [], verifyRestored: [], derivation: [], seal: [], open: [] };
  const places: Places = {
    file: join(folder, 'journal.ebb.age'),
    plain: join(folder, 'journal.lines'),
    sealed: join(folder, 'journal.age'),
    target: freshFolder,
  };
  for (let round = 0; round < ROUNDS; round += 1) await measureRound(source, places, times);
  source.vault.close();
  tell(times, statSync(places.plain).size);
});
