import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Goal, type GoalMark, goalProgress, type Schedule } from '#core/goal';
import { currentAndBestRun, habitStrength, keptRate, progressOf } from '#core/habit-strength';
import { addDays, eachDay, type LocalDate, mondayOf, weekdayOf } from '#core/local-date';
import { day } from '#tests/support/builders';
import { aMark, aStoredGoal, marksFrom } from './builders';

const daily = aStoredGoal();
const weekly = (times: number, rest: Partial<Goal> = {}): Goal =>
  aStoredGoal({ schedule: { type: 'times-a-week', times }, ...rest });

/** Strength, run and rate on the day after the last letter, or `later` days after that. */
const judge = (goal: Goal, letters: string, later = 0) => {
  const marks = marksFrom(goal, letters);
  const today = addDays(goal.starts, letters.length + later);
  return {
    strength: habitStrength(goal, marks, { today }),
    run: currentAndBestRun(goal, marks, { today }),
    rate: keptRate(goal, marks, { today }),
  };
};

/** Of the dates of a week, in the order of preference, those on which a person who keeps the goal does it. */
const planned = (schedule: Schedule, dates: readonly LocalDate[]): LocalDate[] => {
  if (schedule.type === 'times-a-week') return dates.slice(0, schedule.times);
  return dates.filter((date) => schedule.type === 'daily' || schedule.days.includes(weekdayOf(date)));
};

const anySchedule = (): fc.Arbitrary<Schedule> =>
  fc.oneof(
    fc.constant<Schedule>({ type: 'daily' }),
    fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }).map((days): Schedule => ({ type: 'weekdays', days })),
    fc.integer({ min: 1, max: 7 }).map((times): Schedule => ({ type: 'times-a-week', times })),
  );
const anyLetters = () =>
  fc.array(fc.constantFrom('d', 'p', 's', '-'), { maxLength: 120 }).map((letters) => letters.join(''));
const anyGoal = (): fc.Arbitrary<Goal> =>
  fc
    .record({
      schedule: anySchedule(),
      starts: fc.integer({ min: 0, max: 6 }),
      ends: fc.option(fc.integer({ min: 0, max: 150 })),
      pauses: fc.array(
        fc.record({ from: fc.integer({ min: -5, max: 130 }), length: fc.option(fc.integer({ min: 0, max: 30 })) }),
        { maxLength: 3 },
      ),
    })
    .map(({ schedule, starts, ends, pauses }) => {
      const first = addDays(day('2026-01-05'), starts);
      return aStoredGoal({
        schedule,
        starts: first,
        ends: ends === null ? null : addDays(first, ends),
        pauses: pauses.map(({ from, length }) => ({
          from: addDays(first, from),
          to: length === null ? null : addDays(first, from + length),
        })),
      });
    });

