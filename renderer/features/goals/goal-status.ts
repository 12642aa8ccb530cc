import type { Goal, GoalDraft } from '#core/goal';
import { addDays, type LocalDate } from '#core/local-date';

export const statuses = ['current', 'upcoming', 'paused', 'ended'] as const;
/** Where a goal stands on a day. */
export type GoalStatus = (typeof statuses)[number];

type Span = Pick<Goal, 'starts' | 'ends' | 'pauses'>;

const covers = ({ from, to }: Goal['pauses'][number], day: LocalDate): boolean =>
  from <= day && (to === null || to >= day);

export const statusOf = ({ starts, ends, pauses }: Span, day: LocalDate): GoalStatus => {
  if (ends !== null && ends < day) return 'ended';
  if (starts > day) return 'upcoming';
  return pauses.some((pause) => covers(pause, day)) ? 'paused' : 'current';
};

/** Whether something may be recorded for a day: past or present, and within the goal's own time. */
export const isEditable = ({ starts, ends }: Span, day: LocalDate, today: LocalDate): boolean =>
  day >= starts && day <= today && (ends === null || day <= ends);

/** A stored goal as it is sent to be changed. */
export const draftOf = (goal: Goal): GoalDraft => ({
  id: goal.id,
  baseVersion: goal.version,
  title: goal.title,
  why: goal.why,
  measure: goal.measure,
  schedule: goal.schedule,
  starts: goal.starts,
  ends: goal.ends,
  pauses: goal.pauses,
});

/** The goal with nothing due from `day` on. */
export const pausedFrom = (goal: Goal, day: LocalDate): GoalDraft => ({
  ...draftOf(goal),
  pauses: [...goal.pauses, { from: day, to: null }],
});

/** The goal due again from `day` on; a pause that began on that very day never was. */
export const resumedOn = (goal: Goal, day: LocalDate): GoalDraft => ({
  ...draftOf(goal),
  pauses: goal.pauses.flatMap((pause) => {
    if (!covers(pause, day)) return [pause];
    return pause.from === day ? [] : [{ from: pause.from, to: addDays(day, -1) }];
  }),
});
