import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import type { SnapshotName } from '#core/snapshot';
import type { ActorCall } from '#tests/faults/support/act';
import { OLD, open, opensWith } from '#tests/faults/support/journals';
import { threadFile } from '#tests/support/threads';
import { recoveryService, secretOf } from '#worker/services/recovery';

/** A journal that is about to be damaged. */
type Original = { readonly folder: string; readonly snapshot: SnapshotName };

/** Looks at a journal that does not open any more. */
export const look = {
  method: 'recovery.look',
  input: { job: randomUUID(), type: 'passphrase', secret: OLD },
} as const;

/** Damages one page of a copy of the original, the last; everything else can be read. Answers with where it lies. */
export const damagedCopy = ({ folder }: Pick<Original, 'folder'>, home: string): string => {
  const database = join(home, basename(folder), 'journal.db');
  const bytes = readFileSync(database);
  writeFileSync(database, bytes.fill(0, bytes.length - 2000));
  return home;
};

/** Looks, and puts together again what can be read. */
export const salvageCalls = (): readonly [ActorCall, ActorCall] => [
  look,
  { method: 'recovery.takeSalvage', input: { job: randomUUID() } },
];

const salvageAgain = async (home: string): Promise<void> => {
  const { vault, index, smith } = await open(home);
  const recovery = recoveryService({
    smith,
    index,
    attempts: vault.attempts,
    thread: threadFile('snapshot-thread'),
    salvageThread: threadFile('salvage-thread'),
    onProgress: () => undefined,
  });
  await recovery.look(randomUUID(), secretOf('passphrase', OLD));
  await recovery.takeSalvage(randomUUID());
  await recovery.close();
};

type Expected = {
  readonly original: Original;
  /** Where the damaged journal lies as it was at first. */
  readonly from: string;
  /** How many of its entries can be read. */
  readonly kept: number | null;
  readonly acknowledged: boolean;
};

/**
 * Fails unless the damaged journal lies there byte for byte as it was, and another stands in its place with all that can be
 * read and with its snapshot, by now or, where that was not promised, once it is put together again.
 */
export const expectTaken = async (home: string, { original, from, kept, acknowledged }: Expected): Promise<void> => {
  for (const file of ['journal.db', 'header.a.json', 'header.b.json'])
    expect(readFileSync(join(home, basename(original.folder), file))).toEqual(
      readFileSync(join(from, basename(original.folder), file)),
    );
  const found = await opensWith(home, OLD);
  if (acknowledged) expect(found).not.toBeNull();
  if (found === null) await salvageAgain(home);
  expect(await opensWith(home, OLD)).toBe(kept);
  const { vault, snapshots } = await open(home);
  await vault.unlock(OLD);
  await snapshots.verify(randomUUID(), original.snapshot);
  vault.close();
};
