import type { KeptRecord } from '#core/export-line';
import type { RecordId } from '#core/record';
import type { Database } from '../db/database';
import { findGoal, findMark, listAllGoals, listAllMarks } from '../repositories/goal';
import { listAllKeptVersions } from '../repositories/kept-version';
import { isLabelId, type LabelTable, listAllLabels } from '../repositories/label';
import { listSettings } from '../repositories/setting';
import { listTombstones } from '../repositories/tombstone';
import { type Merge, type MergeChange, type MergeStep, quietStep } from './merge-step';
import { recordStep } from './record-steps';
import type { MergeRecordOf } from './record-store';
import { keyOf, ownerOf, readRecord } from './record-stores';
import { type IdKind, revisionKeysOf, standingOf, standingsOf, staysGone } from './standings';

const AT_ONCE = 100;

/** Everything a reader lists by row number, page by page. */
function* bySeq<T extends { readonly seq: number }>(
  list: (page: { readonly after: number; readonly limit: number }) => readonly T[],
): Generator<T> {
  for (let page = list({ after: 0, limit: AT_ONCE }); ; ) {
    const last = page.at(-1);
    if (last === undefined) return;
    yield* page;
    page = list({ after: last.seq, limit: AT_ONCE });
  }
}

const writeIfMissing = (db: Database, record: MergeRecordOf<'revision' | 'kept-version'>): MergeChange[] =>
  readRecord(db, record.type, keyOf(record)) === undefined ? [{ do: 'write', record }] : [];

/** Ours stands where there is one; what the backup says instead is kept. */
function* settingSteps({ journal: { db, clock }, theirs }: Merge): Generator<MergeStep> {
  for (const { key, value } of listSettings(theirs)) {
    const record: KeptRecord = { type: 'setting', key, value };
    yield quietStep(() => {
      const ours = readRecord(db, 'setting', key) as MergeRecordOf<'setting'> | undefined;
      if (ours?.value === value || (ours !== undefined && value === '')) return [];
      if ((ours?.value ?? '') === '') return [{ do: 'write', record }];
      return writeIfMissing(db, { type: 'kept-version', keptAt: clock.now(), record });
    });
  }
}

/** A name is the same name in any case: ours keeps its spelling and its id. */
function* labelSteps(merge: Merge, type: 'tag' | 'feeling' | 'trigger', table: LabelTable): Generator<MergeStep> {
  const { journal, theirs } = merge;
  const { db } = journal;
  for (const { label } of bySeq((page) => listAllLabels(theirs, table, page))) {
    yield quietStep(() => {
      const record = { type, ...label };
      const ours = readRecord(db, type, keyOf(record)) as MergeRecordOf<typeof type> | undefined;
      if (ours === undefined) {
        const id = isLabelId(db, table, label.id) ? journal.newId() : label.id;
        return [{ do: 'write', record: { ...record, id } }];
      }
      if (label.version <= ours.version) return [];
      return [{ do: 'write', record: { ...record, id: ours.id, name: ours.name, createdAt: ours.createdAt } }];
    });
  }
}

function* idSteps(merge: Merge, kind: IdKind): Generator<MergeStep> {
  const { journal, theirs } = merge;
  for (const { id, standing } of standingsOf(theirs, kind)) {
    yield recordStep(merge, { kind, key: id, ours: standingOf(journal.db, kind, id), theirs: standing });
  }
}

function* attachmentSteps(merge: Merge): Generator<MergeStep> {
  const { journal, theirs } = merge;
  for (const { id, standing } of standingsOf(theirs, 'attachment')) {
    const record = readRecord(theirs, 'attachment', id);
    const owner = record === undefined ? null : ownerOf(record);
    if (owner !== null && staysGone(journal.db, theirs, owner)) continue;
    const ours = standingOf(journal.db, 'attachment', id);
    yield recordStep(merge, { kind: 'attachment', key: id, ours, theirs: standing });
  }
}

/** A day on which a mark was taken away leaves nothing behind: where the backup has one, it comes in. */
function* markSteps(merge: Merge): Generator<MergeStep> {
  const { journal, theirs } = merge;
  for (const stored of bySeq((page) => listAllGoals(theirs, page))) {
    const goal = stored.goal.id;
    if (staysGone(journal.db, theirs, goal)) continue;
    const here = findGoal(journal.db, goal);
    for (const { mark, version } of listAllMarks(theirs, stored, { after: '', limit: -1 })) {
      const ours = here === undefined ? undefined : findMark(journal.db, here, mark.day);
      yield recordStep(merge, {
        kind: 'goal-mark',
        key: `${goal}/${mark.day}`,
        ours: ours === undefined ? { state: 'absent' } : { state: 'live', version: ours.version },
        theirs: { state: 'live', version },
      });
    }
  }
}

function* revisionSteps({ journal: { db }, theirs }: Merge): Generator<MergeStep> {
  for (const { entry, version } of revisionKeysOf(theirs)) {
    const key = `${entry}/${version}`;
    yield quietStep(() => {
      const record = readRecord(theirs, 'revision', key) as MergeRecordOf<'revision'> | undefined;
      return record === undefined || staysGone(db, theirs, entry) ? [] : writeIfMissing(db, record);
    });
  }
}

function* keptSteps({ journal: { db }, theirs }: Merge): Generator<MergeStep> {
  for (const { seq: _, ...kept } of bySeq((page) => listAllKeptVersions(theirs, page))) {
    const record = { type: 'kept-version' as const, ...kept };
    const owner = ownerOf(record);
    yield quietStep(() => (owner !== null && staysGone(db, theirs, owner) ? [] : writeIfMissing(db, record)));
  }
}

function* tombstoneSteps(merge: Merge): Generator<MergeStep> {
  const { journal, theirs } = merge;
  let after: RecordId | null = null;
  for (;;) {
    const page = listTombstones(theirs, { after, limit: AT_ONCE });
    const last = page.at(-1);
    if (last === undefined) return;
    for (const { id, kind, version } of page) {
      const ours = standingOf(journal.db, kind, id);
      yield recordStep(merge, { kind: kind as IdKind, key: id, ours, theirs: { state: 'gone', version } });
    }
    after = last.id;
  }
}

/**
 * Everything that a merge does, one step after the other, in the order of an export: names before what carries them, goals
 * before their marks. Nothing is changed here. Whoever does what a step says may do so before asking for the next, or not.
 */
export function* mergeSteps(merge: Merge): Generator<MergeStep> {
  yield* settingSteps(merge);
  yield* labelSteps(merge, 'tag', 'tag');
  yield* labelSteps(merge, 'feeling', 'feeling');
  yield* labelSteps(merge, 'trigger', 'trigger_label');
  for (const kind of ['entry', 'check-in', 'craving', 'goal', 'run'] as const) yield* idSteps(merge, kind);
  yield* markSteps(merge);
  yield* revisionSteps(merge);
  yield* attachmentSteps(merge);
  yield* keptSteps(merge);
  yield* tombstoneSteps(merge);
}
