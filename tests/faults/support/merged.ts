import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { ActorCall } from '#tests/faults/support/act';
import { OLD, open } from '#tests/faults/support/journals';
import { EXPORT_PASSPHRASE } from '#tests/support/temp-exports';
import { exportLines, lineText } from '#worker/exports/export-lines';
import type { Journal } from '#worker/journal';
import { undoMerge } from '#worker/merge/undo-merge';
import { findBulkChange } from '#worker/repositories/bulk-change';

const ticket = randomUUID();

/** Looks at an export and merges it. */
export const mergeCalls = (file: string): readonly [ActorCall, ActorCall] => [
  {
    method: 'merge.look',
    input: { job: randomUUID(), source: ticket, passphrase: EXPORT_PASSPHRASE },
    files: { [ticket]: file },
  },
  { method: 'merge.run', input: { job: randomUUID(), deletions: 'keep' } },
];

/** Undoes the last merge. */
export const undo = { method: 'merge.undo', input: {} } as const;

const recordsOf = ({ db }: Journal): readonly string[] => [...exportLines(db)].map(lineText).sort();

/** Every record of the current journal, as it would be written into an export. */
export const recordsIn = async (home: string): Promise<readonly string[]> => {
  const { vault } = await open(home);
  await vault.unlock(OLD);
  const records = recordsOf(vault.journal());
  vault.close();
  return records;
};

type States = {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The step from one to the other was acknowledged. */
  readonly acknowledged: boolean;
};

/**
 * Fails unless every record of the journal is as it was before a merge or its undoing, or as it was after it, and where it
 * is merged the merge can be undone.
 */
export const expectEither = async (home: string, { before, after, acknowledged }: States): Promise<void> => {
  const { vault, snapshots } = await open(home);
  await vault.unlock(OLD);
  const journal = vault.journal();
  const [without, merged] = [before, after].sort((one, other) => one.length - other.length);
  const found = recordsOf(journal);
  expect(acknowledged ? [after] : [before, after]).toContainEqual(found);
  expect(findBulkChange(journal.db, 'merge') !== undefined).toBe(found.length === merged?.length);
  if (found.length === merged?.length) undoMerge(journal);
  expect(recordsOf(journal)).toEqual(without);
  for (const { name } of snapshots.list().snapshots) await snapshots.verify(randomUUID(), name);
  vault.close();
};
