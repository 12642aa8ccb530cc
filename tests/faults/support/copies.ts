import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { SnapshotName } from '#core/snapshot';
import { type ActorCall, type ActorLine, isDone } from '#tests/faults/support/act';
import { OLD, open, unlock } from '#tests/faults/support/journals';
import { copiesIn } from '#worker/services/second-folder';
import { filesOf, listNames } from '#worker/snapshots/snapshot-files';
import { verifySnapshot } from '#worker/snapshots/verify-snapshot';

/** The second folder, which lies beside the journals here. */
export const stickBeside = (home: string): string => join(dirname(home), 'stick');

const ticket = randomUUID();

/** Chooses a second folder and takes another snapshot. The last call has its turn when both are copied. */
export const copyCalls = (snapshot: SnapshotName, stick: string): readonly ActorCall[] => [
  unlock,
  { method: 'snapshots.chooseSecond', input: { folder: ticket }, files: { [ticket]: stick } },
  { method: 'snapshots.take', input: { job: randomUUID() } },
  { method: 'snapshots.verify', input: { job: randomUUID(), name: snapshot } },
];

type Expected = {
  readonly snapshot: SnapshotName;
  /** Where the second folder lay when it was chosen. */
  readonly chosen: string;
  readonly lines: readonly ActorLine[];
};

/**
 * Fails unless each copy in the second folder that has its name is whole, and the same as the snapshot it is of; what was
 * acknowledged is there, and what is not there yet comes the next time.
 */
export const expectCopies = async (home: string, { snapshot, chosen, lines }: Expected): Promise<void> => {
  const { vault, snapshots, index } = await open(home);
  await vault.unlock(OLD);
  const { header, vaultKey, folder } = vault.current();
  const stick = stickBeside(home);
  const [own, into] = [snapshots.list().folder, copiesIn(stick, header.vaultId)];
  const expectWhole = (): void => {
    for (const name of listNames(into)) {
      verifySnapshot({ folder: into, name, vaultKey }, () => undefined);
      const [copy, source] = [filesOf(join(into, name)), filesOf(join(own, name))];
      for (const file of ['header', 'database', 'manifest'] as const)
        expect(readFileSync(copy[file]).equals(readFileSync(source[file]))).toBe(true);
    }
  };
  expectWhole();
  if (isDone(lines, 'snapshots.chooseSecond')) expect(index.secondFolder(basename(folder))).toBe(chosen);
  // Choosing the folder may have taken one as well, of what was written since the first.
  if (isDone(lines, 'snapshots.take')) expect(listNames(own).length).toBeGreaterThanOrEqual(2);
  if (isDone(lines, 'snapshots.verify')) expect(listNames(into)).toEqual(listNames(own));
  if (index.secondFolder(basename(folder)) === stick) snapshots.lookAround();
  else snapshots.chooseSecond(stick);
  // Has its turn when all is copied.
  await snapshots.verify(randomUUID(), snapshot);
  expect(snapshots.list().second).toMatchObject({ missing: 0, problem: null });
  expect(listNames(into)).toEqual(listNames(own));
  expect(readdirSync(into).filter((name) => name.startsWith('.'))).toEqual([]);
  expectWhole();
  vault.close();
};
