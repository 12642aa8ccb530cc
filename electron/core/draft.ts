import { z } from 'zod';
import { checkInDraft } from './check-in';
import { goalDraft } from './goal';
import { localDate } from './local-date';
import { instant, recordId, recordVersion } from './record';
import { endCause, run, runDraft } from './run';
import { profileChange } from './settings';

/** The record that a form will save: the version it was opened from, null for a new one. */
const about = { record: recordId, baseVersion: recordVersion.nullable() };

const dayAndTime = z.strictObject({ day: localDate.nullable(), minutes: z.int().min(0).max(1439).nullable() });

const answers = checkInDraft.omit({ id: true, baseVersion: true, at: true, zone: true });

const goalTold = z.strictObject({
  title: z.string().max(2000),
  why: z.string().max(20_000),
  kind: z.enum(['yes-no', 'amount']),
  target: z.number().nullable(),
  unit: z.string().max(200),
  rhythm: z.enum(['daily', 'weekdays', 'times-a-week']),
  days: z.array(z.int().min(1).max(7)).max(7),
  times: z.number().nullable(),
  starts: localDate.nullable(),
  ends: localDate.nullable(),
  hasEnd: z.boolean(),
  pauses: goalDraft.shape.pauses,
});

/** What stands in a form that is saved by a button, as the form knows it: it need not be fit to be saved. */
export const draftContent = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('check-in'),
    record: recordId,
    answers,
    /** The time that was chosen; null means that of the last answer. */
    at: instant.nullable(),
    touchedAt: instant,
  }),
  /** A check-in that is stored, being changed; `day` is the one on which it lay. */
  z.strictObject({
    form: z.literal('check-in-change'),
    record: recordId,
    baseVersion: recordVersion,
    day: localDate,
    answers,
    at: instant,
  }),
  z.strictObject({ form: z.literal('goal'), ...about, told: goalTold }),
  z.strictObject({
    form: z.literal('run'),
    ...about,
    began: dayAndTime,
    ended: dayAndTime.nullable(),
    cause: endCause,
    note: z.string().max(20_000),
  }),
  z.strictObject({
    form: z.literal('run-end'),
    ...about,
    ended: dayAndTime,
    cause: endCause,
    note: z.string().max(20_000),
    beginNext: z.boolean(),
    /** What goes on in its place, where that was told before. */
    next: z.strictObject({ draft: runDraft, was: run.nullable() }).nullable(),
  }),
  z.strictObject({ form: z.literal('profile'), typed: profileChange }),
  z.strictObject({ form: z.literal('people'), typed: profileChange }),
  z.strictObject({
    form: z.literal('own-numbers'),
    typed: z.strictObject({ ownEmergencyNumber: z.string().max(200), ownCrisisLine: z.string().max(200) }),
  }),
]);
export type DraftContent = z.infer<typeof draftContent>;

/** Each form that keeps a draft. */
export type DraftForm = DraftContent['form'];

/** What is kept of one form. */
export type ContentOf<F extends DraftForm> = Extract<DraftContent, { form: F }>;

/** A form that was neither saved nor given up, and when it was typed in last (epoch ms). */
export const draft = z.strictObject({ id: recordId, at: instant, content: draftContent });
export type Draft = z.infer<typeof draft>;

/** The most that is kept of one form, in characters of JSON. */
export const LONGEST_DRAFT = 200_000;

/** A form as the window has it kept. */
export const draftToKeep = z.strictObject({
  id: recordId,
  content: draftContent.refine((content) => JSON.stringify(content).length <= LONGEST_DRAFT, 'too long'),
});
export type DraftToKeep = z.infer<typeof draftToKeep>;

/** Beside what a form saves: the draft that ends with it. */
export const finishing = { finishes: recordId.optional() };
