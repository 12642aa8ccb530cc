import { v7 } from 'uuid';
import type { CheckInDraft } from '#core/check-in';
import { documentFromText } from '#core/document';
import type { EntryDraft } from '#core/entry';
import type { GoalDraft } from '#core/goal';
import { instantOf, type LocalDate } from '#core/local-date';
import type { RecordId } from '#core/record';
import type { RunDraft } from '#core/run';
import type { SnapshotList, SnapshotName, SnapshotSummary } from '#core/snapshot';

const ZONE = 'Europe/Berlin';

/** A calendar date, for tests to write plainly. */
export const day = (text: string): LocalDate => text as LocalDate;

/** Minutes past midnight in Berlin on a day, as an instant. */
export const berlin = (date: string, minutes = 12 * 60): number => instantOf(day(date), minutes, ZONE);

/** A new record's id. */
export const anId = (): RecordId => v7() as RecordId;

/** A new entry at noon of 20 November 2026 in Berlin, with `text` as its page. */
export const anEntry = ({
  text = 'I went to the river.',
  ...rest
}: Partial<EntryDraft> & { text?: string } = {}): EntryDraft => ({
  id: anId(),
  baseVersion: null,
  at: berlin('2026-11-20'),
  zone: ZONE,
  title: '',
  body: documentFromText(text),
  kind: 'page',
  mood: null,
  tags: [],
  feelings: [],
  pinned: false,
  ...rest,
});

/** A new check-in at noon of 20 November 2026 in Berlin that says "okay". */
export const aCheckIn = (rest: Partial<CheckInDraft> = {}): CheckInDraft => ({
  id: anId(),
  baseVersion: null,
  at: berlin('2026-11-20'),
  zone: ZONE,
  mood: 3,
  craving: null,
  energy: null,
  confidence: null,
  sleepMinutes: null,
  halt: [],
  feelings: [],
  note: '',
  ...rest,
});

/** A new daily yes-or-no goal that began on 1 November 2026. */
export const aGoal = (rest: Partial<GoalDraft> = {}): GoalDraft => ({
  id: anId(),
  baseVersion: null,
  title: 'Journal every night',
  why: '',
  measure: { type: 'yes-no' },
  schedule: { type: 'daily' },
  starts: day('2026-11-01'),
  ends: null,
  pauses: [],
  ...rest,
});

/** A new run that began on 1 July 2026 in Berlin and goes on. */
export const aRun = (rest: Partial<RunDraft> = {}): RunDraft => ({
  id: anId(),
  baseVersion: null,
  began: { at: berlin('2026-07-01', 0), zone: ZONE },
  ended: null,
  endCause: null,
  note: '',
  ...rest,
});

/** A whole snapshot of noon of 21 November 2026 in Berlin, read again at once. */
export const aSnapshot = (rest: Partial<SnapshotSummary> = {}): SnapshotSummary => ({
  name: '20261121T110000000Z-1' as SnapshotName,
  takenAt: berlin('2026-11-21'),
  reason: 'daily',
  bytes: 1_250_000,
  used: 1_250_000,
  entries: 128,
  checkIns: 40,
  verifiedAt: berlin('2026-11-21'),
  damaged: false,
  earlierKey: false,
  ...rest,
});

/** What is known of these snapshots, newest first, when nothing is wrong. */
export const snapshotsOf = (snapshots: SnapshotSummary[], rest: Partial<SnapshotList> = {}): SnapshotList => ({
  snapshots,
  problem: null,
  paused: false,
  folder: '/home/sam/ebb/snapshots',
  second: null,
  lost: null,
  ...rest,
});
