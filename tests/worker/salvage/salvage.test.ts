import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentText } from '#core/document';
import type { RecordId } from '#core/record';
import { emptyProfile } from '#core/settings';
import { aCheckIn, aGoal, anEntry, anId, day } from '#tests/support/builders';
import { codeOf } from '#tests/support/finished-vault';
import { PASSPHRASE, tempSnapshots } from '#tests/support/temp-snapshots';
import { PAGE_BYTES, pageCipher } from '#worker/salvage/page-cipher';
import { openPages } from '#worker/salvage/page-source';
import { readTreePage } from '#worker/salvage/row-format';
import { checkInsOf, saveCheckIn } from '#worker/services/check-ins';
import { keepDraft, openDrafts } from '#worker/services/drafts';
import { binEntry, countJournal, readEntry, saveEntry } from '#worker/services/entries';
import { goalsWithProgress, markGoal, saveGoal } from '#worker/services/goals';
import { readProfile, saveProfile } from '#worker/services/profile';
import { searchJournal } from '#worker/services/search';
import { databaseKey } from '#worker/vault/keys';

type Test = Awaited<ReturnType<typeof tempSnapshots>>;

const DAY = day('2026-11-20');
const database = ({ vaultFolder }: Test): string => join(vaultFolder, 'journal.db');
const journals = ({ home }: Test): string[] => readdirSync(home).filter((name) => name !== 'index.json');

/** Damages every page of the database that `which` names, found by what stands on it. */
const damagePages = (file: string, key: string, which: (names: readonly string[]) => boolean): number => {
  const source = openPages(file, key);
  const bytes = readFileSync(file);
  let damaged = 0;
  for (let page = 1; page <= source.pages; page += 1) {
    const texts = readTreePage(source, page)?.rows.flatMap(({ values }) =>
      values.filter((value) => typeof value === 'string'),
    );
    if (texts === undefined || !which(texts as string[])) continue;
    const at = page * PAGE_BYTES - 2000;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    damaged += 1;
  }
  source.close();
  writeFileSync(file, bytes);
  return damaged;
};

const filled = async () => {
  const test = await tempSnapshots();
  const journal = test.vault.journal();
  const ids: RecordId[] = [];
  for (let count = 0; count < 40; count += 1) {
    const text = `Page number ${count} by the river. `.repeat(60);
    ids.push(saveEntry(journal, anEntry({ text, title: `Entry ${count}`, tags: ['Maya'], feelings: ['calm'] })).id);
  }
  const checkIn = saveCheckIn(journal, aCheckIn({ note: 'slept well', feelings: ['hopeful'] }));
  const goal = saveGoal(journal, aGoal({ title: 'Walk' }));
  markGoal(journal, { goal: goal.id, day: DAY, state: 'done', amount: null, note: '' });
  saveProfile(journal, { ...emptyProfile, name: 'Sam' });
  const key = databaseKey(test.vault.current().vaultKey);
  return { ...test, ids, checkIn, goal, key };
};

/** Which of the entries are there with every word. */
const wholeEntries = ({ vault }: Test, ids: readonly RecordId[]): RecordId[] =>
  ids.filter((id, count) => {
    try {
      const text = documentText(readEntry(vault.journal(), id).body);
      expect(text).toContain(`Page number ${count} by the river.`);
      return true;
    } catch {
      return false;
    }
  });

