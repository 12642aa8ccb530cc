import { randomUUID } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '#core/contract';
import { anEntry, anId } from '#tests/support/builders';
import { codeOf } from '#tests/support/finished-vault';
import { toFirstSchema } from '#tests/support/first-schema';
import { seededRandom, spoiled } from '#tests/support/hostile-input';
import { tempInside, traceOf } from '#tests/support/temp-inside';
import { validInputs } from '#tests/support/valid-inputs';
import { sql } from '#worker/db/sql';
import { dispatcher, handlersFor, type Services } from '#worker/dispatch';
import { binEntry, readEntry, saveEntry } from '#worker/services/entries';
import { openInside } from '#worker/snapshots/open-inside';

const flip = (file: string): void => {
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

describe('looking into a snapshot', () => {
  it('tells what is in it, newest first, and how each stands in the journal of today', async () => {
    const { vault, take, open, all, inside } = await tempInside();
    const journal = vault.journal();
    const [same, other, binned, gone, inBin] = ['same', 'changed', 'bin', 'gone', 'in its bin'].map((title, day) =>
      saveEntry(journal, anEntry({ title, text: `the river, ${title}`, at: 1_790_000_000_000 + day * 86_400_000 })),
    );
    if (!same || !other || !binned || !gone || !inBin) throw new Error('not stored');
    binEntry(journal, inBin.id);
    const { name } = await take();
    saveEntry(journal, { ...anEntry({ text: 'other words' }), id: other.id, baseVersion: other.version, title: 'new' });
    binEntry(journal, binned.id);
    journal.db.run(sql`DELETE FROM entry WHERE title = 'gone'`);

    expect(await open(name)).toMatchObject({ name, kept: 4, bin: 1, counts: { entry: 4 } });
    expect(all(name).map(({ title, now }) => [title, now])).toEqual([
      ['gone', 'gone'],
      ['bin', 'bin'],
      ['changed', 'changed'],
      ['same', 'same'],
    ]);
    expect(all(name, true).map(({ title, now }) => [title, now])).toEqual([['in its bin', 'bin']]);
    const found = inside.search(name, { text: 'riv gone', before: null, limit: 10 });
    expect(found.items.map(({ title, now }) => [title, now])).toEqual([['gone', 'gone']]);
    expect(inside.get(name, gone.id)).toMatchObject({ now: 'gone', attachments: 0, entry: { title: 'gone' } });
  });

  it('lists it in stretches', async () => {
    const { fill, take, open, inside } = await tempInside();
    fill(5);
    const { name } = await take();
    await open(name);
    const first = inside.list(name, { before: null, limit: 3, bin: false });
    const rest = inside.list(name, { before: first.next, limit: 3, bin: false });
    expect([first.items.length, rest.items.length, rest.next]).toEqual([3, 2, null]);
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(5);
  });

  it('leaves every file of it, and the folder around it, byte for byte as it was', async () => {
    const { fill, take, open, all, inside, folder, home, trials } = await tempInside();
    const [id = anId()] = fill(3, 'grey all day');
    const { name } = await take();
    const before = traceOf(folder);
    const around = statSync(folder).mtimeMs;
    await open(name);
    expect(all(name)).toHaveLength(3);
    inside.search(name, { text: 'grey', before: null, limit: 10 });
    inside.get(name, id);
    inside.copyBack(name, { id, asNew: true });
    expect(traceOf(folder)).toEqual(before);
    inside.close();
    expect(traceOf(folder)).toEqual(before);
    expect(statSync(folder).mtimeMs).toBe(around);
    expect(trials()).toEqual([]);
    expect(statSync(home).isDirectory()).toBe(true);
  });

  it('cannot be written into over its connection', async () => {
    const { fill, take, folder, vault } = await tempInside();
    fill(1);
    const { name } = await take();
    const db = openInside(folder, name, vault.current().vaultKey);
    expect(() => db.run(sql`UPDATE entry SET title = 'x'`)).toThrow(/readonly/);
    db.close();
  });

  it('refuses one with a flipped bit, and notes that it is damaged', async () => {
    const { fill, take, open, folder, service } = await tempInside();
    fill(2);
    const { name } = await take();
    flip(join(folder, name, 'journal.db'));
    expect(await codeOf(() => open(name))).toBe('SNAPSHOT_DAMAGED');
    expect(service.list().snapshots).toMatchObject([{ name, damaged: true }]);
  });

  it.each(['journal.db-journal', 'journal.db-wal'])('refuses one beside which a log lies (%s)', async (log) => {
    const { fill, take, open, folder } = await tempInside();
    fill(1);
    const { name } = await take();
    writeFileSync(join(folder, name, log), 'x'.repeat(600));
    const before = traceOf(folder);
    expect(await codeOf(() => open(name))).toBe('SNAPSHOT_DAMAGED');
    expect(traceOf(folder)).toEqual(before);
  });

  it('says that one is not there any more, or not the one that is open', async () => {
    const { fill, take, open, all, service, inside } = await tempInside();
    fill(1);
    const [one, other] = [await take(), await take()];
    await open(one.name);
    expect(await codeOf(() => all(other.name))).toBe('NOT_FOUND');
    await open(other.name);
    expect(await codeOf(() => all(one.name))).toBe('NOT_FOUND');
    inside.close();
    expect(await codeOf(() => all(other.name))).toBe('NOT_FOUND');
    expect(service.list().snapshots).toHaveLength(2);
    expect(await codeOf(() => open('20200101T000000000Z-1' as typeof one.name))).toBe('NOT_FOUND');
  });

  it('opens nothing that was left, or cancelled, while it was proven', async () => {
    const { fill, take, inside, all, service } = await tempInside();
    fill(1);
    const { name } = await take();
    const left = inside.open(randomUUID(), name);
    inside.close();
    expect(await codeOf(() => left)).toBe('CANCELLED');
    const job = randomUUID();
    const stopped = inside.open(job, name);
    await service.cancel(job);
    expect(await codeOf(() => stopped)).toBe('CANCELLED');
    expect(await codeOf(() => all(name))).toBe('NOT_FOUND');
  });

  it('keeps the one that is open from being removed for its age', async () => {
    const { fill, take, open, all, names, later, inside } = await tempInside();
    fill(1);
    const { name } = await take();
    await open(name);
    for (let count = 0; count < 6; count += 1) {
      fill(1);
      await take();
    }
    expect(names()).toContain(name);
    expect(all(name)).toHaveLength(1);
    inside.close();
    later(1000);
    await take();
    expect(names()).not.toContain(name);
  });

  it('reads one of an older schema in an encrypted copy beside the journals, which is gone afterwards', async () => {
    const { fill, take, open, all, trials, inside, folder, home, vault } = await tempInside();
    fill(2, 'words nobody may read on the disk');
    toFirstSchema(vault.current().db);
    const { name } = await take();
    const before = traceOf(folder);
    await open(name);
    expect(all(name)).toHaveLength(2);
    const [copy = ''] = trials();
    expect(readFileSync(join(home, copy, 'journal.db')).includes('nobody may read')).toBe(false);
    expect(
      readFileSync(join(home, copy, 'journal.db'))
        .subarray(0, 15)
        .toString(),
    ).not.toBe('SQLite format 3');
    inside.close();
    expect(trials()).toEqual([]);
    expect(traceOf(folder)).toEqual(before);
  });

  it('refuses one that a newer program wrote', async () => {
    const { fill, take, open, vault } = await tempInside();
    fill(1);
    vault.current().db.exec('PRAGMA user_version = 99');
    const { name } = await take();
    expect(await codeOf(() => open(name))).toBe('VAULT_NEWER');
  });

  it('fails with LOCKED once the journal is closed', async () => {
    const { fill, take, open, all, vault } = await tempInside();
    fill(1);
    const { name } = await take();
    await open(name);
    vault.close();
    expect(await codeOf(() => all(name))).toBe('LOCKED');
    expect(await codeOf(() => open(name))).toBe('LOCKED');
  });

  it('leaves the journal as it is', async () => {
    const { fill, take, open, all, vault } = await tempInside();
    const [id = anId()] = fill(1);
    const before = readEntry(vault.journal(), id);
    const { name } = await take();
    await open(name);
    all(name);
    expect(readEntry(vault.journal(), id)).toEqual(before);
  });

  it.each(['inside.list', 'inside.search', 'inside.get', 'inside.copyBack'] as const)(
    '%s answers as the contract says to 500 inputs that pass its gate, and never with INTERNAL',
    async (method) => {
      const { fill, take, open, inside, vault } = await tempInside();
      fill(2);
      const { name } = await take();
      await open(name);
      const answer = dispatcher(handlersFor({ inside, vault } as unknown as Services), { checkOutput: true });
      const random = seededRandom(method.length);
      const codes = new Set<string>();
      for (let tries = 0, asked = 0; asked < 500 && tries < 200_000; tries += 1) {
        const parsed = contract[method].input.safeParse(spoiled(random, { ...validInputs[method], name }));
        if (!parsed.success) continue;
        asked += 1;
        const result = await answer(method, parsed.data, () => '');
        codes.add(result.ok ? 'ok' : result.error.code);
      }
      expect([...codes].filter((code) => !['ok', 'NOT_FOUND'].includes(code))).toEqual([]);
    },
  );
});
