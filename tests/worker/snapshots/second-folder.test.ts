import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '#core/errors';
import { tempFolder } from '#tests/support/temp-folder';
import { tempKeyChange } from '#tests/support/temp-key-change';
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
  // Copying takes as long as a busy machine lets it.
  const settled = () =>
    expect.poll(() => [second()?.missing, second()?.problem], { timeout: 20_000 }).toEqual([0, null]);
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

  it('receives what was written since the last snapshot as soon as it is chosen', async () => {
    const test = await withSecond();
    await test.settled();
    test.service.chooseSecond(null);
    test.later(1);
    test.fill(2);
    test.later(1);
    test.service.chooseSecond(test.stick);
    await expect.poll(() => test.copied().length, { timeout: 20_000 }).toBe(2);
    const [newest = ''] = test.names();
    await test.settled();
    expect(test.copied()).toContain(newest);
    expect(test.service.list().snapshots[0]).toMatchObject({ entries: 6 });
  });

  it('tells its newest copy of this journal, whatever another of the same vault copies into it', async () => {
    const test = await withSecond();
    await test.settled();
    const { newest } = test.second() ?? {};
    const [own = ''] = test.copied();
    renameSync(join(test.into, own), join(test.into, '20301121T123005007Z-1'));
    cpSync(join(test.folder, own), join(test.into, own), { recursive: true });
    expect(test.second()).toMatchObject({ newest, missing: 0 });
    rmSync(join(test.into, own), { recursive: true });
    expect(test.second()).toMatchObject({ newest: null, missing: 1 });
  });

  it('says which backups it does not receive: those under an earlier key that are not there, and damaged ones', async () => {
    const test = await tempKeyChange();
    const stick = join(tempFolder(), 'stick');
    mkdirSync(stick);
    test.service.chooseSecond(stick);
    const second = () => test.service.list().second;
    await expect.poll(() => second()?.missing, { timeout: 20_000 }).toBe(0);
    expect(second()?.leftOut).toEqual({ earlier: 0, damaged: 0 });
    await test.change();
    // The one made before the change was not copied any more; the one before that lies with those of the vault before.
    expect(second()?.leftOut).toEqual({ earlier: 1, damaged: 0 });
    const [first] = test.service.list().snapshots;
    writeFileSync(join(test.vault.current().folder, 'snapshots', first?.name ?? '', 'manifest.json'), 'torn');
    expect(second()).toMatchObject({ leftOut: { earlier: 1, damaged: 1 }, newest: null });
  }, 120_000);

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
    test.service.lookAround();
    await test.settled();
    expect(test.copied()).toHaveLength(3);
  });

  it('receives the older ones too where copying stopped after the newest', async () => {
    const test = await withSecond();
    await test.settled();
    await test.take();
    await test.settled();
    const [, oldest = ''] = test.copied().sort().reverse();
    rmSync(join(test.into, oldest), { recursive: true });
    expect(test.second()).toMatchObject({ missing: 1 });
    test.service.lookAround();
    await test.settled();
    expect(test.copied()).toContain(oldest);
  });

  it('tells when it was taken away and when it is back', async () => {
    const test = await withSecond();
    await test.settled();
    test.service.lookAround();
    await test.service.close();
    const before = test.told.length;
    renameSync(test.stick, `${test.stick}-away`);
    test.service.lookAround();
    test.service.lookAround();
    expect(test.told).toHaveLength(before + 1);
    renameSync(`${test.stick}-away`, test.stick);
    test.service.lookAround();
    expect(test.told).toHaveLength(before + 2);
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
    test.service.lookAround();
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

  it.each([
    ['the folder of the journals', (home: string) => home],
    ['one inside it', (home: string) => join(home, 'copies')],
    [
      'a link that leads into it',
      (home: string) => {
        const link = join(tempFolder(), 'link');
        symlinkSync(home, link);
        return join(link, 'copies');
      },
    ],
  ])('is not %s, which would be lost with the journal', async (_, folderOf) => {
    const test = await withSecond();
    mkdirSync(join(test.home, 'copies'));
    const refused = (): void => test.service.chooseSecond(folderOf(test.home));
    expect(refused).toThrow(new AppError('INVALID_INPUT', { fields: { folder: 'inside' } }));
    expect(test.second()).toMatchObject({ folder: test.stick });
  });

  it('may lie beside the journals, under a name that begins as theirs does', async () => {
    const test = await withSecond();
    const beside = `${test.home} too`;
    mkdirSync(beside);
    test.service.chooseSecond(beside);
    expect(test.second()).toMatchObject({ folder: beside, present: true });
  });

  it('is not one that has gone since it was chosen', async () => {
    const test = await withSecond();
    expect(() => test.service.chooseSecond(`${test.stick}-gone`)).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    expect(test.second()).toMatchObject({ folder: test.stick });
  });
});
