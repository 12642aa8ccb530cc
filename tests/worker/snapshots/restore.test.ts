import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasSeen } from '#core/merge';
import type { RecordId } from '#core/record';
import type { SnapshotName } from '#core/snapshot';
import { parseVersion } from '#core/version-clock';
import { anEntry } from '#tests/support/builders';
import { codeOf } from '#tests/support/finished-vault';
import { PASSPHRASE, tempSnapshots } from '#tests/support/temp-snapshots';
import { seenVersions } from '#worker/merge/seen-versions';
import { deviceOf } from '#worker/repositories/device';
import { countJournal, readEntry, saveEntry } from '#worker/services/entries';
import { encodeHeader, type Header, parseHeader } from '#worker/vault/header';

type Test = Awaited<ReturnType<typeof tempSnapshots>>;

const kept = ({ vault }: Test): number => countJournal(vault.journal()).kept;
const journals = ({ home }: Test): string[] => readdirSync(home).filter((name) => name !== 'index.json');
const flip = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 4;
  writeFileSync(file, bytes);
};

describe('going back to a snapshot', () => {
  it('puts a journal of its own in the place of the open one, which is kept with all that was in it', async () => {
    const test = await tempSnapshots();
    test.fill(5);
    const { name } = await test.take();
    test.fill(3);
    await test.service.restore(randomUUID(), name);
    expect(test.vault.status()).toMatchObject({ state: 'locked', problem: null });
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(5);
    expect(test.vault.current().folder).not.toBe(test.vaultFolder);
    expect(test.service.list().snapshots.map(({ reason, entries }) => [reason, entries])).toEqual([
      ['before-restore', 8],
      ['asked', 5],
    ]);
    test.vault.close();
    const [old] = test.index.replaced();
    expect(test.vault.status()).toMatchObject({
      journals: [{ current: true }],
      replaced: [{ at: test.clock.now() }],
      // The snapshot from just before, which has no moment with another.
      backupVerifiedAt: test.clock.now() + 1,
    });
    test.vault.select(old?.id as string);
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(8);
  });

  it('lets go of the old one after thirty days, once the clock can be believed', async () => {
    const test = await tempSnapshots();
    test.fill(2);
    const { name } = await test.take();
    await test.service.restore(randomUUID(), name);
    const openAfter = async (days: number): Promise<void> => {
      test.later(days * 86_400_000);
      await test.vault.unlock(PASSPHRASE);
      test.vault.close();
    };
    await openAfter(40);
    expect(existsSync(test.vaultFolder)).toBe(true);
    const [after] = test.index.list();
    // Somebody looks into the old one: it stays a while longer.
    test.vault.select(test.index.replaced()[0]?.id as string);
    await openAfter(1);
    test.vault.select(after as string);
    for (let day = 0; day < 10; day += 1) await openAfter(1);
    expect(existsSync(test.vaultFolder)).toBe(true);
    await openAfter(29);
    expect(existsSync(test.vaultFolder)).toBe(false);
    expect(test.index.replaced()).toEqual([]);
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(2);
  });

  it('says of the old one that it is, since when and until when it is kept, as long as it is open', async () => {
    const test = await tempSnapshots();
    test.fill(1);
    const { name } = await test.take();
    await test.service.restore(randomUUID(), name);
    const [after] = test.index.list();
    const [old] = test.index.replaced();
    await test.vault.unlock(PASSPHRASE);
    expect(test.vault.status()).toMatchObject({ state: 'open', replaced: null });
    test.vault.close();
    test.later(5 * 86_400_000);
    test.vault.select(old?.id as string);
    await test.vault.unlock(PASSPHRASE);
    const keptUntil = test.clock.now() + 30 * 86_400_000;
    expect(test.vault.status()).toMatchObject({ state: 'open', replaced: { at: old?.at, keptUntil } });
    test.vault.close();
    test.vault.select(after as string);
    await test.vault.unlock(PASSPHRASE);
    expect(test.vault.status()).toMatchObject({ state: 'open', replaced: null });
  });

  it('leaves the one before to be told apart by its mark, also while that is the current one', async () => {
    const test = await tempSnapshots();
    test.fill(1);
    const { name } = await test.take();
    await test.service.restore(randomUUID(), name);
    const [after] = test.index.list();
    const [old] = test.index.replaced();
    test.vault.select(old?.id as string);
    expect(test.vault.status()).toMatchObject({
      journals: [
        { id: old?.id, current: true },
        { id: after, current: false },
      ],
      replaced: [old],
    });
    test.vault.select(after as string);
    expect(test.vault.status()).toMatchObject({ journals: [{ id: after, current: true }], replaced: [old] });
  });

  it('opens with the passphrase of today, not with the one of then', async () => {
    const test = await tempSnapshots();
    test.fill(2);
    const { name } = await test.take();
    await test.vault.changePassphrase(PASSPHRASE, 'quiet harbour lantern');
    await test.service.restore(randomUUID(), name);
    expect(await codeOf(() => test.vault.unlock(PASSPHRASE))).toBe('WRONG_PASSPHRASE');
    await test.vault.unlock('quiet harbour lantern');
    expect(kept(test)).toBe(2);
  });

  it('goes on as another device: what is changed in both from then on, a merge can tell', async () => {
    const test = await tempSnapshots();
    const [id] = test.fill(2) as [RecordId];
    const { name } = await test.take();
    const { db } = test.vault.journal();
    const [device, { version, ...entry }] = [deviceOf(db), readEntry(test.vault.journal(), id)];
    test.later(1000);
    const after = saveEntry(test.vault.journal(), { ...anEntry({ text: 'since then' }), id, baseVersion: version });
    expect(hasSeen(seenVersions(db), after.version)).toBe(true);
    await test.service.restore(randomUUID(), name);
    await test.vault.unlock(PASSPHRASE);
    const back = test.vault.journal();
    expect(readEntry(back, id)).toEqual({ version, ...entry });
    test.later(1000);
    const other = saveEntry(back, { ...anEntry({ text: 'anew' }), id, baseVersion: version });
    expect(parseVersion(other.version).device).not.toBe(device);
    expect(hasSeen(seenVersions(back.db), after.version)).toBe(false);
  });

  it('keeps its snapshots when the old journal is gone', async () => {
    const test = await tempSnapshots();
    test.fill(2);
    const { name } = await test.take();
    await test.service.restore(randomUUID(), name);
    rmSync(test.vaultFolder, { recursive: true });
    await test.vault.unlock(PASSPHRASE);
    await test.service.verify(randomUUID(), name);
  });

  it('does not let go of the one it goes back to for the one it takes before', async () => {
    const test = await tempSnapshots();
    test.fill(2);
    const { name } = await test.take();
    for (let count = 0; count < 4; count += 1) await test.take();
    test.fill(1);
    await test.service.restore(randomUUID(), name);
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(2);
  });

  it('changes nothing where the snapshot is damaged or is not there', async () => {
    const test = await tempSnapshots();
    test.fill(2);
    const { name } = await test.take();
    flip(join(test.folder, name, 'journal.db'), 9000);
    expect(await codeOf(() => test.service.restore(randomUUID(), name))).toBe('SNAPSHOT_DAMAGED');
    expect(test.service.list().snapshots.map(({ damaged }) => damaged)).toEqual([false, true]);
    const missing = '20261121T123005007Z-1' as SnapshotName;
    expect(await codeOf(() => test.service.restore(randomUUID(), missing))).toBe('NOT_FOUND');
    expect(kept(test)).toBe(2);
    expect(journals(test)).toHaveLength(1);
  });
});

