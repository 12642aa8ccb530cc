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
import { connect } from '#worker/db/database';
import { sql } from '#worker/db/sql';
import { snapshotService } from '#worker/services/snapshots';
import { vaultService } from '#worker/services/vault';
import { openJournalIndex } from '#worker/vault/journal-index';

const ROUNDS = 5;
const BLOCK = 1024 * 1024;
const quiet = (): void => undefined;

/** A copy onto the disk itself, and one reading of its bytes. */
const copyAndRead = (from: string, to: string): void => {
  copyFileSync(from, to);
  const handle = openSync(to, 'r+');
  fsyncSync(handle);
  const block = Buffer.allocUnsafe(BLOCK);
  while (readSync(handle, block) > 0);
  closeSync(handle);
};

/** Every row of every table once: what SQLCipher alone takes to read a journal. */
const readRows = (file: string, keyHex: string): void => {
  const db = connect(file, keyHex);
  const tables = db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL TABLE%'`,
  );
  for (const { name } of tables) {
    const columns = db.all<{ name: string }>(sql`SELECT name FROM pragma_table_info(${name})`);
    const lengths = columns.map((column) => `coalesce(length("${column.name}"), 0)`).join(' + ');
    db.get({ text: `SELECT sum(${lengths}) FROM "${name}"`, values: [] });
  }
  db.close();
};

test('takes a snapshot', async ({ vaultOf }) => {
  test.setTimeout(600_000);
  const { userData, database, keyHex } = await vaultOf('17,000 entries');
  const smith = await keysmith();
  const index = openJournalIndex(join(userData, 'journals'));
  const vault = vaultService({ smith, index, fillSample: quiet });
  const thread = builtFile('main', 'snapshot-thread.js');
  const snapshots = snapshotService({ vault, smith, index, thread, onProgress: quiet, onChanged: quiet });
  await vault.unlock(PASSPHRASE);
  const taken: number[] = [];
  const copied: number[] = [];
  const copiedAndRead: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    settleDisk();
    copied.push(timeOf(() => copyAndRead(database, `${database}.copy`)));
    const rows = timeOf(() => readRows(`${database}.copy`, keyHex));
    copiedAndRead.push((copied.at(-1) ?? 0) + rows);
    rmSync(`${database}.copy`);
    settleDisk();
    const began = performance.now();
    ({ bytes } = await snapshots.take(randomUUID(), 'asked'));
    taken.push(performance.now() - began);
  }
  const megabytes = Math.round(statSync(database).size / 1_000_000);
  await snapshots.close();
  vault.close();
  const figure = `snapshot of a journal of ${megabytes} MB, verification included`;
  const row = { figure, unit: 'ms', measured: taken, aim: atMostTimes(2.5) } as const;
  report({
    ...row,
    baseline: {
      name: 'a copy of its file onto the disk, and all its rows read by raw SQLCipher',
      values: copiedAndRead,
    },
    notes: [
      `17,000 entries and as many check-ins; ${Math.round(bytes / 1_000_000)} MB in the snapshot; both of SQLCipher's checks, all entries, SHA-256, two threads of its own started each time`,
    ],
  });
  report({
    ...row,
    baseline: { name: 'a copy of its file onto the disk, and its bytes read, not decrypted', values: copied },
  });
});
