import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '#core/errors';
import type { SnapshotManifest, SnapshotName } from '#core/snapshot';
import { toAppError, whereWritable } from '../db/database-error';
import type { Job } from '../jobs';
import type { Clock } from '../journal';
import { runThread } from '../run-thread';
import { isEarlier, keyOf } from '../snapshots/earlier-key';
import { noteReading } from '../snapshots/readings';
import { listNames } from '../snapshots/snapshot-files';
import { type SnapshotPlace, summariesIn } from '../snapshots/summaries';
import type { SnapshotMessage, SnapshotTask } from '../snapshots/thread-messages';
import type { JournalIndex } from '../vault/journal-index';
import { keyHistory } from '../vault/key-settings';
import type { Sodium } from '../vault/sodium';
import type { VaultService } from './vault';

type Options = {
  readonly vault: Pick<VaultService, 'current' | 'journal' | 'close'>;
  readonly clock: Clock;
  readonly sodium: Sodium;
  readonly index: Pick<JournalIndex, 'home' | 'begin' | 'clearBegun' | 'replace'>;
  /** The file of snapshot-thread. */
  readonly thread: string | URL;
  /** Where the snapshots of the open journal lie; fails with LOCKED. */
  readonly place: () => SnapshotPlace;
};

const manifestIn = (message: SnapshotMessage): SnapshotManifest => {
  if (message.type !== 'whole') throw new AppError('INTERNAL');
  return message.manifest;
};

/**
 * Reads single snapshots of the open journal, each with the key that it was taken under; one at a time, which is for its
 * caller to see to. All fail with LOCKED, CANCELLED, NOT_FOUND, SNAPSHOT_DAMAGED, FOLDER_MISSING, DISK_FULL, READ_ONLY.
 */
export const snapshotReader = ({ vault, clock, sodium, index, thread, place }: Options) => {
  /** A copy of the key that one of them was taken under. */
  const keyFor = (name: SnapshotName): Uint8Array => keyOf(sodium, place(), name);

  /** One of them, and the key that it was taken under. */
  const one = (name: SnapshotName) => ({ folder: place().folder, name, vaultKey: keyFor(name) });

  /** What a journal is made of. */
  const sourceOf = (name: SnapshotName) => {
    const { header, vaultKey } = vault.current();
    const isOld = isEarlier(place().folder, name);
    const present = isOld ? { vaultKey, history: keyHistory(vault.journal().db) } : null;
    return { ...one(name), header, present };
  };

  /** Runs a task on one of them, whose copy of the key is used up then, and notes where that found it damaged. */
  const read = async (job: Job, name: SnapshotName, taskFor: () => SnapshotTask): Promise<SnapshotManifest> => {
    const at = place();
    if (!listNames(at.folder).includes(name)) throw new AppError('NOT_FOUND');
    const task = taskFor();
    try {
      return manifestIn(await runThread<SnapshotMessage>(thread, task, { job }));
    } catch (error) {
      if (toAppError(error).code === 'SNAPSHOT_DAMAGED')
        noteReading(at.folder, name, { at: clock.now(), whole: false });
      throw error;
    } finally {
      sodium.memzero(task.vaultKey);
    }
  };

  /** The newest that was found whole. */
  const newestWhole = (): SnapshotName => {
    const found = summariesIn(place()).find(({ verifiedAt }) => verifiedAt !== null);
    if (found === undefined) throw new AppError('NOT_FOUND');
    return found.name;
  };

  /** Has a journal made of one beside the others, not to be offered before it is put in the place of the open one. */
  const build = async (job: Job, name: SnapshotName, id: string): Promise<void> => {
    try {
      await read(job, name, () => ({ task: 'restore', home: index.home, id, ...sourceOf(name) }));
    } catch (error) {
      whereWritable(index.clearBegun);
      // Said apart from a new snapshot that did not read back.
      const isDamaged = toAppError(error).code === 'SNAPSHOT_DAMAGED';
      throw isDamaged ? new AppError('SNAPSHOT_DAMAGED', { fields: { name: 'damaged' }, cause: error }) : error;
    }
  };

  return {
    keyFor,

    /** Reads all of one again. */
    verify: async (job: Job, name: SnapshotName): Promise<void> => {
      await read(job, name, () => ({ task: 'verify', ...one(name) }));
      noteReading(place().folder, name, { at: clock.now(), whole: true });
    },

    /** Proves the bytes of one; with `into`, makes a file of its database there. */
    prove: (job: Job, name: SnapshotName, into: string | null): Promise<SnapshotManifest> =>
      read(job, name, () => ({ task: 'prove', into, ...one(name) })),

    /** Makes a journal of one (null: the newest that was found whole) in the folder `home`, under the vault's id. */
    tryOut: (job: Job, name: SnapshotName | null, home: string): Promise<SnapshotManifest> => {
      const { vaultId: id } = vault.current().header;
      const chosen = name ?? newestWhole();
      return read(job, chosen, () => ({ task: 'restore', home, id, alone: true, ...sourceOf(chosen) }));
    },

    /** Makes a journal of one, puts it in the place of the open one, in one step, and closes that. */
    restore: async (job: Job, name: SnapshotName): Promise<void> => {
      const { folder } = vault.current();
      const id = randomUUID();
      index.begin(id);
      await build(job, name, id);
      index.replace(basename(folder), { next: id, at: clock.now() });
      vault.close();
    },
  };
};
