import type { DeletionAnswer, MergeKind, MergeOutcome, SeenVersions } from '#core/merge';
import type { Database } from '../db/database';
import type { Journal } from '../journal';
import type { MergeRecord, MergeRecordOf, MergeType } from './record-store';

/** One thing that a merge does to the open journal. */
export type MergeChange =
  | { readonly do: 'write'; readonly record: MergeRecord }
  /** A picture that comes in, with its bytes. */
  | { readonly do: 'copy'; readonly record: MergeRecordOf<'attachment'> }
  | { readonly do: 'remove'; readonly type: MergeType; readonly key: string };

/** What is done about one record of the backup; `counted` is null for what the person is not told of. */
export type MergeStep = {
  readonly counted: { readonly kind: MergeKind; readonly key: string; readonly outcome: MergeOutcome } | null;
  /** Works out what is to be changed, from the journal as it is then. */
  readonly changes: () => readonly MergeChange[];
};

/** A merge: the open journal, and the backup in a database of its own. */
export type Merge = {
  readonly journal: Journal;
  readonly theirs: Database;
  readonly seen: { readonly ours: SeenVersions; readonly theirs: SeenVersions };
  readonly deletions: DeletionAnswer;
};

/** A step that the person is not told of. */
export const quietStep = (changes: MergeStep['changes']): MergeStep => ({ counted: null, changes });
