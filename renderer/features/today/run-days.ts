import { daysFreeIn, slipDaysOf } from '#core/clean-time';
import type { LocalDate } from '#core/local-date';
import type { RecordVersion } from '#core/record';
import type { Run, RunDraft } from '#core/run';
import { newRecordId } from '#lib/record-id';
import { draftOf } from '#lib/run-words';

/** Days free in one run by itself, the slips of all `runs` left out: what the ring says of it. */
export const daysOfRun = (run: Run, runs: readonly Run[], today: LocalDate): number =>
  daysFreeIn(run, today, slipDaysOf([run, ...runs.filter(({ id }) => id !== run.id)]));

/** A run that goes on once another has ended: a new one, or one that was something else before. */
export type NextRun = { readonly draft: RunDraft; readonly was: Run | null };

/** A run that goes on from a moment. */
export const runFrom = (began: RunDraft['began']): RunDraft => ({
  id: newRecordId(),
  baseVersion: null,
  began,
  ended: null,
  endCause: null,
  note: '',
});

/** The same run, going on again. */
export const goingOn = (run: Run, version: RecordVersion): RunDraft => ({
  ...draftOf(run),
  baseVersion: version,
  ended: null,
  endCause: null,
});
