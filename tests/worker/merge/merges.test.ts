import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { documentFromText } from '#core/document';
import { draftFrom } from '#core/entry';
import { AppError } from '#core/errors';
import type { ExportLine } from '#core/export-line';
import type { RecordId } from '#core/record';
import { aCheckIn, aGoal, anEntry, day } from '#tests/support/builders';
import { exportText, linesOf, sealText } from '#tests/support/export-files';
import { codeOf } from '#tests/support/finished-vault';
import { EXPORT_PASSPHRASE, type TempExports, tempExports } from '#tests/support/temp-exports';
import { tempFolder } from '#tests/support/temp-folder';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import { threadFile } from '#tests/support/threads';
import { exportLines, lineText } from '#worker/exports/export-lines';
import { parseLine } from '#worker/exports/parse-line';
import { storeRecords } from '#worker/exports/store-records';
import type { ExportRecord } from '#worker/exports/thread-messages';
import { type Journal, systemClock } from '#worker/journal';
import { seenVersions } from '#worker/merge/seen-versions';
import { purgeBin } from '#worker/services/bin';
import { checkInsOf, saveCheckIn } from '#worker/services/check-ins';
import { binEntry, countJournal, readEntry, saveEntry } from '#worker/services/entries';
import { goalsWithProgress, markGoal, saveGoal } from '#worker/services/goals';
import { mergeService } from '#worker/services/merges';
import { revisionsOf } from '#worker/services/revisions';

const exported = ({ db }: Journal): string[] => [...exportLines(db)].map(lineText);

/** The journal as it goes on elsewhere, a minute later. */
const elsewhere = (journal: Journal): Journal => {
  const other = tempJournal(testClock(Date.now() + 60_000));
  storeRecords(other)(exported(journal).map((text) => parseLine(Buffer.from(text)) as ExportRecord));
  return other;
};

const retell = (journal: Journal, id: RecordId, text: string): void => {
  saveEntry(journal, { ...draftFrom(readEntry(journal, id)), body: documentFromText(text) });
};

const mergesOver = (t: TempExports, failing: { code: 'DISK_FULL' | null } = { code: null }) => {
  const taken: string[] = [];
  const merges = mergeService({
    vault: t.vault,
    smith: { clock: systemClock },
    home: t.home,
    thread: threadFile('export-thread'),
    snapshots: {
      take: async (_, reason) => {
        if (failing.code !== null) throw new AppError(failing.code);
        taken.push(reason);
        return undefined as never;
      },
    },
    onProgress: (event) => t.progress.push(event),
  });
  onTestFinished(() => merges.close());
  const look = async (other: Journal) => {
    const lines = [...exportLines(other.db)] as ExportLine[];
    await sealText(t.file, exportText(lines, { seen: seenVersions(other.db) }));
    return merges.look({ job: randomUUID(), file: t.file, passphrase: EXPORT_PASSPHRASE });
  };
  const leftBehind = (): string[] => readdirSync(t.home).filter((name) => name.startsWith('.'));
  return { merges, look, taken, leftBehind };
};

const begin = async () => {
  const t = await tempExports();
  const journal = await t.create();
  const [one, two] = [saveEntry(journal, anEntry({ text: 'rain' })), saveEntry(journal, anEntry({ text: 'wind' }))];
  return { t, journal, one: one.id, two: two.id };
};

