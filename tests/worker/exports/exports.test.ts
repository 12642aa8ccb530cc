import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError } from '#core/errors';
import { openWithAge, sealWithAge } from '#tests/support/age-files';
import { aCheckIn, aGoal, anEntry, aRun, day } from '#tests/support/builders';
import { linesOf } from '#tests/support/export-files';
import { attach, EXPORT_PASSPHRASE, tempExports, VAULT_PASSPHRASE } from '#tests/support/temp-exports';
import { WORK_FACTOR } from '#worker/age/passphrase-stanza';
import type { Journal } from '#worker/journal';
import { insertStoredRevision } from '#worker/repositories/revision';
import { insertTombstone } from '#worker/repositories/tombstone';
import { binCheckIn, saveCheckIn } from '#worker/services/check-ins';
import { binEntry, pageOfEntries, readEntry, saveEntry } from '#worker/services/entries';
import { binGoal, markGoal, saveGoal } from '#worker/services/goals';
import { readProfile, saveProfile } from '#worker/services/profile';
import { binRun, saveRun } from '#worker/services/runs';
import { fillSample } from '#worker/services/sample';
import { searchJournal } from '#worker/services/search';

/** A bit of everything, by the services that the window uses. */
const fill = (journal: Journal): void => {
  saveProfile(journal, { ...readProfile(journal), name: 'R.', reason: 'my sister' });
  const kept = saveEntry(
    journal,
    anEntry({ title: 'The river', tags: ['Home', 'water'], feelings: ['calm'], mood: 4 }),
  );
  const binned = saveEntry(journal, anEntry({ text: 'canary-in-the-bin', tags: ['home'] }));
  binEntry(journal, binned.id);
  const { id: entry, version, title, body } = kept;
  const revision = { entry, version, savedAt: 5, reason: 'edit' as const, title, bodyText: JSON.stringify(body) };
  insertStoredRevision(journal.db, revision);
  saveCheckIn(journal, aCheckIn({ halt: ['tired'], feelings: ['Calm'], sleepMinutes: 400 }));
  const goal = saveGoal(journal, aGoal({ pauses: [{ from: day('2026-11-05'), to: null }] }));
  markGoal(journal, { goal: goal.id, day: day('2026-11-02'), state: 'partly', amount: null, note: 'half' });
  binGoal(journal, saveGoal(journal, aGoal({ title: 'in the bin' })).id);
  binRun(journal, saveRun(journal, aRun()).id);
  saveRun(journal, aRun());
  binCheckIn(journal, saveCheckIn(journal, aCheckIn({ note: 'in the bin' })).id);
  attach(journal, entry, { bytes: randomBytes(2_500_000), thumbnail: Uint8Array.from([1, 2, 3]) });
  insertTombstone(journal.db, { id: journal.newId(), kind: 'entry', version });
};

const contents = (folder: string): string[] => readdirSync(folder).sort();

test('a restored journal exports the same lines again, and says when it was last backed up', async () => {
  const t = await tempExports();
  fill(await t.create());
  const first = await t.write(t.file);
  expect(first).toMatchObject({ name: 'journal.ebb.age', bytes: statSync(t.file).size });
  expect(first.counts).toMatchObject({
    entry: 2,
    revision: 1,
    'check-in': 2,
    goal: 2,
    run: 2,
    'goal-mark': 1,
    'attachment-piece': 3,
  });
  expect(contents(t.folder)).toEqual(['journal.ebb.age']);
  t.vault.close();
  expect(t.vault.status()).toMatchObject({ backupVerifiedAt: expect.any(Number) });

  const preview = await t.inspect(t.file);
  expect(preview).toMatchObject({ app: '0.0.0-test', counts: first.counts, bytes: first.bytes });
  // The entry, the goal, the run and the check-in that were binned.
  expect([first.deleted, preview.deleted]).toEqual([4, 4]);
  expect(preview).toMatchObject({ firstDay: '2026-11-20', lastDay: '2026-11-20' });

  const offer = await t.restore(t.file);
  expect(offer.groups).toHaveLength(8);
  expect(t.vault.status()).toMatchObject({ state: 'open', recoveryKeyProven: false });
  const second = join(t.folder, 'again.ebb.age');
  await t.write(second);

  const [manifest = '', ...lines] = await linesOf(t.file);
  const [manifestAgain = '', ...linesAgain] = await linesOf(second);
  expect(linesAgain.slice(0, -1)).toEqual(lines.slice(0, -1));
  const later = JSON.parse(manifestAgain) as { exportedAt: number };
  expect({ ...JSON.parse(manifest), exportedAt: later.exportedAt }).toEqual(later);
});

