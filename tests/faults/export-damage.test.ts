import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AppError } from '#core/errors';
import { anEntry } from '#tests/support/builders';
import { howOften, noteFault } from '#tests/support/how-often';
import { attach, EXPORT_PASSPHRASE, tempExports } from '#tests/support/temp-exports';
import { CHUNK_BYTES, TAG_BYTES } from '#worker/age/age-chunk';
import { readExport } from '#worker/exports/read-export';
import { saveEntry } from '#worker/services/entries';
import { loadSodium } from '#worker/vault/sodium';

const nothing = (): void => undefined;
const hooks = { onManifest: nothing, onRecord: nothing, onProgress: nothing };

/** An export as Ebb writes it, of a few chunks, and a way to ask what reading other bytes in its place comes to. */
const smallExport = async () => {
  const t = await tempExports();
  const journal = await t.create();
  const { id } = saveEntry(journal, anEntry({ title: 'The river', tags: ['water'] }));
  attach(journal, id, { bytes: randomBytes(200_000) });
  await t.write(t.file);
  const sodium = await loadSodium();
  const outcome = async (bytes: Uint8Array): Promise<string> => {
    writeFileSync(t.file, bytes);
    try {
      await readExport(sodium, { file: t.file, passphrase: EXPORT_PASSPHRASE }, hooks);
      return 'whole';
    } catch (error) {
      return error instanceof AppError ? error.code : String(error);
    }
  };
  return { whole: readFileSync(t.file), outcome };
};

const told = /^(EXPORT_DAMAGED|WRONG_PASSPHRASE|NOT_AN_EXPORT)$/;

const FLIPS = howOften({ short: 300, full: 1000 });

test(`${FLIPS} flipped bits, none unnoticed`, async () => {
  const { whole, outcome } = await smallExport();
  expect(await outcome(whole)).toBe('whole');
  for (let round = 0; round < FLIPS; round += 1) {
    const bit = Math.floor(Math.random() * whole.length * 8);
    const damaged = Buffer.from(whole);
    damaged.writeUInt8((damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3);
    expect(await outcome(damaged)).toMatch(told);
  }
  noteFault('flipped bits in an export', FLIPS, '0');
}, 120_000);

test('every truncation at a chunk or page boundary, and five hundred others', async () => {
  const { whole, outcome } = await smallExport();
  const start = whole.indexOf('\n', whole.indexOf('\n--- ') + 1) + 1 + 16;
  const lengths = Array.from({ length: 500 }, () => Math.floor(Math.random() * whole.length));
  for (let at = start; at < whole.length; at += CHUNK_BYTES + TAG_BYTES) lengths.push(at - 1, at, at + 1);
  for (let at = 0; at < whole.length; at += 4096) lengths.push(at);
  for (const length of lengths) expect(await outcome(whole.subarray(0, length))).toMatch(told);
  noteFault('an export cut at a chunk, at a page, or anywhere', lengths.length, '0');
}, 120_000);