describe('a journal that cannot be opened', () => {
  const broken = async (harm: (test: Test) => void) => {
    const test = await tempSnapshots();
    test.fill(6);
    const { name } = await test.take();
    saveEntry(test.vault.journal(), anEntry());
    test.vault.close();
    harm(test);
    return { ...test, name };
  };
  const database = ({ vaultFolder }: Test): string => join(vaultFolder, 'journal.db');
  const headers = ({ vaultFolder }: Test): string[] =>
    ['a', 'b'].map((copy) => join(vaultFolder, `header.${copy}.json`));

  it.each([
    ['damaged in the middle', (test: Test) => flip(database(test), 20_000), 'damaged'],
    ['damaged at its beginning', (test: Test) => flip(database(test), 30), 'damaged'],
    ['cut short', (test: Test) => truncateSync(database(test), 40_960), 'damaged'],
    ['empty', (test: Test) => truncateSync(database(test)), 'missing'],
    ['gone', (test: Test) => rmSync(database(test)), 'missing'],
  ] as const)('whose database is %s comes back from a snapshot, and nothing is removed', async (_, harm, state) => {
    const test = await broken(harm);
    const before = existsSync(database(test)) ? readFileSync(database(test)) : null;
    expect(await test.look()).toMatchObject({ database: state, snapshots: [{ name: test.name, entries: 6 }] });
    await test.recovery.restore(randomUUID(), { name: test.name, goOnCopying: false });
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(6);
    expect(existsSync(database(test)) ? readFileSync(database(test)) : null).toEqual(before);
  });

  it.each([
    ['gone', (file: string) => rmSync(file)],
    ['damaged', (file: string) => truncateSync(file, 60)],
  ] as const)('whose key files are %s opens again with the ones that lie in a snapshot', async (_, harm) => {
    const test = await broken((broke) => headers(broke).forEach(harm));
    expect(test.vault.status()).toMatchObject({ state: 'locked', problem: expect.stringMatching(/^HEADER_/) });
    expect(await test.look()).toMatchObject({ database: 'whole' });
    await test.recovery.mendHeader();
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(7);
  });

  it('that has lost both comes back from a snapshot as well', async () => {
    const test = await broken((broke) => {
      for (const file of [...headers(broke), database(broke)]) rmSync(file);
    });
    expect(await test.look()).toMatchObject({ database: 'missing' });
    await test.recovery.restore(randomUUID(), { name: test.name, goOnCopying: false });
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(6);
  });

  it('whose key files were tampered with opens again with the ones that lie in a snapshot', async () => {
    const test = await broken((broke) => {
      const { fields } = parseHeader(readFileSync(headers(broke)[0] as string)) as Header;
      const forged = encodeHeader({ ...fields, generation: 99 }, new Uint8Array(32));
      for (const file of headers(broke)) writeFileSync(file, forged);
    });
    expect(await codeOf(() => test.vault.unlock(PASSPHRASE))).toBe('HEADER_DAMAGED');
    expect(await test.look()).toMatchObject({ database: 'whole' });
    await test.recovery.mendHeader();
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(7);
  });

  it('can be looked at though its damage shows only once the key fits', async () => {
    const test = await broken((broke) => flip(database(broke), 4096 + 500));
    expect(await codeOf(() => test.vault.unlock(PASSPHRASE))).toBe('DATABASE_DAMAGED');
    expect(test.vault.status()).toMatchObject({ state: 'locked' });
    expect(await test.look()).toMatchObject({ database: 'damaged', snapshots: [{ name: test.name }] });
  });

  it('is let go of when nothing is brought back', async () => {
    const test = await broken((broke) => {
      for (const file of headers(broke)) renameSync(file, `${file}.away`);
    });
    await test.look();
    for (const file of headers(test)) renameSync(`${file}.away`, file);
    expect(await codeOf(() => test.vault.unlock(PASSPHRASE))).toBe('VAULT_IN_USE');
    await test.recovery.close();
    expect(await codeOf(() => test.recovery.mendHeader())).toBe('LOCKED');
    await test.vault.unlock(PASSPHRASE);
    expect(kept(test)).toBe(7);
  });

  it('tells nothing to a wrong passphrase, and makes it wait after five', async () => {
    const test = await broken((broke) => rmSync(database(broke)));
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await codeOf(() => test.look('not this one'))).toBe('WRONG_PASSPHRASE');
    }
    expect(await codeOf(() => test.look())).toBe('TOO_MANY_ATTEMPTS');
    expect(await codeOf(() => test.recovery.restore(randomUUID(), { name: test.name, goOnCopying: false }))).toBe(
      'LOCKED',
    );
  });

  it('never opens by an earlier passphrase while its own key files are there', async () => {
    const test = await tempSnapshots();
    test.fill(1);
    await test.take();
    await test.vault.changePassphrase(PASSPHRASE, 'quiet harbour lantern');
    test.vault.close();
    rmSync(database(test));
    expect(await codeOf(() => test.look(PASSPHRASE))).toBe('WRONG_PASSPHRASE');
    expect(await test.look('quiet harbour lantern')).toMatchObject({ database: 'missing' });
  });
});