describe('habit strength', () => {
  test('follows s·m + x·(1−m) with m = 0.5^(√f/13)', () => {
    expect(judge(daily, 'd').strength).toBeCloseTo(1 - 0.5 ** (1 / 13), 12);
    expect(judge(daily, 'd'.repeat(13)).strength).toBeCloseTo(0.5, 12);
    expect(judge(daily, `${'d'.repeat(13)}${'-'.repeat(13)}`).strength).toBeCloseTo(0.25, 12);
    const memory = 0.5 ** (Math.sqrt(3 / 7) / 13);
    const threeDays = aStoredGoal({ schedule: { type: 'weekdays', days: [1, 3, 5] } });
    expect(judge(threeDays, 'd-d-d--').strength).toBeCloseTo(1 - memory ** 3, 12);
    expect(judge(weekly(3), '-dd---d').strength).toBeCloseTo(1 - memory ** 3, 12);
    expect(judge(weekly(3), '-dd----').strength).toBeCloseTo((1 - memory ** 2) * memory, 12);
  });

  test('is 0 before anything was due', () => {
    expect(habitStrength(daily, [], { today: daily.starts })).toBe(0);
    expect(habitStrength(daily, [], { today: addDays(daily.starts, -30) })).toBe(0);
  });

  test('takes a partly done day for the share that was done', () => {
    const goal = aStoredGoal({ measure: { type: 'amount', unit: 'minutes', target: 20 } });
    const marks = [aMark(goal, goal.starts, { state: 'partly', amount: 5 })];
    const whole = habitStrength(goal, [aMark(goal, goal.starts)], { today: addDays(goal.starts, 1) });
    expect(habitStrength(goal, marks, { today: addDays(goal.starts, 1) })).toBeCloseTo(whole / 4, 12);
  });

  test('is left as it is by days skipped on purpose and days not due', () => {
    expect(judge(daily, 'ddddsss').strength).toBe(judge(daily, 'dddd').strength);
    const paused = aStoredGoal({ pauses: [{ from: day('2026-01-09'), to: null }] });
    expect(judge(paused, 'dddd', 300).strength).toBe(judge(daily, 'dddd').strength);
    const ended = aStoredGoal({ ends: day('2026-01-08') });
    expect(judge(ended, 'dddd', 300).strength).toBe(judge(daily, 'dddd').strength);
  });

  test('does not count today, done or not', () => {
    const marks = marksFrom(daily, 'ddd');
    const today = addDays(daily.starts, 2);
    expect(habitStrength(daily, marks, { today })).toBe(judge(daily, 'dd').strength);
    expect(habitStrength(daily, marks.slice(0, 2), { today })).toBe(judge(daily, 'dd').strength);
  });

  test('ignores records from before the goal began and in the future', () => {
    const marks = [
      aMark(daily, addDays(daily.starts, -1)),
      aMark(daily, addDays(daily.starts, 400)),
      ...marksFrom(daily, 'd'),
    ];
    expect(habitStrength(daily, marks, { today: addDays(daily.starts, 1) })).toBe(judge(daily, 'd').strength);
  });

  test('grows towards 1 with every step kept, whatever was planned and whichever days were chosen for it', () => {
    const anyWeeks = fc.array(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), {
      minLength: 1,
      maxLength: 80,
    });
    fc.assert(
      fc.property(anySchedule(), anyWeeks, (schedule, weeks) => {
        const goal = aStoredGoal({ schedule });
        const marks = weeks.flatMap((order, index) => {
          const dates = order.map((offset) => addDays(goal.starts, index * 7 + offset));
          return planned(schedule, dates).map((date) => aMark(goal, date));
        });
        const today = addDays(goal.starts, weeks.length * 7);
        const memory = 0.5 ** (Math.sqrt(marks.length / weeks.length / 7) / 13);
        expect(habitStrength(goal, marks, { today })).toBeCloseTo(1 - memory ** marks.length, 9);
        expect(habitStrength(goal, [], { today })).toBe(0);
        expect(keptRate(goal, marks, { today })).toEqual({ kept: marks.length, due: marks.length });
        const run = schedule.type === 'times-a-week' ? weeks.length : marks.length;
        expect(currentAndBestRun(goal, marks, { today })).toEqual({ current: run, best: run });
      }),
    );
    expect(judge(weekly(1), '---d---'.repeat(520)).strength).toBeGreaterThan(0.9999);
  });

  test('of a times-a-week goal does not depend on the days that were chosen', () => {
    const anyWeek = fc
      .shuffledSubarray([...'ddps---'], { minLength: 7, maxLength: 7 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(anyWeek, anyWeek, fc.integer({ min: 1, max: 7 }), (one, other, times) => {
        expect(judge(weekly(times), one.repeat(4))).toEqual(judge(weekly(times), other.repeat(4)));
      }),
    );
  });

  test('of a goal for seven times a week, kept or not for whole weeks, is that of a daily goal', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), (weeks) => {
        const letters = weeks.map((kept) => (kept ? 'd' : '-').repeat(7)).join('');
        expect(judge(weekly(7), letters).strength).toBeCloseTo(judge(daily, letters).strength, 12);
      }),
    );
  });

  test('stays between 0 and 1, and never falls for having done more', () => {
    fc.assert(
      fc.property(anyGoal(), anyLetters(), fc.nat(), (goal, letters, place) => {
        const { strength } = judge(goal, letters);
        expect(strength).toBeGreaterThanOrEqual(0);
        expect(strength).toBeLessThanOrEqual(1);
        const at = letters.length === 0 ? 0 : place % letters.length;
        fc.pre(letters[at] === '-' || letters[at] === 'p');
        const more = `${letters.slice(0, at)}d${letters.slice(at + 1)}`;
        expect(judge(goal, more).strength).toBeGreaterThanOrEqual(strength - 1e-12);
      }),
      { numRuns: 300 },
    );
  });

  test('is never lowered by a pause instead of days not recorded', () => {
    fc.assert(
      fc.property(anyLetters(), fc.integer({ min: 1, max: 60 }), (letters, days) => {
        const from = addDays(daily.starts, letters.length);
        const paused = { ...daily, pauses: [{ from, to: addDays(from, days - 1) }] };
        expect(judge(paused, letters, days).strength).toBe(judge(daily, letters).strength);
      }),
    );
  });
});

