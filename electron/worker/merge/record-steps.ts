import { AppError } from '#core/errors';
import type { KeptRecord } from '#core/export-line';
import {
  decideMerge,
  hasSeen,
  type MergeDecision,
  type MergeKind,
  type MergeOutcome,
  type Standing,
} from '#core/merge';
import type { RecordVersion } from '#core/record';
import { keptStates } from './kept-states';
import { type Merge, type MergeChange, type MergeStep, quietStep } from './merge-step';
import { holdsSame } from './record-digest';
import { readRecord } from './record-stores';

/** A record that the backup knows of, and how it stands on both sides. */
export type Meeting = {
  readonly kind: MergeKind;
  readonly key: string;
  readonly ours: Standing;
  readonly theirs: Standing;
};

/** What has a version and can lie in the bin; marks cannot. */
type Versioned = Exclude<KeptRecord, { type: 'setting' }>;

const read = (db: Merge['theirs'], { kind, key }: Meeting): Versioned => {
  const found = readRecord(db, kind, key);
  if (found === undefined) throw new AppError('INTERNAL');
  return found as Versioned;
};

const bothOf = (merge: Merge, meeting: Meeting) => {
  const ours = read(merge.journal.db, meeting);
  const theirs = read(merge.theirs, meeting);
  // The bytes of a picture never change under one id. Where they did, neither may take the place of the other.
  if (ours.type === 'attachment' && theirs.type === 'attachment' && ours.sha256 !== theirs.sha256)
    throw new AppError('EXPORT_DAMAGED');
  return { ours, theirs };
};

const write = (record: Versioned): MergeChange => ({ do: 'write', record });

const binned = (record: Versioned, version: RecordVersion, now: number): Versioned =>
  record.type === 'goal-mark' ? record : { ...record, version, updatedAt: now, deletedAt: now };

/** Ours wins over a deletion: that is a change of its own, so that it is not asked again, here or there. */
const reaffirmed = ({ journal }: Merge, ours: Versioned, over: RecordVersion): Versioned => {
  const floor = over > ours.version ? over : ours.version;
  return { ...ours, version: journal.newVersion(floor), updatedAt: journal.clock.now() };
};

const incoming = (merge: Merge, meeting: Meeting): MergeChange[] => {
  const record = read(merge.theirs, meeting);
  const comes: MergeChange = record.type === 'attachment' ? { do: 'copy', record } : write(record);
  return meeting.ours.state === 'gone' ? [{ do: 'remove', type: 'tombstone', key: meeting.key }, comes] : [comes];
};

const replacing = (merge: Merge, meeting: Meeting): MergeChange[] => {
  const { ours, theirs } = bothOf(merge, meeting);
  return [...keptStates(merge, ours, theirs), write(theirs)];
};

const keeping = (merge: Merge, meeting: Meeting): MergeChange[] => {
  const { ours, theirs } = bothOf(merge, meeting);
  return keptStates(merge, theirs, ours);
};

const answering = (merge: Merge, meeting: Meeting): MergeChange[] => {
  const { theirs: there } = meeting;
  if (there.state === 'absent') return [];
  const now = merge.journal.clock.now();
  if (there.state === 'gone') {
    const ours = read(merge.journal.db, meeting);
    const isKept = merge.deletions === 'keep';
    return [write(isKept ? reaffirmed(merge, ours, there.version) : binned(ours, there.version, now))];
  }
  const { ours, theirs } = bothOf(merge, meeting);
  return merge.deletions === 'keep'
    ? [...keptStates(merge, theirs, ours), write(reaffirmed(merge, ours, there.version))]
    : [...keptStates(merge, ours, theirs), write(binned(theirs, there.version, now))];
};

const noting = (merge: Merge, meeting: Meeting): MergeChange[] => {
  if (meeting.theirs.state !== 'gone') return incoming(merge, meeting);
  const record = readRecord(merge.theirs, 'tombstone', meeting.key);
  return record === undefined ? [] : [{ do: 'write', record }];
};

const changesFor: Readonly<Record<MergeDecision, (merge: Merge, meeting: Meeting) => readonly MergeChange[]>> = {
  same: () => [],
  noted: noting,
  added: incoming,
  returning: (merge, meeting) => (meeting.ours.state === 'gone' ? incoming : replacing)(merge, meeting),
  newer: replacing,
  older: keeping,
  'staying-deleted': (merge, meeting) => (meeting.ours.state === 'gone' ? [] : keeping(merge, meeting)),
  'deleted-there': answering,
};

/** Whether both sides changed a record since it was last the same on both. */
const isConflict = (merge: Merge, meeting: Meeting, decision: 'newer' | 'older'): boolean => {
  const { ours, theirs } = bothOf(merge, meeting);
  const isKnown =
    decision === 'newer' ? hasSeen(merge.seen.theirs, ours.version) : hasSeen(merge.seen.ours, theirs.version);
  return !isKnown && !holdsSame(ours, theirs);
};

const outcomeOf = (merge: Merge, meeting: Meeting, decision: MergeDecision): MergeOutcome | null => {
  if (decision === 'same' || decision === 'noted') return null;
  const isChanged = decision === 'newer' || decision === 'older';
  return isChanged && isConflict(merge, meeting, decision) ? 'conflicting' : decision;
};

// A step all the same, so that whoever goes through a long journal can breathe now and then.
const NOTHING = quietStep(() => []);

/** What a merge does about one record. */
export const recordStep = (merge: Merge, meeting: Meeting): MergeStep => {
  const decision = decideMerge(meeting.ours, meeting.theirs);
  if (decision === 'same') return NOTHING;
  const outcome = outcomeOf(merge, meeting, decision);
  return {
    counted: outcome === null ? null : { kind: meeting.kind, key: meeting.key, outcome },
    changes: () => changesFor[decision](merge, meeting),
  };
};