describe('what can still be read of a damaged journal', () => {
  it('takes its place with every word, and the damaged one stays as it is', async () => {
    const test = await filled();
    test.vault.close();
    expect(damagePages(database(test), test.key, (texts) => texts.includes('Entry 7'))).toBeGreaterThan(0);
    const before = readFileSync(database(test));
    const found = await test.look();
    expect(found).toMatchObject({ database: 'damaged', snapshots: [], salvageProblem: null });
    const missing = found.salvage?.missing.entry ?? 0;
    expect(missing).toBeGreaterThan(0);
    expect(found.salvage?.found.entry).toBe(40 - missing);
    expect(found.salvage?.isUnsure).toBe(false);
    await test.recovery.takeSalvage(randomUUID());
    await test.vault.unlock(PASSPHRASE);
    const there = wholeEntries(test, test.ids);
    expect(there).toHaveLength(40 - missing);
    const journal = test.vault.journal();
    expect(searchJournal(journal, { text: 'river', before: null, limit: 100 }).items).toHaveLength(40 - missing);
    expect(readEntry(journal, there[0] as RecordId)).toMatchObject({ tags: ['Maya'], feelings: ['calm'] });
    expect(checkInsOf(journal, { from: DAY, to: DAY })).toMatchObject([{ note: 'slept well', feelings: ['hopeful'] }]);
    expect(goalsWithProgress(journal, DAY)).toMatchObject([{ goal: { title: 'Walk' } }]);
    expect(readProfile(journal).name).toBe('Sam');
    expect(readFileSync(database(test))).toEqual(before);
    expect(test.index.replaced()).toHaveLength(1);
    test.vault.close();
  });

  it('is copied aside first, the log and the key files too, byte for byte', async () => {
    const test = await filled();
    const files = ['journal.db', 'journal.db-wal', 'header.a.json', 'header.b.json'];
    // As a crash leaves them.
    const left = new Map(files.map((file) => [file, readFileSync(join(test.vaultFolder, file))]));
    test.vault.close();
    for (const [file, bytes] of left) writeFileSync(join(test.vaultFolder, file), bytes);
    truncateSync(database(test), left.get('journal.db')?.length === 0 ? 0 : PAGE_BYTES * 3 + 17);
    left.set('journal.db', readFileSync(database(test)));
    const found = await test.look();
    // Everything was in the log.
    expect(found.salvage).toMatchObject({ found: { entry: 40, 'check-in': 1 }, missing: {} });
    const home = join(test.vaultFolder, 'damaged');
    const [copy = '', ...more] = readdirSync(home);
    expect(more).toEqual([]);
    for (const [file, bytes] of left) {
      expect(readFileSync(join(home, copy, file)).equals(bytes)).toBe(true);
      expect(readFileSync(join(test.vaultFolder, file)).equals(bytes)).toBe(true);
    }
    await test.look();
    expect(readdirSync(home)).toEqual([copy]);
  });

  it('is completed by the newest whole backup, and says how much of it', async () => {
    const test = await filled();
    await test.take();
    const [binned = ''] = test.ids;
    binEntry(test.vault.journal(), binned as RecordId);
    saveEntry(test.vault.journal(), anEntry({ title: 'Written later', text: 'After the backup.' }));
    test.vault.close();
    damagePages(database(test), test.key, (texts) => texts.includes('Entry 7') || texts.includes('hopeful'));
    const { salvage } = await test.look();
    expect(salvage?.missing).toEqual({});
    expect((salvage?.found.entry ?? 0) + (salvage?.filled.entry ?? 0)).toBe(41);
    expect(salvage?.filled.entry).toBeGreaterThan(0);
    await test.recovery.takeSalvage(randomUUID());
    await test.vault.unlock(PASSPHRASE);
    expect(wholeEntries(test, test.ids)).toHaveLength(40);
    expect(countJournal(test.vault.journal())).toEqual({ kept: 40, bin: 1 });
    expect(checkInsOf(test.vault.journal(), { from: DAY, to: DAY })).toMatchObject([{ feelings: ['hopeful'] }]);
    expect(test.service.list().snapshots).toHaveLength(1);
  });

  it('lacks nothing where only the search index and other indices are damaged', async () => {
    const test = await filled();
    test.vault.close();
    const source = openPages(database(test), test.key);
    const bytes = readFileSync(database(test));
    let damaged = 0;
    for (let page = 2; page <= source.pages; page += 1) {
      const tree = readTreePage(source, page);
      const values = tree?.rows[0]?.values;
      // Rows of the search index: a number and bytes. Of an index of ids: bytes and a number.
      const isSearch = tree?.kind === 'table' && values?.length === 2;
      const isIds = tree?.kind === 'index' && values?.length === 2 && values[0] instanceof Uint8Array;
      if (!isSearch && !isIds) continue;
      const at = page * PAGE_BYTES - 1500;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      damaged += 1;
    }
    source.close();
    expect(damaged).toBeGreaterThan(5);
    writeFileSync(database(test), bytes);
    const { salvage } = await test.look();
    expect(salvage).toMatchObject({
      found: { entry: 40, 'check-in': 1, goal: 1, 'goal-mark': 1 },
      missing: {},
      isUnsure: false,
    });
  });

  it('has what stood in forms that were not saved, and says where that may be lost', async () => {
    const test = await filled();
    const about = { record: anId(), baseVersion: null, cause: 'other', note: 'not saved yet' } as const;
    const times = { began: { day: null, minutes: null }, ended: null };
    const [one, two] = [anId(), anId()];
    keepDraft(test.vault.journal(), { id: one, content: { form: 'run', ...about, ...times } });
    const typed = { ownEmergencyNumber: '112', ownCrisisLine: '' };
    keepDraft(test.vault.journal(), { id: two, content: { form: 'own-numbers', typed } });
    const drafts = openDrafts(test.vault.journal());
    test.vault.close();
    const whole = readFileSync(database(test));
    damagePages(database(test), test.key, (texts) => texts.some((text) => text.includes('not saved yet')));
    expect((await test.look()).salvage).toMatchObject({ found: { entry: 40 }, isUnsure: true });
    writeFileSync(database(test), whole);
    damagePages(database(test), test.key, (texts) => texts.includes('Entry 7'));
    expect((await test.look()).salvage?.isUnsure).toBe(false);
    await test.recovery.takeSalvage(randomUUID());
    await test.vault.unlock(PASSPHRASE);
    const { journal } = test.vault;
    expect(openDrafts(journal())).toEqual(drafts);
    expect(drafts.map(({ id }) => id).sort()).toEqual([one, two].sort());
    const stored = journal().db.all<{ record: Uint8Array | null }>({ text: 'SELECT record FROM draft', values: [] });
    expect(stored.filter(({ record }) => record !== null)).toHaveLength(1);
  });

  it('leaves nothing behind when it is not taken', async () => {
    const test = await filled();
    test.vault.close();
    damagePages(database(test), test.key, (texts) => texts.includes('Entry 7'));
    await test.look();
    expect(journals(test)).toHaveLength(2);
    await test.recovery.close();
    expect(journals(test)).toHaveLength(1);
    expect(await codeOf(() => test.recovery.takeSalvage(randomUUID()))).toBe('LOCKED');
  });

  it('leaves nothing behind when it is stopped', async () => {
    const test = await filled();
    test.vault.close();
    damagePages(database(test), test.key, (texts) => texts.includes('Entry 7'));
    const looking = test.look();
    const ended = codeOf(() => looking);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await test.recovery.close();
    expect(['CANCELLED', 'nothing', 'LOCKED']).toContain(await ended);
    expect(journals(test)).toHaveLength(1);
  });

  it('is nothing to speak of where no page opens', async () => {
    const test = await filled();
    test.vault.close();
    const bytes = readFileSync(database(test));
    writeFileSync(
      database(test),
      bytes.map((byte) => byte ^ 1),
    );
    expect((await test.look()).salvage).toMatchObject({ found: {}, missing: {}, isUnsure: true });
  });
});

describe('a page', () => {
  it('opens only as it was written, and only in its own place', async () => {
    const test = await filled();
    test.vault.close();
    const copy = join(test.home, 'copy');
    copyFileSync(database(test), copy);
    const bytes = readFileSync(copy);
    const page = bytes.subarray(PAGE_BYTES, 2 * PAGE_BYTES);
    const cipher = pageCipher(test.key);
    expect(cipher.open(2, page)).not.toBeNull();
    expect(cipher.open(3, page)).toBeNull();
    for (const at of [0, 1000, 4015, 4016, 4032, 4095]) {
      const changed = Buffer.from(page);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(cipher.open(2, changed)).toBeNull();
    }
    rmSync(copy);
    expect(existsSync(copy)).toBe(false);
  });
});
