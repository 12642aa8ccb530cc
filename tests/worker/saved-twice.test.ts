import { describe, expect, it } from 'vitest';
import { AppError } from '#core/errors';
import { aCheckIn, aGoal, anEntry, aRun, berlin, day } from '#tests/support/builders';
import { tempJournal, testClock } from '#tests/support/temp-journal';
import type { Journal } from '#worker/journal';
import { getCheckIn } from '#worker/repositories/check-in';
import { getGoal } from '#worker/repositories/goal';
import { getRun } from '#worker/repositories/run';
import { binCheckIn, checkInsOf, restoreCheckIn, saveCheckIn } from '#worker/services/check-ins';
import { binEntry, readEntry, restoreEntry, saveEntry } from '#worker/services/entries';
import { binGoal, goalsWithProgress, restoreGoal, saveGoal } from '#worker/services/goals';
import { allRuns, binRun, restoreRun, saveRun } from '#worker/services/runs';

const today = day('2026-11-21');
const ended = { ended: { at: berlin('2026-07-09'), zone: 'Europe/Berlin' }, endCause: 'slip' } as const;

describe('a save whose first answer was lost', () => {
  it('is stored once: a run', () => {
    const journal = tempJournal();
    const draft = aRun({ ...ended, note: 'Payday.' });
    const saved = saveRun(journal, draft);
    expect(saveRun(journal, draft)).toEqual(saved);
    const change = { ...draft, baseVersion: saved.version, note: 'Payday, alone.' };
    const changed = saveRun(journal, change);
    expect(saveRun(journal, change)).toEqual(changed);
    expect(allRuns(journal)).toEqual([changed]);
  });

  it('is stored once: a check-in, whatever the order and spelling of its words', () => {
    const journal = tempJournal();
    saveCheckIn(journal, aCheckIn({ feelings: ['Calm'] }));
    const draft = aCheckIn({ feelings: ['calm', 'new'], halt: ['tired', 'hungry'], note: 'Slow.' });
    const saved = saveCheckIn(journal, draft);
    expect(saveCheckIn(journal, draft).version).toBe(saved.version);
    expect(saved.feelings).toEqual(['Calm', 'new']);
    expect(checkInsOf(journal, { from: day('2026-11-20'), to: today })).toHaveLength(2);
  });

  it('is stored once: a goal with its pauses', () => {
    const journal = tempJournal();
    const draft = aGoal({
      measure: { type: 'amount', unit: 'minutes', target: 20 },
      schedule: { type: 'weekdays', days: [1, 5] },
      pauses: [{ from: day('2026-11-05'), to: day('2026-11-07') }],
    });
    const saved = saveGoal(journal, draft);
    expect(saveGoal(journal, draft)).toEqual(saved);
    expect(goalsWithProgress(journal, today)).toHaveLength(1);
  });

  it('is told apart from one that says something else, and from what lies in the bin', () => {
    const journal = tempJournal();
    const [run, checkIn, goal] = [aRun(), aCheckIn(), aGoal()];
    saveRun(journal, run);
    saveCheckIn(journal, checkIn);
    saveGoal(journal, goal);
    const conflict = new AppError('CONFLICT');
    expect(() => saveRun(journal, { ...run, note: 'other' })).toThrow(conflict);
    expect(() => saveCheckIn(journal, { ...checkIn, mood: 1 })).toThrow(conflict);
    expect(() => saveGoal(journal, { ...goal, why: 'other' })).toThrow(conflict);
    binRun(journal, run.id);
    expect(() => saveRun(journal, run)).toThrow(conflict);
  });
});

describe('what is deleted or taken back twice', () => {
  type Kind = {
    readonly save: (journal: Journal) => { readonly id: ReturnType<typeof aRun>['id'] };
    readonly bin: typeof binRun;
    readonly restore: typeof restoreRun;
    readonly read: (journal: Journal, id: ReturnType<typeof aRun>['id']) => { readonly deletedAt: number | null };
  };
  const kinds: Readonly<Record<string, Kind>> = {
    entry: {
      save: (journal) => saveEntry(journal, anEntry()),
      bin: binEntry,
      restore: restoreEntry,
      read: readEntry,
    },
    'check-in': {
      save: (journal) => saveCheckIn(journal, aCheckIn()),
      bin: binCheckIn,
      restore: restoreCheckIn,
      read: ({ db }, id) => getCheckIn(db, id).checkIn,
    },
    goal: {
      save: (journal) => saveGoal(journal, aGoal()),
      bin: binGoal,
      restore: restoreGoal,
      read: ({ db }, id) => getGoal(db, id).goal,
    },
    run: {
      save: (journal) => saveRun(journal, aRun()),
      bin: binRun,
      restore: restoreRun,
      read: ({ db }, id) => getRun(db, id),
    },
  };

  it.each(Object.entries(kinds))('is so once, and stays no longer in the bin for it: %s', (_, kind) => {
    const clock = testClock();
    const journal = tempJournal(clock);
    const { id } = kind.save(journal);
    kind.bin(journal, id);
    const first = kind.read(journal, id);
    expect(first.deletedAt).toBe(clock.now());
    clock.set(clock.now() + 60_000);
    kind.bin(journal, id);
    expect(kind.read(journal, id)).toEqual(first);
    kind.restore(journal, id);
    const back = kind.read(journal, id);
    expect(back.deletedAt).toBeNull();
    kind.restore(journal, id);
    expect(kind.read(journal, id)).toEqual(back);
  });
});
