import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { AppError, type ErrorCode } from '#core/errors';
import type { SecondFolder, SnapshotName, SnapshotSummary } from '#core/snapshot';
import { toAppError } from '../db/database-error';
import type { Job } from '../jobs';
import type { Clock } from '../journal';
import { runThread } from '../run-thread';
import { isEarlier, vaultOf } from '../snapshots/earlier-key';
import { noteReading } from '../snapshots/readings';
import { isFolder, listNames, snapshotsFolder } from '../snapshots/snapshot-files';
import { summariesIn } from '../snapshots/summaries';
import type { SnapshotMessage } from '../snapshots/thread-messages';
import type { JournalIndex } from '../vault/journal-index';
import type { OpenVault } from '../vault/open-vault';
import type { Sodium } from '../vault/sodium';

type Options = {
  readonly clock: Clock;
  readonly sodium: Sodium;
  readonly index: Pick<JournalIndex, 'home' | 'secondFolder' | 'setSecondFolder'>;
  /** The open vault; fails with LOCKED. */
  readonly current: () => OpenVault;
  /** The file of snapshot-thread. */
  readonly thread: string | URL;
  /** Removes from a folder of snapshots what has become too old, but for `kept`. */
  readonly prune: (folder: string, kept: readonly SnapshotName[]) => void;
};

/** How long it is left alone after a failure: what is full or read-only now is so for a while. */
const REST_MS = 10 * 60_000;

/** Whether a folder is another one or lies in it, wherever links lead; fails where one of them is not there. */
export const isWithin = (folder: string, other: string): boolean => {
  const way = relative(realpathSync.native(other), realpathSync.native(folder));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/** Where the copies of a vault's snapshots lie in a folder of the person's choice. */
export const copiesIn = (chosen: string, vaultId: string): string => join(chosen, 'Ebb backups', vaultId);

/** The folder whose copies of a vault's snapshots lie in `copies`; null where they came there in another way. */
export const chosenFor = (copies: string, vaultId: string): string | null => {
  const chosen = dirname(dirname(copies));
  return copiesIn(chosen, vaultId) === copies ? chosen : null;
};

/** A folder of the person's choice, on a stick or another disk, that receives a copy of every snapshot when it is there. */
export const secondFolderService = ({ clock, sodium, index, current, thread, prune }: Options) => {
  let problem: ErrorCode | null = null;
  let restUntil = 0;
  let wasThere: boolean | null = null;

  const places = () => {
    const { folder, header, vaultKey } = current();
    const chosen = index.secondFolder(basename(folder));
    const own = snapshotsFolder(folder);
    return chosen === null ? null : { own, chosen, into: copiesIn(chosen, header.vaultId), vaultKey };
  };

  /**
   * The snapshots that are whole here and not there yet, the newest first: the one that matters most. Those under an earlier
   * key lie, as far as they were copied, with those of the vault that the journal was then.
   */
  const missing = ({ own, into, vaultKey }: NonNullable<ReturnType<typeof places>>): SnapshotName[] => {
    const there = new Set(listNames(into));
    return summariesIn({ folder: own, vaultKey, sodium })
      .filter(({ name, damaged }) => !damaged && !there.has(name) && !isEarlier(own, name))
      .map(({ name }) => name);
  };

  /**
   * What it holds of the journal's own list, and lacks for good: beside them may lie what another journal made of the same
   * vault has copied there.
   */
  const compare = ({ own, chosen, into, vaultKey }: NonNullable<ReturnType<typeof places>>) => {
    const there = new Set(listNames(into));
    const copiesBefore = (name: SnapshotName): readonly SnapshotName[] => {
      const before = vaultOf(own, name);
      return before === null ? [] : listNames(copiesIn(chosen, before));
    };
    const known = summariesIn({ folder: own, vaultKey, sodium });
    const isThere = ({ name, earlierKey }: SnapshotSummary): boolean =>
      there.has(name) || (earlierKey && copiesBefore(name).includes(name));
    const newest = known.find(({ name }) => there.has(name));
    const left = known.filter((summary) => (summary.earlierKey || summary.damaged) && !isThere(summary));
    const damaged = left.filter((summary) => summary.damaged).length;
    return { newest: newest?.takenAt ?? null, leftOut: { earlier: left.length - damaged, damaged } };
  };

  const copyAll = async (job: Job): Promise<void> => {
    const at = places();
    if (at === null || !isFolder(at.chosen)) return;
    const { own, into, vaultKey } = at;
    for (const name of missing(at)) {
      const task = { task: 'copy', folder: own, name, into, vaultKey } as const;
      await runThread<SnapshotMessage>(thread, task, { job });
      noteReading(into, name, { at: clock.now(), whole: true });
    }
    // What lies here as well would only be copied again.
    prune(into, listNames(own));
  };

  return {
    /** What there is to know about it; null when none is chosen. Fails with LOCKED. */
    state: (): SecondFolder | null => {
      const at = places();
      if (at === null) return null;
      const present = isFolder(at.chosen);
      const lacks = present ? missing(at).length : 0;
      const compared = present ? compare(at) : { newest: null, leftOut: { earlier: 0, damaged: 0 } };
      return {
        folder: at.chosen,
        present,
        missing: lacks,
        ...compared,
        // One that was pulled out right after the last copy lacks nothing.
        problem: lacks > 0 ? problem : null,
      };
    },

    /** How many of these it has; null where none is chosen or it is not there. Fails with LOCKED. */
    copiesOf: (names: readonly SnapshotName[]): number | null => {
      const at = places();
      if (at === null || !isFolder(at.chosen)) return null;
      const there = new Set(listNames(at.into));
      return names.filter((name) => there.has(name)).length;
    },

    /**
     * Chooses a folder, or none; what lies in the one before stays there. Fails with LOCKED, DISK_FULL, READ_ONLY,
     * FOLDER_MISSING, and with INVALID_INPUT (`folder`: `inside`) for one that would be lost with the journals.
     */
    choose: (folder: string | null): void => {
      const journal = basename(current().folder);
      if (folder !== null && isWithin(folder, index.home)) {
        throw new AppError('INVALID_INPUT', { fields: { folder: 'inside' } });
      }
      problem = null;
      restUntil = 0;
      index.setSecondFolder(journal, folder);
    },

    /** Whether it was put in or taken out since this was last asked. */
    hasComeOrGone: (): boolean => {
      const at = places();
      const before = wasThere;
      wasThere = at === null ? null : isFolder(at.chosen);
      return before !== null && wasThere !== null && wasThere !== before;
    },

    /** Whether it is there, lacks something, and is not left alone after a failure. */
    isDue: (): boolean => {
      const at = places();
      return performance.now() >= restUntil && at !== null && isFolder(at.chosen) && missing(at).length > 0;
    },

    /** Copies what it lacks, reads each copy as a whole, and lets go there of what is too old; notes why where it cannot. */
    catchUp: async (job: Job): Promise<void> => {
      try {
        await copyAll(job);
        problem = null;
      } catch (error) {
        const { code } = toAppError(error);
        if (code === 'CANCELLED' || code === 'LOCKED') throw error;
        problem = code;
        // One that was pulled out meanwhile is tried as soon as it is back.
        restUntil = code === 'FOLDER_MISSING' ? 0 : performance.now() + REST_MS;
      }
    },
  };
};
