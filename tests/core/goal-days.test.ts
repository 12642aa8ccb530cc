import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Goal } from '#core/goal';
import { type DayState, dayState, isDue } from '#core/goal-days';
import { marksByDay, shareOf } from '#core/goal-periods';
import { addDays, type LocalDate, weekdayOf } from '#core/local-date';
import { day } from '#tests/support/builders';
import { aMark, anyDay, aStoredGoal, marksFrom } from './builders';

const amountGoal = aStoredGoal({ measure: { type: 'amount', unit: 'minutes', target: 20 } });
const threeAWeek = aStoredGoal({ schedule: { type: 'times-a-week', times: 3 } });

/** The states of `count` days from the goal's start on. */
const states = (goal: Goal, letters: string, { count, today }: { count: number; today: LocalDate }): DayState[] => {
  const marks = marksByDay(marksFrom(goal, letters));
  return Array.from({ length: count }, (_, index) => dayState(goal, addDays(goal.starts, index), { marks, today }));
};

describe('a goal is due', () => {
  test('from its start to its end, both included', () => {
    const goal = aStoredGoal({ starts: day('2026-01-05'), ends: day('2026-01-07') });
    const due = ['2026-01-04', '2026-01-05', '2026-01-07', '2026-01-08'].map((date) => isDue(goal, day(date)));
    expect(due).toEqual([false, true, true, false]);
  });

  test('on its weekdays only', () => {
    const goal = aStoredGoal({ schedule: { type: 'weekdays', days: [1, 3, 7] } });
    fc.assert(
      fc.property(anyDay(), (date) => {
        expect(isDue(goal, date)).toBe(date >= goal.starts && [1, 3, 7].includes(weekdayOf(date)));
      }),
    );
  });

  test('not while it is paused, closed or open-ended', () => {
    const goal = aStoredGoal({
      pauses: [
        { from: day('2026-01-07'), to: day('2026-01-08') },
        { from: day('2026-01-12'), to: null },
      ],
    });
    const due = ['06', '07', '08', '09', '11', '12', '31'].map((date) => isDue(goal, day(`2026-01-${date}`)));
    expect(due).toEqual([true, false, false, true, true, false, false]);
  });

  test('on any day of the week when it is to be kept so many times a week', () => {
    expect(isDue(threeAWeek, day('2026-01-11'))).toBe(true);
  });
});

describe('the share of a mark', () => {
  test('is whole when done, whatever the amount', () => {
    expect(shareOf(amountGoal, aMark(amountGoal, amountGoal.starts, { amount: 5 }))).toBe(1);
  });

  test('is the amount over the target when partly done, at most whole', () => {
    const partly = (amount: number | null) =>
      shareOf(amountGoal, aMark(amountGoal, amountGoal.starts, { state: 'partly', amount }));
    expect([partly(5), partly(20), partly(90), partly(0), partly(null)]).toEqual([0.25, 1, 1, 0, 0.5]);
  });

  test('is a half when a yes-or-no goal was partly done, and none when skipped', () => {
    const goal = aStoredGoal();
    expect(shareOf(goal, aMark(goal, goal.starts, { state: 'partly' }))).toBe(0.5);
    expect(shareOf(goal, aMark(goal, goal.starts, { state: 'skipped' }))).toBeNull();
  });
});

describe('a day', () => {
  test('is done, partly, skipped, not recorded or still open: five different things', () => {
    expect(states(aStoredGoal(), 'dps-', { count: 6, today: day('2026-01-09') })).toEqual([
      'done',
      'partly',
      'skipped',
      'not-recorded',
      'open',
      'open',
    ]);
  });

  test('on which nothing is due is not a day not recorded', () => {
    const goal = aStoredGoal({ schedule: { type: 'weekdays', days: [2] }, ends: day('2026-01-18') });
    expect(states(goal, '', { count: 15, today: day('2026-01-13') })).toEqual([
      'not-due',
      'not-recorded',
      ...Array.from({ length: 6 }, () => 'not-due'),
      'open',
      ...Array.from({ length: 6 }, () => 'not-due'),
    ]);
  });

  test('shows what was recorded even where nothing was due, and the mark of today', () => {
    const goal = aStoredGoal({ schedule: { type: 'weekdays', days: [2] } });
    expect(states(goal, 'ddd', { count: 3, today: day('2026-01-07') })).toEqual(['done', 'done', 'done']);
  });

  test('is done when the whole amount was done in parts', () => {
    const marks = marksByDay([aMark(amountGoal, amountGoal.starts, { state: 'partly', amount: 20 })]);
    expect(dayState(amountGoal, amountGoal.starts, { marks, today: day('2026-02-01') })).toBe('done');
  });

  test('of a times-a-week goal is not held against a week that was kept or is not over', () => {
    const week = (letters: string, today: string) => states(threeAWeek, letters, { count: 7, today: day(today) });
    expect(week('-d-d-d-', '2026-01-12').filter((state) => state === 'not-recorded')).toEqual([]);
    expect(week('-d-d---', '2026-01-11').filter((state) => state === 'not-recorded')).toEqual([]);
    expect(week('-d-d---', '2026-01-11').at(-1)).toBe('open');
    expect(week('-d-d---', '2026-01-12').filter((state) => state === 'not-recorded')).toHaveLength(5);
    expect(week('-d-d-s-', '2026-01-12').filter((state) => state === 'not-recorded')).toEqual([]);
  });
});
