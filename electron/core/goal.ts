import { z } from 'zod';
import { localDate } from './local-date';
import { recordColumns, recordId, recordVersion } from './record';

/** On which days a goal is due. Weekdays are ISO: Monday 1 to Sunday 7. */
export const schedule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('daily') }),
  z.strictObject({
    type: z.literal('weekdays'),
    days: z
      .array(z.int().min(1).max(7))
      .min(1)
      .max(7)
      .refine((days) => new Set(days).size === days.length, 'a day twice'),
  }),
  z.strictObject({ type: z.literal('times-a-week'), times: z.int().min(1).max(7) }),
]);
export type Schedule = z.infer<typeof schedule>;

/** What counts as done: simply yes, or an amount of something. */
export const measure = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('yes-no') }),
  z.strictObject({ type: z.literal('amount'), unit: z.string().max(40), target: z.number().positive().max(1_000_000) }),
]);
export type Measure = z.infer<typeof measure>;

/** A time in which nothing is due; open-ended while `to` is null. */
export const pause = z.strictObject({ from: localDate, to: localDate.nullable() });
export type Pause = z.infer<typeof pause>;

const content = {
  title: z
    .string()
    .max(2000)
    .refine((title) => title.trim() !== '', 'blank'),
  why: z.string().max(20_000),
  measure,
  schedule,
  starts: localDate,
  ends: localDate.nullable(),
  pauses: z.array(pause).max(500),
};

/** Something the person means to do again and again. */
export const goal = z.strictObject({ ...recordColumns, ...content });
export type Goal = z.infer<typeof goal>;

/** A goal as the window sends it; `baseVersion` is the version it was edited from, null for a new one. */
export const goalDraft = z.strictObject({ id: recordId, baseVersion: recordVersion.nullable(), ...content });
export type GoalDraft = z.infer<typeof goalDraft>;

/** What was recorded for a goal on a day. A day without a mark is not recorded, which is a fourth thing. */
export const markState = z.enum(['done', 'partly', 'skipped']);
export type MarkState = z.infer<typeof markState>;

export const goalMark = z.strictObject({
  goal: recordId,
  day: localDate,
  state: markState,
  /** In the goal's unit; null for a yes-or-no goal and for a skipped day. */
  amount: z.number().min(0).max(1_000_000).nullable(),
  note: z.string().max(2000),
});
export type GoalMark = z.infer<typeof goalMark>;

/** One goal with what its history amounts to (rules in habit-strength.ts and goal-days.ts). */
export const goalProgress = z.strictObject({
  goal,
  /** 0 to 1. */
  strength: z.number().min(0).max(1),
  /** In due days kept in a row, or kept weeks in a row for a times-a-week goal. */
  currentRun: z.int(),
  bestRun: z.int(),
  kept: z.int(),
  due: z.int(),
  dueToday: z.boolean(),
  /** Marks of this ISO week that count as kept. */
  keptThisWeek: z.int(),
  today: goalMark.nullable(),
});
export type GoalProgress = z.infer<typeof goalProgress>;
