import { z } from 'zod';
import { labels, mood, zeroToTen } from './feeling';
import { localDate } from './local-date';
import { instant, recordColumns, recordId, recordVersion, zone } from './record';

/** Hungry, angry, lonely, tired, bored: five states that make a craving more likely. */
export const haltStates = ['hungry', 'angry', 'lonely', 'tired', 'bored'] as const;
export type HaltState = (typeof haltStates)[number];

const answers = {
  mood: mood.nullable(),
  craving: zeroToTen.nullable(),
  energy: zeroToTen.nullable(),
  confidence: zeroToTen.nullable(),
  sleepMinutes: z.int().min(0).max(1440).nullable(),
  halt: z.array(z.enum(haltStates)).max(haltStates.length),
  feelings: labels,
  note: z.string().max(20_000),
};

/** One minute's look at oneself; every answer may be left open. */
export const checkIn = z.strictObject({ ...recordColumns, at: instant, zone, day: localDate, ...answers });
export type CheckIn = z.infer<typeof checkIn>;

/** A check-in as the window sends it; `baseVersion` is the version it was edited from, null for a new one. */
export const checkInDraft = z.strictObject({
  id: recordId,
  baseVersion: recordVersion.nullable(),
  at: instant,
  zone,
  ...answers,
});
export type CheckInDraft = z.infer<typeof checkInDraft>;

/** Whether anything at all was answered; an empty check-in is not kept. */
export const hasAnswer = (draft: Omit<CheckInDraft, 'id' | 'baseVersion' | 'at' | 'zone'>): boolean =>
  [draft.mood, draft.craving, draft.energy, draft.confidence, draft.sleepMinutes].some((value) => value !== null) ||
  draft.halt.length > 0 ||
  draft.feelings.length > 0 ||
  draft.note.trim() !== '';