describe('an export of the same journal from elsewhere', () => {
  it('comes in as was told, after a snapshot, and is undone at once', async () => {
    const { t, journal, one, two } = await begin();
    const other = elsewhere(journal);
    retell(other, one, 'rain, told anew');
    const added = saveEntry(other, anEntry({ text: 'the sea', tags: ['Sea'] })).id;
    const goal = saveGoal(other, aGoal({ title: 'walk' })).id;
    markGoal(other, { goal, day: day('2026-11-20'), state: 'done', amount: null, note: '' });
    const before = exported(journal);
    const { merges, look, taken, leftBehind } = mergesOver(t);
    const { counts, isNothingNew } = await look(other);
    expect(counts).toMatchObject({
      added: { entry: 1, goal: 1, 'goal-mark': 1 },
      newer: { entry: 1 },
      conflicting: {},
    });
    expect(isNothingNew).toBe(false);
    expect(exported(journal)).toEqual(before);
    expect(merges.last()).toBeNull();
    expect(await merges.run(randomUUID(), 'keep')).toEqual({ counts, conflicts: [] });
    expect(taken).toEqual(['before-merge']);
    expect(leftBehind()).toEqual([]);
    expect(readEntry(journal, added)).toMatchObject({ tags: ['Sea'] });
    expect(revisionsOf(journal, one)).toMatchObject([{ reason: 'merge', body: documentFromText('rain') }]);
    expect(goalsWithProgress(journal, day('2026-11-21'))).toMatchObject([{ kept: 1 }]);
    expect(readEntry(journal, two).body).toEqual(documentFromText('wind'));
    expect(merges.last()).toMatchObject({ exportedAt: Date.UTC(2026, 10, 21, 11) });
    expect(merges.undo()).toEqual({ left: 0 });
    expect(exported(journal)).toEqual(before);
    expect([merges.last(), await codeOf(() => merges.undo())]).toEqual([null, 'NOT_FOUND']);
  });

  it('tells what both changed from what only one did, and keeps the other state', async () => {
    const { t, journal, one, two } = await begin();
    const checkIn = saveCheckIn(journal, aCheckIn({ note: 'before' }));
    const other = elsewhere(journal);
    retell(journal, one, 'rain here');
    retell(other, one, 'rain there');
    retell(journal, two, 'wind, only here');
    saveCheckIn(journal, { ...aCheckIn({ note: 'here' }), id: checkIn.id, baseVersion: checkIn.version });
    saveCheckIn(other, { ...aCheckIn({ note: 'there' }), id: checkIn.id, baseVersion: checkIn.version });
    const { merges, look } = mergesOver(t);
    expect((await look(other)).counts).toMatchObject({
      conflicting: { entry: 1, 'check-in': 1 },
      newer: {},
      older: { entry: 1 },
    });
    await merges.run(randomUUID(), 'keep');
    expect(readEntry(journal, one).body).toEqual(documentFromText('rain there'));
    expect(revisionsOf(journal, one).map(({ body }) => body)).toContainEqual(documentFromText('rain here'));
    const range = { from: day('2026-11-20'), to: day('2026-11-20') };
    expect(checkInsOf(journal, range).map(({ note }) => note)).toEqual(['there']);
    expect(exported(journal).filter((line) => line.startsWith('{"type":"kept-version"'))).toMatchObject([
      expect.stringContaining('"note":"here"'),
    ]);
    expect((await look(other)).isNothingNew).toBe(true);
  });

  it('names the entries that both changed as they stand now, the latest twenty of them', async () => {
    const { t, journal, two } = await begin();
    const both = Array.from({ length: 23 }, (_, n) =>
      saveEntry(journal, anEntry({ title: `Day ${n}`, text: 'as was', at: Date.UTC(2026, 9, 1 + n, 11) })),
    );
    const other = elsewhere(journal);
    retell(journal, two, 'only here');
    for (const { id } of both) retell(journal, id, 'told here');
    for (const { id } of both) retell(other, id, 'told there');
    const { merges, look } = mergesOver(t);
    await look(other);
    const { counts, conflicts } = await merges.run(randomUUID(), 'keep');
    expect(counts.conflicting).toEqual({ entry: 23 });
    const last = both.slice(-20).reverse();
    expect(conflicts).toEqual(last.map(({ id, day: on, title }) => ({ id, day: on, title, excerpt: 'told there' })));
  });

  it('asks about what was deleted there, and leaves it where the person says so', async () => {
    for (const answer of ['keep', 'delete'] as const) {
      const { t, journal, one } = await begin();
      const other = elsewhere(journal);
      binEntry(other, one);
      const { merges, look } = mergesOver(t);
      expect((await look(other)).counts).toMatchObject({ 'deleted-there': { entry: 1 } });
      await merges.run(randomUUID(), answer);
      expect(countJournal(journal)).toEqual(answer === 'keep' ? { kept: 2, bin: 0 } : { kept: 1, bin: 1 });
      // Asked once, whatever was answered.
      expect((await look(other)).counts).toMatchObject({ 'deleted-there': {} });
    }
  });

  it('brings back what was deleted here only where it was changed there after that', async () => {
    const { t, journal, one, two } = await begin();
    const other = elsewhere(journal);
    binEntry(journal, one);
    binEntry(journal, two);
    retell(other, two, 'wind, later');
    const { merges, look } = mergesOver(t);
    expect((await look(other)).counts).toMatchObject({ 'staying-deleted': { entry: 1 }, returning: { entry: 1 } });
    await merges.run(randomUUID(), 'keep');
    expect(countJournal(journal)).toEqual({ kept: 1, bin: 1 });
    expect(readEntry(journal, two)).toMatchObject({ deletedAt: null, body: documentFromText('wind, later') });
  });
});

