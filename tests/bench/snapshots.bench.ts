import { randomUUID } from 'node:crypto';
import { closeSync, copyFileSync, fsyncSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { settleDisk } from '#tests/bench/support/age-command';
import { atMostTimes } from '#tests/bench/support/aims';
import { test } from '#tests/bench/support/bench-test';
import { builtFile } from '#tests/bench/support/places';
import { report } from '#tests/bench/support/report';
import { timeOf } from '#tests/bench/support/statistics';
import { keysmith, PASSPHRASE } from '#tests/bench/support/vaults';
import { snapshotService } from '#worker/services/snapshots';
import { vaultService } from '#worker/services/vault';
import { openJournalIndex } from '#worker/vault/journal-index';

const ROUNDS = 5;
const BLOCK = 1024 * 1024;
const quiet = (): void => undefined;

/** A copy onto the disk itself, and one reading of it. */
const copyAndRead = (from: string, to: string): void => {
  copyFileSync(from, to);
  const handle = openSync(to, 'r+');
  fsyncSync(handle);
  const block = Buffer.allocUnsafe(BLOCK);
  while (readSync(handle, block) > 0);
  closeSync(handle);
};

test('takes a snapshot', async ({ vaultOf }) => {
  test.setTimeout(600_000);
  const { userData, database } = await vaultOf('10,000 entries');
  const smith = await keysmith();
  const index = openJournalIndex(join(userData, 'journals'));
  const vault = vaultService({ smith, index, fillSample: quiet });
  const thread = builtFile('main', 'snapshot-thread.js');
  const snapshots = snapshotService({ vault, smith, index, thread, onProgress: quiet, onChanged: quiet });
  await vault.unlock(PASSPHRASE);
  const taken: number[] = [];
  const copied: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    settleDisk();
    copied.push(timeOf(() => copyAndRead(database, `${database}.copy`)));
    rmSync(`${database}.copy`);
    settleDisk();
    const began = performance.now();
    ({ bytes } = await snapshots.take(randomUUID(), 'asked'));
    taken.push(performance.now() - began);
  }
  const megabytes = Math.round(statSync(database).size / 1_000_000);
  await snapshots.close();
  vault.close();
  report({
    figure: `snapshot of a journal of ${megabytes} MB, verification included`,
    unit: 'ms',
    measured: taken,
    baseline: { name: 'a copy of its file onto the disk, and one reading of it', values: copied },
    aim: atMostTimes(2.5),
    notes: [
      `10,000 entries and as many check-ins; ${Math.round(bytes / 1_000_000)} MB in the snapshot; both of SQLCipher's checks, all entries of both compared, SHA-256, a thread of its own started each time`,
    ],
  });
});
