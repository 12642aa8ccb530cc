import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder';
import { tempSnapshots } from '#tests/support/temp-snapshots';
import { readManifest } from '#worker/snapshots/manifest';

const withSecond = async () => {
  const test = await tempSnapshots();
  const stick = join(tempFolder(), 'stick');
  mkdirSync(stick);
  test.fill(4);
  await test.take();
  test.service.chooseSecond(stick);
  const into = join(stick, 'Ebb backups', test.vault.current().header.vaultId);
  const second = () => test.service.list().second;
  const copied = (): string[] => (existsSync(into) ? readdirSync(into).filter((name) => !name.endsWith('.json')) : []);
  const settled = () => expect.poll(() => [second()?.missing, second()?.problem]).toEqual([0, null]);
  return { ...test, stick, into, second, copied, settled };
};

describe('a second folder', () => {
  it('receives what there is and every snapshot after that, each read as a whole', async () => {
    const test = await withSecond();
    await test.settled();
    await test.take();
    await test.settled();
    expect(test.copied()).toEqual(test.names());
    const [name = ''] = test.copied();
    const manifest = readManifest(readFileSync(join(test.into, name, 'manifest.json')), test.vault.current().vaultKey);
    expect(manifest?.counts.entry).toBe(4);
    expect(test.second()).toMatchObject({ folder: test.stick, present: true, newest: test.clock.now() });
  });

  it('that was taken away says so, and receives what it lacks when it is back', async () => {
    const test = await withSecond();
    await test.settled();
    renameSync(test.stick, `${test.stick}-away`);
    await test.take();
    await test.take();
    expect(test.second()).toMatchObject({ present: false, missing: 0 });
    expect(existsSync(test.stick)).toBe(false);
    renameSync(`${test.stick}-away`, test.stick);
    expect(test.second()).toMatchObject({ present: true, missing: 2 });
    test.service.lookAtSecond();
    await test.settled();
    expect(test.copied()).toHaveLength(3);
  });

  it('that cannot be written to says why, and nothing else suffers', async () => {
    const test = await withSecond();
    await test.settled();
    rmSync(join(test.stick, 'Ebb backups'), { recursive: true });
    writeFileSync(join(test.stick, 'Ebb backups'), 'a file where the folder should be');
    const taken = await test.take();
    await expect.poll(() => test.second()?.problem).toEqual(expect.any(String));
    expect(test.service.list().snapshots[0]).toMatchObject({ name: taken.name, damaged: false });
    expect(test.service.list().problem).toBeNull();
  });

  it('receives none that is damaged', async () => {
    const test = await withSecond();
    await test.settled();
    const taken = await test.take();
    await test.settled();
    rmSync(join(test.into, taken.name), { recursive: true });
    const file = join(test.folder, taken.name, 'journal.db');
    const bytes = readFileSync(file);
    bytes[6000] = (bytes[6000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    test.service.lookAtSecond();
    await expect.poll(() => test.second()?.problem).toBe('SNAPSHOT_DAMAGED');
    expect(test.copied()).not.toContain(taken.name);
    expect(readdirSync(test.into).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('keeps as much as the journal keeps, and goes on with the journal after it was brought back', async () => {
    const test = await withSecond();
    for (let count = 0; count < 8; count += 1) await test.take();
    await test.settled();
    await expect.poll(test.copied).toEqual(test.names());
    expect(test.copied()).toHaveLength(5);
    test.service.chooseSecond(null);
    expect(test.second()).toBeNull();
    expect(test.copied()).toHaveLength(5);
  });
});