describe('undoing', () => {
  it('leaves what was changed since as it is, with all that belongs to it, and says so', async () => {
    const { t, journal, one } = await begin();
    const other = elsewhere(journal);
    const added = saveEntry(other, anEntry({ text: 'the sea', tags: ['Sea'] })).id;
    const goal = saveGoal(other, aGoal()).id;
    retell(other, one, 'rain there');
    const { merges, look } = mergesOver(t);
    await look(other);
    await merges.run(randomUUID(), 'keep');
    retell(journal, added, 'the sea, again');
    markGoal(journal, { goal, day: day('2026-11-20'), state: 'done', amount: null, note: '' });
    expect(merges.undo()).toEqual({ left: 2 });
    expect(readEntry(journal, added)).toMatchObject({ tags: ['Sea'], body: documentFromText('the sea, again') });
    expect(goalsWithProgress(journal, day('2026-11-21'))).toMatchObject([{ kept: 1 }]);
    expect(readEntry(journal, one).body).toEqual(documentFromText('rain'));
  });

  it('is forgotten after thirty days, and what is gone for good is in no kept state either', () => {
    const clock = testClock();
    const journal = tempJournal(clock);
    const { db } = journal;
    const { id } = saveEntry(journal, anEntry());
    binEntry(journal, id);
    const owner = new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'));
    const text = 'INSERT INTO bulk_change (kind, at, source_at) VALUES';
    db.exec(`${text} ('merge', ${clock.now()}, 0)`);
    db.run({
      text: `INSERT INTO kept_version (kind, record, owner, version, kept_at, digest, line)
        VALUES ('entry', ?, ?, '', 0, zeroblob(32), '{}')`,
      values: [id, owner],
    });
    db.run({
      text: `INSERT INTO bulk_change_item (change, place, kind, record, owner, before) VALUES (1, 0, 'entry', ?, ?, '{}')`,
      values: [id, owner],
    });
    clock.set(clock.now() + 31 * 86_400_000);
    purgeBin(journal);
    for (const table of ['kept_version', 'bulk_change_item', 'bulk_change']) {
      expect([table, db.all({ text: `SELECT * FROM ${table}`, values: [] })]).toEqual([table, []]);
    }
  });
});

describe('where something is in the way', () => {
  it('merges nothing without the snapshot before, and can try again', async () => {
    const { t, journal } = await begin();
    const other = elsewhere(journal);
    saveEntry(other, anEntry());
    const failing = { code: 'DISK_FULL' as 'DISK_FULL' | null };
    const { merges, look } = mergesOver(t, failing);
    await look(other);
    expect(await codeOf(() => merges.run(randomUUID(), 'keep'))).toBe('DISK_FULL');
    expect([countJournal(journal).kept, merges.last()]).toEqual([2, null]);
    failing.code = null;
    await merges.run(randomUUID(), 'keep');
    expect(countJournal(journal).kept).toBe(3);
  });

  it('lies encrypted beside the journals only until it is let go of, and a start clears what a crash left', async () => {
    const { t, journal } = await begin();
    const other = elsewhere(journal);
    saveEntry(other, anEntry({ text: 'canaryinthemine' }));
    const crashed = join(t.home, '.unfinished-merge-crashed');
    mkdirSync(crashed);
    writeFileSync(join(crashed, 'journal.db'), 'rest');
    const { merges, look, leftBehind } = mergesOver(t);
    expect(leftBehind()).toEqual([]);
    await look(other);
    const [folder = ''] = leftBehind();
    const files = readdirSync(join(t.home, folder));
    expect(files).toContain('journal.db');
    for (const file of files) {
      const bytes = readFileSync(join(t.home, folder, file));
      expect([bytes.includes('canaryinthemine'), bytes.includes('SQLite format')]).toEqual([false, false]);
    }
    merges.forget();
    expect(leftBehind()).toEqual([]);
    expect(await codeOf(() => merges.run(randomUUID(), 'keep'))).toBe('NOT_FOUND');
  });

  it('stops when it is told to, and leaves nothing', async () => {
    const { t, journal } = await begin();
    const other = elsewhere(journal);
    const { merges, look, leftBehind } = mergesOver(t);
    const before = exported(journal);
    await look(other);
    const job = randomUUID();
    const looking = codeOf(() => merges.look({ job, file: t.file, passphrase: EXPORT_PASSPHRASE }));
    await merges.cancel(job);
    expect([await looking, leftBehind(), exported(journal)]).toEqual(['CANCELLED', [], before]);
    const locking = codeOf(() => merges.look({ job, file: t.file, passphrase: EXPORT_PASSPHRASE }));
    await merges.close();
    expect([await locking, leftBehind()]).toEqual(['CANCELLED', []]);
    const wrong = codeOf(() => merges.look({ job, file: t.file, passphrase: 'not this one' }));
    expect([await wrong, leftBehind()]).toEqual(['WRONG_PASSPHRASE', []]);
    expect(await codeOf(() => merges.look({ job, file: join(tempFolder(), 'none'), passphrase: 'x' }))).toBe(
      'FOLDER_MISSING',
    );
  });
});

it('an export says what its journal has seen, and a restored journal knows it', async () => {
  const { t, journal } = await begin();
  await t.write(t.file);
  const [manifest = ''] = await linesOf(t.file);
  const { seen } = JSON.parse(manifest) as { seen: object };
  expect(seen).toEqual(seenVersions(journal.db));
  t.vault.close();
  await t.restore(t.file);
  expect(seenVersions(t.vault.journal().db)).toEqual(seen);
});
