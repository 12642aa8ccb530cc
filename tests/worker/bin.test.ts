import { describe, expect, it, test } from 'vitest';
import { BIN_DAYS, type BinCursor, type BinPage, binPage } from '#core/bin';
import { AppError } from '#core/errors';
import type { Goal, GoalDraft } from '#core/goal';
import { aCheckIn, aGoal, anEntry, anId, aRun, day } from '#tests/support/builders';
import { tempExports, VAULT_PASSPHRASE } from '#tests/support/temp-exports';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import { sql } from '#worker/db/sql';
import { exportLines } from '#worker/exports/export-lines';
import type { Journal } from '#worker/journal';
import { insertRun } from '#worker/repositories/run';
import { saveSetting } from '#worker/repositories/setting';
import { pageOfBin, purgeBin, removeForGood } from '#worker/services/bin';
import { binCheckIn, checkInsOf, restoreCheckIn, saveCheckIn } from '#worker/services/check-ins';
import { keepDraft } from '#worker/services/drafts';
import { binEntry, saveEntry } from '#worker/services/entries';
import { binGoal, goalsWithProgress, markGoal, marksOf, restoreGoal, saveGoal } from '#worker/services/goals';
import { allRuns, binRun, restoreRun, saveRun } from '#worker/services/runs';

const noDays = { began: { day: null, minutes: null }, ended: null };
const DAY_MS = 86_400_000;
const today = day('2026-11-21');
const all = { from: day('2026-01-01'), to: today };

const rows = ({ db }: Journal, table: string): number =>
  db.get<{ count: number }>({ text: `SELECT count(*) AS count FROM ${table}`, values: [] })?.count ?? 0;

const bin = (journal: Journal) => pageOfBin(journal, { before: null, limit: 50 });
const nothing = { items: [], next: null, total: 0 };

const inBin = (journal: Journal) => bin(journal).items.map(({ kind, record }) => [kind, record.id]);

/** A journal with one of each kind, each deleted an hour after the one before. */
const withOneOfEach = () => {
  const clock = testClock();
  const journal = tempJournal(clock);
  const checkIn = saveCheckIn(journal, aCheckIn({ feelings: ['calm'], note: 'Slow.' }));
  const goal = saveGoal(journal, aGoal({ pauses: [{ from: day('2026-11-05'), to: day('2026-11-07') }] }));
  markGoal(journal, { goal: goal.id, day: day('2026-11-02'), state: 'done', amount: null, note: '' });
  const run = saveRun(journal, aRun());
  const bins = [() => binCheckIn(journal, checkIn.id), () => binGoal(journal, goal.id), () => binRun(journal, run.id)];
  for (const bin of bins) {
    clock.set(clock.now() + 3_600_000);
    bin();
  }
  return { clock, journal, checkIn, goal, run };
};

describe('what was deleted', () => {
  it('is listed, latest first, and nothing else is', () => {
    const { clock, journal, checkIn, goal, run } = withOneOfEach();
    saveCheckIn(journal, aCheckIn());
    saveEntry(journal, anEntry());
    const entry = saveEntry(journal, anEntry({ title: 'Slow', text: 'The river.' }));
    clock.set(clock.now() + 1);
    binEntry(journal, entry.id);
    const listed = bin(journal);
    expect(listed.items).toMatchObject([
      { kind: 'entry', record: { id: entry.id, title: 'Slow', excerpt: 'The river.' } },
      { kind: 'run', record: { id: run.id, began: run.began } },
      { kind: 'goal', record: { id: goal.id, title: goal.title, pauses: goal.pauses } },
      { kind: 'check-in', record: { id: checkIn.id, feelings: ['calm'], note: 'Slow.' } },
    ]);
    expect(listed).toMatchObject({ total: 4, next: null });
    expect(binPage.parse(listed)).toEqual(listed);
  });

  it('is listed as far as it is asked for, and counted in all', () => {
    const clock = testClock();
    const journal = tempJournal(clock);
    const ids = Array.from({ length: 12 }, () => saveCheckIn(journal, aCheckIn()).id);
    // Several of them in the same millisecond, as an import may have it.
    ids.forEach((id, index) => {
      if (index % 4 === 0) clock.set(clock.now() + 1000);
      binCheckIn(journal, id);
    });
    const seen: string[] = [];
    let before: BinCursor | null = null;
    do {
      const page: BinPage = pageOfBin(journal, { before, limit: 5 });
      expect(page.total).toBe(12);
      seen.push(...page.items.map(({ record }) => record.id));
      before = page.next;
    } while (before !== null);
    expect(seen).toEqual([...ids].reverse());
  });

  it('leaves the list when it is taken back, and is as it was', () => {
    const { journal, checkIn, goal, run } = withOneOfEach();
    restoreCheckIn(journal, checkIn.id);
    restoreGoal(journal, goal.id);
    restoreRun(journal, run.id);
    expect(bin(journal)).toEqual(nothing);
    expect(checkInsOf(journal, all)).toMatchObject([{ id: checkIn.id, feelings: ['calm'] }]);
    expect(allRuns(journal)).toMatchObject([{ id: run.id }]);
    expect(marksOf(journal, { goal: goal.id, ...all })).toHaveLength(1);
  });
});

