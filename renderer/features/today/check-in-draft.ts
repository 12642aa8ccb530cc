import { type CheckIn, type CheckInDraft, hasAnswer } from '#core/check-in';
import type { RecordId, RecordVersion } from '#core/record';
import { ok, type Result } from '#core/result';
import { command } from '#lib/query-client';
import { newRecordId } from '#lib/record-id';
import { systemZone } from '#lib/today';
import { registerUnsavedWork, unsaved } from '#lib/unsaved-work';
import { type Answers, noAnswers } from './check-in-answers';

/** The check-in that is being filled in. It outlives the page, so that looking something up elsewhere costs nothing. */
export type Draft = {
  readonly id: RecordId;
  readonly baseVersion: RecordVersion | null;
  readonly answers: Answers;
  /** An earlier time that was chosen; null means now. */
  readonly at: number | null;
  /** When the last answer was given. */
  readonly touchedAt: number;
};

const fresh = (): Draft => ({
  id: newRecordId(),
  baseVersion: null,
  answers: noAnswers,
  at: null,
  touchedAt: Date.now(),
});

let draft = fresh();
let saving: Promise<Result<CheckIn | null>> | null = null;
const listeners = new Set<() => void>();

const replace = (next: Draft): void => {
  draft = next;
  for (const listener of listeners) listener();
};

/** For useSyncExternalStore. */
export const draftStore = {
  read: (): Draft => draft,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

export const changeDraft = (answers: Partial<Answers>): void =>
  replace({ ...draft, answers: { ...draft.answers, ...answers }, touchedAt: Date.now() });

export const dateDraft = (at: number | null): void => replace({ ...draft, at });

/** Begins anew; the returned function brings back what was there. */
export const dropDraft = (): (() => void) => {
  const dropped = draft;
  replace(fresh());
  return () => replace(dropped);
};

const checkInOf = ({ id, baseVersion, at, answers }: Draft, now: number): CheckInDraft => ({
  id,
  baseVersion,
  at: at ?? now,
  zone: systemZone(),
  ...answers,
});

const send = async (sent: Draft, now: number): Promise<Result<CheckIn | null>> => {
  const result = await command('checkIns.save', checkInOf(sent, now));
  if (result.ok) {
    // What was answered while it was being written belongs to the same check-in.
    replace(draft === sent ? fresh() : { ...draft, at: result.value.at, baseVersion: result.value.version });
  }
  return result;
};

/**
 * Saves what is answered and begins a new, empty check-in; null when nothing is answered. `now` (epoch ms) is its time
 * unless an earlier one was chosen.
 */
export const saveDraft = (now: number): Promise<Result<CheckIn | null>> => {
  if (saving !== null) return saving;
  if (!hasAnswer(draft.answers)) return Promise.resolve(ok(null));
  saving = send(draft, now).finally(() => {
    saving = null;
  });
  return saving;
};

// Before the journal locks, a half-filled check-in is saved as of its last answer; the lock then ends this page.
registerUnsavedWork(async () => {
  // What was answered while an earlier save was under way is written by a second one.
  if (saving !== null) await saving;
  await saveDraft(draft.touchedAt);
  return hasAnswer(draft.answers) ? [unsaved('checkIns.save', checkInOf(draft, draft.touchedAt))] : [];
});
