import { excerptOf } from '#core/document';
import {
  type ConflictingEntry,
  emptyMergeCounts,
  type MergeCounts,
  type MergeReport,
  NAMED_CONFLICTS,
  seenByBoth,
} from '#core/merge';
import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import type { Journal } from '../journal';
import { findAttachment, findPiece, findThumbnail, insertAttachment, insertPiece } from '../repositories/attachment';
import { beginBulkChange, insertBulkChangeItem } from '../repositories/bulk-change';
import { findEntry } from '../repositories/entry';
import type { Merge, MergeChange, MergeStep } from './merge-step';
import { mergeSteps } from './merge-steps';
import { digestOf } from './record-digest';
import type { MergeRecordOf } from './record-store';
import { keyOf, ownerOf, readRecord, removeRecord, writeRecord } from './record-stores';
import { SEEN } from './seen-versions';

/** Counts a step, where it is one that the person is told of. */
export const countStep = (counts: MergeCounts, { counted }: MergeStep): void => {
  if (counted === null) return;
  const kinds = counts[counted.outcome];
  kinds[counted.kind] = (kinds[counted.kind] ?? 0) + 1;
};

const copyAttachment = (
  from: Database,
  to: Database,
  { type: _, ...attachment }: MergeRecordOf<'attachment'>,
): void => {
  const source = findAttachment(from, attachment.id);
  if (source === undefined) return;
  const thumbnail = findThumbnail(from, source.seq);
  const seq = insertAttachment(to, attachment, thumbnail === null ? null : Uint8Array.from(thumbnail));
  for (let piece = 0; ; piece += 1) {
    const bytes = findPiece(from, source.seq, piece);
    if (bytes === undefined) return;
    insertPiece(to, seq, { piece, bytes: Uint8Array.from(bytes) });
  }
};

const make = (db: Database, theirs: Database, change: MergeChange): void => {
  if (change.do === 'remove') removeRecord(db, change.type, change.key);
  else if (change.do === 'copy') copyAttachment(theirs, db, change.record);
  else writeRecord(db, change.record);
};

const targetOf = (change: MergeChange) =>
  change.do === 'remove'
    ? { type: change.type, key: change.key }
    : { type: change.record.type, key: keyOf(change.record) };

/** Makes changes and notes of each how to undo it; begins to do so with the first. */
const noting = ({ db, clock }: Journal, theirs: Database, sourceAt: number) => {
  let begun: number | null = null;
  let place = 0;
  const apply = (change: MergeChange): void => {
    begun ??= beginBulkChange(db, 'merge', { at: clock.now(), sourceAt });
    const { type, key } = targetOf(change);
    const before = readRecord(db, type, key);
    const position = before?.type === 'entry' ? findEntry(db, before.id)?.position : undefined;
    make(db, theirs, change);
    const after = readRecord(db, type, key);
    const about = after ?? before;
    insertBulkChangeItem(db, begun, place, {
      kind: type,
      record: key,
      owner: about === undefined ? null : ownerOf(about),
      position: position ?? null,
      before: before === undefined ? null : JSON.stringify(before),
      after: after === undefined ? null : digestOf(after),
    });
    place += 1;
  };
  return { apply, isBegun: (): boolean => begun !== null };
};

/** Remembers which entries both sides had changed, the last of them. */
const conflictsIn = (db: Database) => {
  const last: string[] = [];
  return {
    note: ({ counted }: MergeStep): void => {
      if (counted?.kind !== 'entry' || counted.outcome !== 'conflicting') return;
      last.unshift(counted.key);
      if (last.length > NAMED_CONFLICTS) last.pop();
    },
    /** As they stand now. */
    told: (): ConflictingEntry[] =>
      last.flatMap((id) => {
        const found = findEntry(db, id as RecordId);
        if (found === undefined) return [];
        const { entry, plain } = found;
        return [{ id: entry.id, day: entry.day, title: entry.title, excerpt: excerptOf(plain) }];
      }),
  };
};

/**
 * Merges a backup (written at `sourceAt`, epoch ms) into the open journal, in one transaction: all of it or nothing. It can
 * be undone afterwards, all at once. Answers with what was done.
 */
export const applyMerge = (merge: Merge, sourceAt: number): MergeReport => {
  const { journal, theirs, seen } = merge;
  const counts = emptyMergeCounts();
  const conflicts = conflictsIn(journal.db);
  journal.db.transaction(() => {
    const { apply, isBegun } = noting(journal, theirs, sourceAt);
    for (const step of mergeSteps(merge)) {
      countStep(counts, step);
      conflicts.note(step);
      for (const change of step.changes()) apply(change);
    }
    const value = JSON.stringify(seenByBoth(seen.ours, seen.theirs));
    if (isBegun()) apply({ do: 'write', record: { type: 'setting', key: SEEN, value } });
  });
  return { counts, conflicts: conflicts.told() };
};