test('what was restored can be found, read and written on', async () => {
  const t = await tempExports();
  const journal = await t.create();
  fill(journal);
  const [before] = pageOfEntries(journal, { before: null, limit: 10 }).items;
  const was = before === undefined ? undefined : readEntry(journal, before.id);
  await t.write(t.file);
  t.vault.close();
  await t.restore(t.file);
  const restored = t.vault.journal();
  const hits = searchJournal(restored, { text: 'river', before: null, limit: 10 }).items;
  expect(hits.map((hit) => hit.id)).toEqual([before?.id]);
  expect(was && readEntry(restored, was.id)).toEqual(was);
  expect(searchJournal(restored, { text: 'canary', before: null, limit: 10 }).items).toEqual([]);
  expect(
    was && saveEntry(restored, { ...anEntry({ id: was.id, tags: was.tags }), baseVersion: was.version }).title,
  ).toBe('');
  t.vault.close();
  await t.vault.unlock(VAULT_PASSPHRASE);
  expect(t.vault.status()).toMatchObject({ state: 'open', openedWithRecoveryKey: false });
});

test('the sample journal survives export and restore line by line', async () => {
  const t = await tempExports();
  fillSample(await t.create());
  const { counts } = await t.write(t.file);
  expect(counts.entry).toBeGreaterThan(100);
  t.vault.close();
  await t.restore(t.file);
  const again = join(t.folder, 'again.ebb.age');
  await t.write(again);
  expect((await linesOf(again)).slice(1, -1)).toEqual((await linesOf(t.file)).slice(1, -1));
});

test('age opens an export, and Ebb opens what age sealed', async () => {
  const t = await tempExports({ workFactor: WORK_FACTOR });
  fill(await t.create());
  await t.write(t.file);
  const text = openWithAge(t.file, EXPORT_PASSPHRASE);
  const lastLine = text.lastIndexOf('\n', -2) + 1;
  const end = JSON.parse(text.toString('utf8', lastLine)) as { sha256: string; counts: object };
  expect(createHash('sha256').update(text.subarray(0, lastLine)).digest('hex')).toBe(end.sha256);
  const resealed = join(t.folder, 'by-age.ebb.age');
  sealWithAge(text, resealed, EXPORT_PASSPHRASE);
  expect(await t.inspect(resealed)).toMatchObject({ counts: end.counts });
  // Six times a second of scrypt, on a machine that may be busy.
}, 90_000);

test('exports the journal as it was when the export began, while writing goes on', async () => {
  const t = await tempExports();
  const journal = await t.create();
  for (let index = 0; index < 50; index += 1) saveEntry(journal, anEntry({ title: `before ${index}` }));
  attach(journal, saveEntry(journal, anEntry()).id, { bytes: randomBytes(30_000_000) });
  let during = 0;
  const writing = t.write(t.file);
  const timer = setInterval(() => {
    if (!t.progress.some(({ phase }) => phase === 'writing')) return;
    saveEntry(journal, anEntry({ title: 'during' }));
    during += 1;
  }, 5);
  const report = await writing;
  clearInterval(timer);
  expect(during).toBeGreaterThan(2);
  const lines = await linesOf(t.file);
  expect(lines.filter((line) => line.startsWith('{"type":"entry"'))).toHaveLength(51);
  expect(report.counts.entry).toBe(51);
});