describe('a run of kept days', () => {
  test.each([
    ['ddd', 3, 3],
    ['ddd-', 0, 3],
    ['dd-d', 1, 2],
    ['ddsd', 3, 3],
    ['ddpd', 3, 3],
    ['ddp', 2, 2],
    ['sps', 0, 0],
    ['---', 0, 0],
    ['', 0, 0],
  ])('%j: now %i, at best %i', (letters, current, best) => {
    expect(judge(daily, letters).run).toEqual({ current, best });
  });

  test('counts today once it is done, and is not ended by a day that is not over', () => {
    const marks = marksFrom(daily, 'ddd');
    expect(currentAndBestRun(daily, marks, { today: addDays(daily.starts, 2) }).current).toBe(3);
    expect(currentAndBestRun(daily, marks.slice(0, 2), { today: addDays(daily.starts, 2) }).current).toBe(2);
  });

  test('is ended by an amount of nothing as by a day that was not recorded, and left alone by a small one', () => {
    const goal = aStoredGoal({ measure: { type: 'amount', unit: 'min', target: 10 } });
    const marks = (amount: number) => [
      aMark(goal, goal.starts, { state: 'done', amount: 10 }),
      aMark(goal, addDays(goal.starts, 1), { state: 'partly', amount }),
    ];
    const on = { today: addDays(goal.starts, 2) };
    expect(currentAndBestRun(goal, marks(0), on)).toEqual({ current: 0, best: 1 });
    expect(currentAndBestRun(goal, marks(1), on)).toEqual({ current: 1, best: 1 });
  });

  test('is not ended by days on which nothing was due', () => {
    const goal = aStoredGoal({ schedule: { type: 'weekdays', days: [1, 4] } });
    expect(judge(goal, 'd--d---d--d---').run).toEqual({ current: 4, best: 4 });
  });

  test('of a times-a-week goal counts weeks, the running one once it is kept', () => {
    expect(judge(weekly(2), 'd-----d-dd----').run).toEqual({ current: 2, best: 2 });
    expect(judge(weekly(2), 'd-----d-dd----d').run).toEqual({ current: 2, best: 2 });
    expect(judge(weekly(2), 'd-----d-dd----dd').run).toEqual({ current: 3, best: 3 });
    expect(judge(weekly(2), 'd-----d-d-----').run).toEqual({ current: 0, best: 1 });
    expect(judge(weekly(2), 'd-----d-d-s---').run).toEqual({ current: 2, best: 2 });
    expect(judge(weekly(2), 'd-----ds-s----').run).toEqual({ current: 1, best: 1 });
  });

  test('of a times-a-week goal is not ended by a first week too short to keep it', () => {
    const begunOnFriday = weekly(3, { starts: day('2026-01-09') });
    expect(judge(begunOnFriday, '---').run.current).toBe(0);
    expect(judge(begunOnFriday, '---ddd----').rate).toEqual({ kept: 3, due: 4 });
    expect(judge(begunOnFriday, 'd--ddd----').run).toEqual({ current: 2, best: 2 });
  });

  test('is at most the best, and neither is longer than what was kept', () => {
    fc.assert(
      fc.property(anyGoal(), anyLetters(), (goal, letters) => {
        const { run, rate } = judge(goal, letters);
        expect(run.current).toBeLessThanOrEqual(run.best);
        expect(run.best).toBeLessThanOrEqual(rate.kept);
        expect(rate.kept).toBeLessThanOrEqual(rate.due);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the rate of kept days', () => {
  test('is done out of due, with skipped days in neither and partly done ones in due alone', () => {
    expect(judge(daily, 'ddps-').rate).toEqual({ kept: 2, due: 4 });
    expect(judge(daily, '').rate).toEqual({ kept: 0, due: 0 });
  });

  test('does not count today, nor what a week that is not over still lacks', () => {
    expect(keptRate(daily, marksFrom(daily, 'dd'), { today: addDays(daily.starts, 1) })).toEqual({ kept: 1, due: 1 });
    expect(judge(weekly(3), 'd-d').rate).toEqual({ kept: 2, due: 2 });
    expect(judge(weekly(3), 'd-d----').rate).toEqual({ kept: 2, due: 3 });
    expect(judge(weekly(3), 'ddddd--').rate).toEqual({ kept: 3, due: 3 });
  });
});

describe('the progress of a goal', () => {
  const progress = (goal: Goal, letters: string, place: number) =>
    progressOf({ goal, marks: marksFrom(goal, letters), today: addDays(goal.starts, place) });

  test('tells the same as the rules one by one, in the form of the contract', () => {
    fc.assert(
      fc.property(anyGoal(), anyLetters(), (goal, letters) => {
        const marks = marksFrom(goal, letters);
        const today = addDays(goal.starts, letters.length);
        const made = progressOf({ goal, marks, today });
        expect(goalProgress.safeParse(made).error).toBeUndefined();
        expect(made.strength).toBe(habitStrength(goal, marks, { today }));
        expect({ current: made.currentRun, best: made.bestRun }).toEqual(currentAndBestRun(goal, marks, { today }));
        expect({ kept: made.kept, due: made.due }).toEqual(keptRate(goal, marks, { today }));
      }),
    );
  });

  test('has the mark of today and whether something is due', () => {
    expect(progress(daily, 'dd', 1)).toMatchObject({ dueToday: true, today: { state: 'done' } });
    expect(progress(daily, 'd', 1)).toMatchObject({ dueToday: true, today: null });
    const mondays = aStoredGoal({ schedule: { type: 'weekdays', days: [1] } });
    expect(progress(mondays, 'd', 1).dueToday).toBe(false);
  });

  test('counts what was kept this week, today included, and asks no more once it is enough', () => {
    expect(progress(weekly(2), 'd-', 1)).toMatchObject({ keptThisWeek: 1, dueToday: true });
    expect(progress(weekly(2), 'd-d', 2)).toMatchObject({ keptThisWeek: 2, dueToday: true });
    expect(progress(weekly(2), 'd-d', 3)).toMatchObject({ keptThisWeek: 2, dueToday: false });
    expect(progress(weekly(2), 'd-d----', 7)).toMatchObject({ keptThisWeek: 0, dueToday: true });
    expect(progress(weekly(2), 'p-d', 3)).toMatchObject({ keptThisWeek: 1, dueToday: true });
  });

  test('over ten years with a mark for every day takes less than 5 ms', () => {
    for (const schedule of [{ type: 'daily' }, { type: 'times-a-week', times: 3 }] satisfies Schedule[]) {
      const goal = aStoredGoal({
        schedule,
        starts: day('2016-01-01'),
        pauses: [{ from: day('2018-01-01'), to: day('2018-02-01') }],
      });
      const today = day('2025-12-31');
      const marks: GoalMark[] = eachDay({ from: goal.starts, to: today }).map((date) =>
        aMark(goal, date, { state: date.endsWith('7') ? 'skipped' : 'done' }),
      );
      const times = Array.from({ length: 15 }, () => {
        const began = performance.now();
        progressOf({ goal, marks, today });
        return performance.now() - began;
      });
      expect(Math.min(...times)).toBeLessThan(5);
    }
  });

  test('does not change with the clock of the computer, only with the day', () => {
    const goal = weekly(3, { starts: day('2026-03-23') });
    const marks = marksFrom(goal, 'd-d-d--d-d-d--');
    // Europe's clocks go forward on 29 March 2026.
    const today = day('2026-04-06');
    expect(mondayOf(today)).toBe(today);
    expect(progressOf({ goal, marks, today })).toMatchObject({ kept: 6, due: 6, currentRun: 2 });
  });
});
