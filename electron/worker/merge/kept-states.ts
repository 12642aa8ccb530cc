import type { KeptRecord } from '#core/export-line';
import type { Merge, MergeChange } from './merge-step';
import { holdsSame } from './record-digest';
import type { MergeRecordOf } from './record-store';
import { keyOf, readRecord } from './record-stores';

const writeNew = ({ journal: { db } }: Merge, record: MergeRecordOf<'revision' | 'kept-version'>): MergeChange[] =>
  readRecord(db, record.type, keyOf(record)) === undefined ? [{ do: 'write', record }] : [];

const whole = (merge: Merge, record: KeptRecord): MergeChange[] =>
  writeNew(merge, { type: 'kept-version', keptAt: merge.journal.clock.now(), record });

/** The revision that holds an entry's words, here or in the backup, from where it comes in by itself. */
const findWords = ({ journal, theirs }: Merge, entry: MergeRecordOf<'entry'>) => {
  const key = `${entry.id}/${entry.version}`;
  return readRecord(journal.db, 'revision', key) ?? readRecord(theirs, 'revision', key);
};

const NOT_WORDS = ['type', 'title', 'body'];

const keptEntry = (merge: Merge, loser: MergeRecordOf<'entry'>, winner: KeptRecord): MergeChange[] => {
  const { id: entry, version, title, body } = loser;
  const words: MergeRecordOf<'revision'> = {
    type: 'revision',
    entry,
    version,
    savedAt: merge.journal.clock.now(),
    reason: 'merge',
    title,
    body,
  };
  const differs = !holdsSame({ title, body }, pick(winner));
  const there = differs ? findWords(merge, loser) : undefined;
  const isTaken = there !== undefined && !holdsSame(pick(there), { title, body });
  const rest = isTaken || !holdsSame(loser, winner, NOT_WORDS) ? whole(merge, loser) : [];
  return differs && there === undefined ? [{ do: 'write', record: words }, ...rest] : rest;
};

const pick = (record: object): object => ({
  title: 'title' in record ? record.title : null,
  body: 'body' in record ? record.body : null,
});

/**
 * What keeps a state that another takes the place of: nothing where both hold the same, an entry's words as an earlier state
 * of it, and anything else as the line it was.
 */
export const keptStates = (merge: Merge, loser: KeptRecord, winner: KeptRecord): MergeChange[] => {
  if (holdsSame(loser, winner)) return [];
  return loser.type === 'entry' ? keptEntry(merge, loser, winner) : whole(merge, loser);
};