test('only its owner can read an export, and no word in it', async () => {
  const t = await tempExports();
  fill(await t.create());
  await t.write(t.file);
  expect(statSync(t.file).mode & 0o777).toBe(0o600);
  const bytes = readFileSync(t.file);
  for (const word of ['ebb-export', 'canary', 'river', 'sister']) expect(bytes.includes(word)).toBe(false);
});

test('tells how far it is, forwards only, through every phase', async () => {
  const t = await tempExports();
  const journal = await t.create();
  attach(journal, saveEntry(journal, anEntry()).id, { bytes: randomBytes(20_000_000) });
  const job = randomUUID();
  await t.write(t.file, job);
  expect([...new Set(t.progress.map(({ phase }) => phase))]).toEqual(['preparing', 'writing', 'verifying']);
  expect(t.progress.every((event) => event.job === job && event.done <= event.total)).toBe(true);
  for (const phase of ['writing', 'verifying']) {
    const done = t.progress.filter((event) => event.phase === phase).map((event) => event.done);
    expect(done).toEqual([...done].sort((one, other) => one - other));
  }
});

describe('refusing', () => {
  test('the wrong passphrase, which makes nothing', async () => {
    const t = await tempExports();
    await t.create();
    await t.write(t.file);
    t.vault.close();
    const before = contents(t.home);
    await expect(t.inspect(t.file, 'slow river')).rejects.toEqual(new AppError('WRONG_PASSPHRASE'));
    const request = { job: randomUUID(), file: t.file, passphrase: 'slow river', newPassphrase: VAULT_PASSPHRASE };
    await expect(t.exports.restore(request)).rejects.toEqual(new AppError('WRONG_PASSPHRASE'));
    expect(contents(t.home)).toEqual(before);
  });

  test('files that are none, or are not there', async () => {
    const t = await tempExports();
    writeFileSync(t.file, 'Dear diary');
    await expect(t.inspect(t.file)).rejects.toEqual(new AppError('NOT_AN_EXPORT'));
    await expect(t.inspect(t.folder)).rejects.toEqual(new AppError('NOT_AN_EXPORT'));
    await expect(t.inspect(join(t.folder, 'nothing'))).rejects.toEqual(new AppError('FOLDER_MISSING'));
  });

  test('an export while the journal is locked, and a restore while one is open', async () => {
    const t = await tempExports();
    await expect(t.write(t.file)).rejects.toEqual(new AppError('LOCKED'));
    await t.create();
    await expect(t.restore(t.file)).rejects.toEqual(new AppError('VAULT_EXISTS'));
  });

  test('a folder that is gone, and a folder in the place of the file', async () => {
    const t = await tempExports();
    await t.create();
    await expect(t.write(join(t.folder, 'gone', 'a.ebb.age'))).rejects.toEqual(new AppError('FOLDER_MISSING'));
    mkdirSync(t.file);
    await expect(t.write(t.file)).rejects.toEqual(new AppError('NOT_A_FILE'));
    expect(t.progress).toEqual([]);
    expect(contents(t.folder)).toEqual(['journal.ebb.age']);
    expect(existsSync(t.file)).toBe(true);
  });

  test('a job that is at work already', async () => {
    const t = await tempExports();
    await t.create();
    const job = randomUUID();
    const [first, second] = await Promise.allSettled([t.write(t.file, job), t.write(t.file, job)]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: new AppError('INVALID_INPUT') });
  });
});

test('clears away what a crash left beside the target, and nothing else', async () => {
  const t = await tempExports();
  await t.create();
  writeFileSync(join(t.folder, `.ebb-${randomUUID()}.unfinished`), 'half an export');
  writeFileSync(join(t.folder, 'letter.unfinished'), 'not ours');
  await t.write(t.file);
  expect(contents(t.folder)).toEqual(['journal.ebb.age', 'letter.unfinished']);
});
