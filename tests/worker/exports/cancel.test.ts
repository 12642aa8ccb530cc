import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '#core/errors';
import { anEntry } from '#tests/support/builders';
import { attach, EXPORT_PASSPHRASE, tempExports, VAULT_PASSPHRASE } from '#tests/support/temp-exports';
import { saveEntry } from '#worker/services/entries';

const contents = (folder: string): string[] => readdirSync(folder).sort();

describe('cancelling', () => {
  test.each(['preparing', 'writing', 'verifying'] as const)(
    'an export while %s leaves what was there',
    async (phase) => {
      const t = await tempExports();
      const journal = await t.create();
      attach(journal, saveEntry(journal, anEntry()).id, { bytes: randomBytes(30_000_000) });
      writeFileSync(t.file, 'an older export');
      const job = randomUUID();
      const writing = t.write(t.file, job);
      const outcome = expect(writing).rejects.toEqual(new AppError('CANCELLED'));
      while (!t.progress.some((event) => event.phase === phase)) await new Promise((resolve) => setTimeout(resolve, 1));
      await t.exports.cancel(job);
      await outcome;
      expect(contents(t.folder)).toEqual(['journal.ebb.age']);
      expect(readFileSync(t.file, 'utf8')).toBe('an older export');
    },
  );

  test('a look into an export, and a job that is not there', async () => {
    const t = await tempExports();
    await t.create();
    await t.write(t.file);
    const job = randomUUID();
    const looking = t.exports.inspect({ job, file: t.file, passphrase: EXPORT_PASSPHRASE });
    const outcome = expect(looking).rejects.toEqual(new AppError('CANCELLED'));
    await t.exports.cancel(job);
    await outcome;
    await t.exports.cancel(randomUUID());
  });

  test.each(['before it was opened', 'while it is read'] as const)('a restore %s leaves no journal', async (when) => {
    const t = await tempExports();
    const journal = await t.create();
    attach(journal, saveEntry(journal, anEntry()).id, { bytes: randomBytes(30_000_000) });
    await t.write(t.file);
    t.vault.close();
    const before = contents(t.home);
    t.progress.length = 0;
    const job = randomUUID();
    const outcome = expect(t.restore(t.file, job)).rejects.toEqual(new AppError('CANCELLED'));
    const reading = (): boolean => t.progress.some((event) => event.phase === 'reading');
    while (when === 'while it is read' && !reading()) await new Promise((resolve) => setTimeout(resolve, 1));
    await t.exports.cancel(job);
    await outcome;
    expect(contents(t.home)).toEqual(before);
    await t.vault.unlock(VAULT_PASSPHRASE);
  });

  test('everything, as locking does', async () => {
    const t = await tempExports();
    await t.create();
    const outcomes = ['one.ebb.age', 'two.ebb.age'].map((name) =>
      expect(t.write(join(t.folder, name))).rejects.toEqual(new AppError('CANCELLED')),
    );
    await t.exports.close();
    await Promise.all(outcomes);
    expect(contents(t.folder)).toEqual([]);
  });
});