describe('what is deleted for good at once', () => {
  it.each(['entry', 'check-in', 'goal', 'run'] as const)('goes with all that belongs to it: %s', (kind) => {
    const { clock, journal, checkIn, goal, run } = withOneOfEach();
    const first = saveEntry(journal, anEntry({ text: 'One.' }));
    clock.set(clock.now() + 3_600_000);
    const entry = saveEntry(journal, { ...anEntry({ text: 'Two.' }), id: first.id, baseVersion: first.version });
    binEntry(journal, entry.id);
    expect(rows(journal, 'revision')).toBe(1);
    const { id } = { entry, 'check-in': checkIn, goal, run }[kind];
    const version = bin(journal).items.length;
    keepDraft(journal, {
      id: anId(),
      content: { form: 'run', record: id, baseVersion: null, ...noDays, cause: 'other', note: 'half' },
    });
    removeForGood(journal, { kind, id });
    expect(inBin(journal)).toHaveLength(version - 1);
    expect(inBin(journal).map(([, other]) => other)).not.toContain(id);
    expect(journal.db.all(sql`SELECT kind FROM tombstone`)).toEqual([{ kind }]);
    expect(rows(journal, 'draft')).toBe(0);
    if (kind === 'entry') expect(rows(journal, 'revision')).toBe(0);
    if (kind === 'goal') expect(rows(journal, 'goal_mark')).toBe(0);
    expect(() => removeForGood(journal, { kind, id })).toThrow(AppError);
  });

  it('is never what was not deleted before', () => {
    const journal = tempJournal();
    const { id } = saveEntry(journal, anEntry());
    expect(() => removeForGood(journal, { kind: 'entry', id })).toThrow(AppError);
    expect(() => removeForGood(journal, { kind: 'goal', id })).toThrow(AppError);
    expect(rows(journal, 'entry')).toBe(1);
  });
});

describe('thirty days', () => {
  it('are kept to the millisecond, and then each kind goes for good and leaves a tombstone', () => {
    const { clock, journal, checkIn, goal, run } = withOneOfEach();
    const entry = saveEntry(journal, anEntry());
    binEntry(journal, entry.id);
    const deleted = clock.now();
    clock.set(deleted + BIN_DAYS * DAY_MS - 2 * 3_600_000);
    purgeBin(journal);
    expect(inBin(journal)).toEqual([
      ['entry', entry.id],
      ['run', run.id],
      ['goal', goal.id],
      ['check-in', checkIn.id],
    ]);
    clock.set(deleted + BIN_DAYS * DAY_MS);
    purgeBin(journal);
    expect(inBin(journal)).toEqual([
      ['entry', entry.id],
      ['run', run.id],
    ]);
    clock.set(clock.now() + 1);
    purgeBin(journal);
    expect(bin(journal)).toEqual(nothing);
    const kinds = journal.db.all<{ kind: string }>(sql`SELECT kind FROM tombstone ORDER BY kind`);
    expect(kinds.map(({ kind }) => kind)).toEqual(['check-in', 'entry', 'goal', 'run']);
    for (const table of [
      'check_in',
      'check_in_feeling',
      'goal',
      'goal_pause',
      'goal_mark',
      'run',
      'entry',
      'revision',
    ]) {
      expect([table, rows(journal, table)]).toEqual([table, 0]);
    }
  });

  it('are over for what cannot be taken back any more', () => {
    const { clock, journal, checkIn, goal, run } = withOneOfEach();
    clock.set(clock.now() + 31 * DAY_MS);
    purgeBin(journal);
    const gone = new AppError('NOT_FOUND');
    expect(() => restoreCheckIn(journal, checkIn.id)).toThrow(gone);
    expect(() => restoreGoal(journal, goal.id)).toThrow(gone);
    expect(() => restoreRun(journal, run.id)).toThrow(gone);
  });

  it('begin anew when something is deleted again', () => {
    const { clock, journal, checkIn } = withOneOfEach();
    clock.set(clock.now() + 20 * DAY_MS);
    restoreCheckIn(journal, checkIn.id);
    binCheckIn(journal, checkIn.id);
    clock.set(clock.now() + 20 * DAY_MS);
    purgeBin(journal);
    expect(inBin(journal)).toEqual([['check-in', checkIn.id]]);
  });

  it('never touch what is kept', () => {
    const clock = testClock();
    const journal = tempJournal(clock);
    const goal = saveGoal(journal, aGoal());
    markGoal(journal, { goal: goal.id, day: day('2026-11-02'), state: 'done', amount: null, note: '' });
    saveCheckIn(journal, aCheckIn());
    saveRun(journal, aRun());
    saveEntry(journal, anEntry());
    clock.set(clock.now() + 400 * DAY_MS);
    purgeBin(journal);
    for (const table of ['entry', 'check_in', 'goal', 'goal_mark', 'run']) {
      expect([table, rows(journal, table)]).toEqual([table, 1]);
    }
    expect(rows(journal, 'tombstone')).toBe(0);
  });
});

