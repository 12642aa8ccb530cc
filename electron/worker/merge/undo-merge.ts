import { AppError } from '#core/errors';
import { type MergeKind, mergeKinds } from '#core/merge';
import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import type { Journal } from '../journal';
import { listAttachments } from '../repositories/attachment';
import {
  type BulkChangeItem,
  deleteBulkChange,
  findBulkChange,
  listBulkChangeItems,
} from '../repositories/bulk-change';
import { findGoal, listAllMarks } from '../repositories/goal';
import { ensureLabels } from '../repositories/label';
import { digestOf } from './record-digest';
import type { MergeRecord, MergeType } from './record-store';
import { readRecord, removeRecord, writeRecord } from './record-stores';

const nameOf = ({ kind, record }: Pick<BulkChangeItem, 'kind' | 'record'>): string => `${kind} ${record}`;

const isAsMerged = (db: Database, { kind, record, after }: BulkChangeItem): boolean => {
  const current = readRecord(db, kind as MergeType, record);
  if (current === undefined || after === null) return current === undefined && after === null;
  return Buffer.from(digestOf(current)).equals(after);
};

/** What belongs to a record now, by name: pictures of an entry, marks of a goal. */
const belongingsOf = (db: Database, { kind, record }: BulkChangeItem): string[] => {
  const id = record as RecordId;
  if (kind === 'entry')
    return listAttachments(db, id).map(({ attachment }) => nameOf({ kind: 'attachment', record: attachment.id }));
  const goal = kind === 'goal' ? findGoal(db, id) : undefined;
  if (goal === undefined) return [];
  return listAllMarks(db, goal, { after: '', limit: -1 }).map(({ mark }) =>
    nameOf({ kind: 'goal-mark', record: `${id}/${mark.day}` }),
  );
};

/** What was changed since the merge: records by name, and the ids of those with which all that belongs to them stays. */
const findTouched = (db: Database, items: readonly BulkChangeItem[]) => {
  const touched = new Map<string, boolean>();
  // The last step for a record says what it was when the merge had ended.
  for (const item of items) if (!touched.has(nameOf(item))) touched.set(nameOf(item), !isAsMerged(db, item));
  const isTouched = (name: string): boolean => touched.get(name) === true;
  const ownersOfTouched = new Set(items.filter((item) => isTouched(nameOf(item))).map(({ owner }) => owner));
  const stays = new Set<RecordId>();
  for (const item of items) {
    const id = item.record as RecordId;
    if (item.owner !== id) continue;
    // One that came with the merge cannot go from under what was added to it, or changed of it, since.
    const holdsMore =
      item.before === null && (ownersOfTouched.has(id) || belongingsOf(db, item).some((name) => !touched.has(name)));
    if (isTouched(nameOf(item)) || holdsMore) stays.add(id);
  }
  return (item: BulkChangeItem): boolean => isTouched(nameOf(item)) || (item.owner !== null && stays.has(item.owner));
};

const putBack = (journal: Journal, { kind, record, before, position }: BulkChangeItem): void => {
  const { db } = journal;
  if (before === null) {
    removeRecord(db, kind as MergeType, record);
    return;
  }
  const old = JSON.parse(before) as MergeRecord;
  // A tag that it carried may have been renamed, merged or taken off everywhere since.
  if (old.type === 'entry') ensureLabels(journal, 'tag', old.tags);
  writeRecord(db, old, position);
};

/**
 * Undoes the last merge, or the last import, in one transaction: every record becomes what it was before. One that was changed since stays as it
 * is, with all that belongs to it. Answers with how many those are; fails with NOT_FOUND when there is nothing to undo.
 */
export const undoMerge = (journal: Journal, kind: 'merge' | 'import' = 'merge'): number => {
  const { db } = journal;
  return db.transaction(() => {
    const change = findBulkChange(db, kind);
    if (change === undefined) throw new AppError('NOT_FOUND');
    const items = listBulkChangeItems(db, change.seq);
    const isLeft = findTouched(db, items);
    const left = new Set<string>();
    for (const item of items) {
      if (!isLeft(item)) putBack(journal, item);
      else if (mergeKinds.includes(item.kind as MergeKind)) left.add(nameOf(item));
    }
    deleteBulkChange(db, change.seq);
    return left.size;
  });
};
