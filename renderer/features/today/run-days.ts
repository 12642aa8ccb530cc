import { daysFreeIn, slipDaysOf } from '#core/clean-time';
import type { LocalDate } from '#core/local-date';
import type { RecordVersion } from '#core/record';
import type { Run, RunDraft } from '#core/run';
import { newRecordId } from '#lib/record-id';

/** Days free in one run by itself, the slips of all `runs` left out: what the ring says of it. */
export const daysOfRun = (run: Run, runs: readonly Run[], today: LocalDate): number =>
  daysFreeIn(run, today, slipDaysOf([run, ...runs.filter(({ id }) => id !== run.id)]));

/** A stored run as it is sent to be changed. */
export const draftOf = ({ id, version, began, ended, endCause, note }: Run): RunDraft => ({
  id,
  baseVersion: version,
  began: { at: began.at, zone: began.zone },
  ended: ended === null ? null : { at: ended.at, zone: ended.zone },
  endCause,
  note,
});

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