describe('a goal', () => {
  const edited = (
    { version, createdAt: _, updatedAt: __, deletedAt: ___, ...goal }: Goal,
    change: Partial<GoalDraft>,
  ) => ({
    ...goal,
    baseVersion: version,
    ...change,
  });
  const mark = (goal: Goal, date: string, rest: object = {}) =>
    ({ goal: goal.id, day: day(date), state: 'done', amount: null, note: '', ...rest }) as const;

  const aKeptGoal = (journal: Journal, change: Partial<GoalDraft> = {}): Goal => {
    const goal = saveGoal(journal, aGoal());
    for (const date of ['2026-11-01', '2026-11-02', '2026-11-04']) markGoal(journal, mark(goal, date));
    markGoal(journal, mark(goal, '2026-11-03', { state: 'skipped', note: 'Ill.' }));
    return saveGoal(journal, edited(goal, change));
  };

  it.each<[string, Partial<GoalDraft>]>([
    ['going on', {}],
    ['paused', { pauses: [{ from: day('2026-11-10'), to: null }] }],
    [
      'paused twice',
      {
        pauses: [
          { from: day('2026-11-05'), to: day('2026-11-06') },
          { from: day('2026-11-10'), to: null },
        ],
      },
    ],
    ['ended', { ends: day('2026-11-15') }],
  ])('%s comes back from the bin with its history and its figures', (_, change) => {
    const journal = tempJournal();
    const goal = aKeptGoal(journal, change);
    const before = goalsWithProgress(journal, today);
    const marks = marksOf(journal, { goal: goal.id, ...all });
    binGoal(journal, goal.id);
    expect(goalsWithProgress(journal, today)).toEqual([]);
    restoreGoal(journal, goal.id);
    const [after] = goalsWithProgress(journal, today);
    expect(after).toEqual({ ...before[0], goal: { ...before[0]?.goal, version: after?.goal.version } });
    expect(marksOf(journal, { goal: goal.id, ...all })).toEqual(marks);
  });

  it('goes with its own marks only', () => {
    const clock = testClock();
    const journal = tempJournal(clock);
    const [gone, kept] = [aKeptGoal(journal), aKeptGoal(journal)];
    binGoal(journal, gone.id);
    clock.set(clock.now() + 31 * DAY_MS);
    purgeBin(journal);
    expect(marksOf(journal, { goal: kept.id, ...all })).toHaveLength(4);
    expect(rows(journal, 'goal_mark')).toBe(4);
    expect(() => markGoal(journal, mark(gone, '2026-11-05'))).toThrow(new AppError('NOT_FOUND'));
    expect(journal.db.all(sql`SELECT kind FROM tombstone`)).toEqual([{ kind: 'goal' }]);
    const lines = [...exportLines(journal.db)];
    expect(lines.filter((line) => line.type === 'goal-mark').every((line) => line.goal === kept.id)).toBe(true);
  });
});

test('the bin is emptied of what is over when the journal is opened and the clock can be believed', async () => {
  const t = await tempExports();
  const journal = await t.create();
  const draft = saveRun(journal, aRun());
  const old = { ...draft, id: journal.newId(), deletedAt: Date.now() - 31 * DAY_MS };
  const recent = { ...old, id: journal.newId(), deletedAt: Date.now() - 29 * DAY_MS };
  insertRun(journal.db, old);
  insertRun(journal.db, recent);
  t.vault.close();
  await t.vault.unlock(VAULT_PASSPHRASE);
  expect(inBin(t.vault.journal())).toHaveLength(2);
  // As after a week of openings under a clock that agrees with itself (clock-trust.ts).
  saveSetting(t.vault.journal().db, 'clock-days', '7');
  t.vault.close();
  await t.vault.unlock(VAULT_PASSPHRASE);
  expect(inBin(t.vault.journal())).toEqual([['run', recent.id]]);
});
