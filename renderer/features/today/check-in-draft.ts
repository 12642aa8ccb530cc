import { type CheckIn, type CheckInDraft, hasAnswer } from '#core/check-in';
import type { DraftContent, Draft as KeptDraft } from '#core/draft';
import type { RecordId } from '#core/record';
import { ok, type Result } from '#core/result';
import { type OpenDraft, openDraft } from '#lib/open-draft';
import { command } from '#lib/query-client';
import { newRecordId } from '#lib/record-id';
import { systemZone } from '#lib/today';
import type { DraftOf } from '#lib/waiting-drafts';
import { type Answers, noAnswers } from './check-in-answers';

/** The check-in that is being filled in. It outlives the page, so that looking something up elsewhere costs nothing. */
export type Draft = {
  readonly id: RecordId;
  /** Where some of it is stored already: as what. */
  readonly stored: CheckIn | null;
  readonly answers: Answers;
  /** An earlier time that was chosen; null means now. */
  readonly at: number | null;
  /** When the last answer was given. */
  readonly touchedAt: number;
  /** Where it is kept as long as it is not saved. */
  readonly kept: OpenDraft;
};

const keep = (from: KeptDraft | null = null): OpenDraft => {
  const kept = openDraft(from);
  kept.enter({ settled: async () => void (await saving) });
  return kept;
};

const fresh = (): Draft => ({
  id: newRecordId(),
  answers: noAnswers,
  at: null,
  touchedAt: Date.now(),
  stored: null,
  kept: keep(),
});

let saving: Promise<Result<CheckIn | null>> | null = null;
let draft = fresh();
const listeners = new Set<() => void>();

const contentOf = ({ id, stored, answers, at, touchedAt }: Draft): DraftContent | null => {
  if (!hasAnswer(answers)) return null;
  if (stored === null) return { form: 'check-in', record: id, answers, at, touchedAt };
  const { version, day } = stored;
  return { form: 'check-in-change', record: id, baseVersion: version, day, answers, at: at ?? stored.at };
};

const replace = (next: Draft): void => {
  draft = next;
  next.kept.changed(contentOf(next));
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
  void dropped.kept.drop().then(dropped.kept.leave);
  replace(fresh());
  return () => replace({ ...dropped, kept: keep() });
};

/** Goes on with a check-in that was left; what stands in its place here waits to be taken up in turn. */
export const resumeDraft = ({ id, at: keptAt, content }: DraftOf<'check-in'>): void => {
  const { record, answers, at, touchedAt } = content;
  void draft.kept.leave();
  const kept = keep({ id, at: keptAt, content });
  // It was true then: its time is that of its last answer.
  replace({ id: record, stored: null, answers, at: at ?? touchedAt, touchedAt, kept });
};

const checkInOf = ({ id, stored, at, answers }: Draft, now: number): CheckInDraft => ({
  id,
  baseVersion: stored?.version ?? null,
  at: at ?? now,
  zone: systemZone(),
  ...answers,
});

const send = async (sent: Draft, now: number): Promise<Result<CheckIn | null>> => {
  const result = await sent.kept.store((finishes) => command('checkIns.save', { ...checkInOf(sent, now), finishes }));
  if (result.ok) {
    void sent.kept.leave();
    const { value } = result;
    // What was answered while it was being written belongs to the same check-in.
    replace(draft === sent ? fresh() : { ...draft, at: value.at, stored: value, kept: keep() });
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
