import { closeSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { howOften, noteFault } from '#tests/support/how-often';
import { tempSnapshots } from '#tests/support/temp-snapshots';
import { checkDatabase, sameContents } from '#worker/snapshots/check-database';
import { filesOf } from '#worker/snapshots/snapshot-files';
import { verifySnapshot } from '#worker/snapshots/verify-snapshot';
import { parseHeader } from '#worker/vault/header';
import { databaseKey } from '#worker/vault/keys';

/** How many bits are flipped in each kind of file. */
const FLIPS = howOften({ short: 300, full: 1000 });
const PAGE = 4096;
const quiet = (): void => undefined;

/** Writes one byte of a file. */
const poke = (file: string, at: number, byte: number): void => {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.of(byte), 0, 1, at);
  closeSync(handle);
};

/** Flips so many bits of a file, spread over all of it, one at a time, and asks after each what is found. */
const flipBits = (file: string, outcome: (at: number) => void): void => {
  const whole = readFileSync(file);
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const at = Math.floor(((flip + Math.random()) * whole.length) / FLIPS);
    const byte = whole[at] ?? 0;
    poke(file, at, byte ^ (1 << Math.floor(Math.random() * 8)));
    outcome(at);
    poke(file, at, byte);
  }
};

/** Cuts a file at every page from `first` on, asks each time what is found, and makes it whole again. */
const cutAtPages = (file: string, first: number, outcome: (at: string) => void): void => {
  const whole = readFileSync(file);
  for (let length = first; length < whole.length; length += PAGE) {
    truncateSync(file, length);
    outcome(`cut at ${length}`);
    writeFileSync(file, whole);
  }
};

const aJournal = async () => {
  const test = await tempSnapshots();
  test.fill(25, 'The river was high, and I went home. '.repeat(20));
  const { name } = await test.take();
  // A copy: closing overwrites the journal's own.
  const vaultKey = test.vault.current().vaultKey.slice();
  const key = databaseKey(vaultKey);
  test.vault.close();
  return { ...test, name, vaultKey, key, database: join(test.vaultFolder, 'journal.db') };
};

describe('not one goes unnoticed', () => {
  it(`of ${FLIPS} flipped bits in a journal's database`, { timeout: 600_000 }, async () => {
    const { database, key } = await aJournal();
    const before = checkDatabase(database, key, quiet);
    flipBits(database, (at) => {
      // The first 16 bytes are where SQLCipher would keep the salt, which lies elsewhere here: they carry nothing.
      if (at < 16) expect(sameContents(checkDatabase(database, key, quiet), before)).toBe(true);
      else expect(() => checkDatabase(database, key, quiet), `at ${at}`).toThrow('SNAPSHOT_DAMAGED');
    });
    expect(checkDatabase(database, key, quiet)).toEqual(before);
    noteFault('flipped bits in a database', FLIPS, '0');
  });

  it(`of ${FLIPS} flipped bits in a snapshot`, { timeout: 600_000 }, async () => {
    const { folder, name, vaultKey } = await aJournal();
    const verify = () => verifySnapshot({ folder, name, vaultKey }, quiet);
    const whole = verify();
    flipBits(filesOf(join(folder, name)).database, (at) => expect(verify, `at ${at}`).toThrow('SNAPSHOT_DAMAGED'));
    expect(verify()).toEqual(whole);
    noteFault('flipped bits in a snapshot', FLIPS, '0');
  });

  it('of all bits of a header', { timeout: 600_000 }, async () => {
    const { vaultFolder } = await aJournal();
    const whole = readFileSync(join(vaultFolder, 'header.a.json'));
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const harmed = Buffer.from(whole);
      harmed[bit >> 3] = (harmed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(parseHeader(harmed), `bit ${bit}`).toBe('damaged');
    }
    noteFault('flipped bits in a header', 'every one', '0');
  });

  it('of the pages at which a database may be cut', { timeout: 600_000 }, async () => {
    const { database, key, folder, name, vaultKey } = await aJournal();
    const snapshot = filesOf(join(folder, name)).database;
    // An empty journal is ruled out before it is opened: SQLCipher would take it for one without entries.
    cutAtPages(database, PAGE, (at) =>
      expect(() => checkDatabase(database, key, quiet), at).toThrow('SNAPSHOT_DAMAGED'),
    );
    const verify = () => verifySnapshot({ folder, name, vaultKey }, quiet);
    cutAtPages(snapshot, 0, (at) => expect(verify, at).toThrow('SNAPSHOT_DAMAGED'));
    verify();
    noteFault('database and snapshot cut at a page', 'every one', '0');
  });

  it('of what may be added to a snapshot', { timeout: 600_000 }, async () => {
    const { folder, name, vaultKey } = await aJournal();
    const snapshot = filesOf(join(folder, name)).database;
    const whole = readFileSync(snapshot);
    for (const more of [1, 100, PAGE, 3 * PAGE]) {
      writeFileSync(snapshot, Buffer.concat([whole, Buffer.alloc(more, 7)]));
      expect(() => verifySnapshot({ folder, name, vaultKey }, quiet)).toThrow('SNAPSHOT_DAMAGED');
    }
  });
});
