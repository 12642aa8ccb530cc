import { randomUUID } from 'node:crypto';
import { AppError, type ErrorCode } from '#core/errors';
import type { Salvage } from '#core/recovery';
import { toAppError } from '../db/database-error';
import type { Job } from '../jobs';
import { runThread } from '../run-thread';
import { dropSalvaged } from '../salvage/salvage';
import type { SalvageMessage, SalvageTask } from '../salvage/thread-messages';
import { isEarlier } from '../snapshots/earlier-key';
import { snapshotsFolder } from '../snapshots/snapshot-files';
import { summariesIn } from '../snapshots/summaries';
import type { HeaderFields } from '../vault/header';
import type { Sodium } from '../vault/sodium';

type Options = {
  /** The folder that holds the journals. */
  readonly home: string;
  /** The file of salvage-thread. */
  readonly thread: string | URL;
  readonly sodium: Sodium;
  readonly now: () => number;
};

/** A journal that cannot be opened, and its key. */
export type Damaged = {
  readonly folder: string;
  /** The folder of its snapshots: beside it, or elsewhere. */
  readonly snapshots: string;
  readonly header: HeaderFields;
  readonly vaultKey: Uint8Array;
};

/** What was looked at: what can be read, or why that could not be told. */
export type Looked = { readonly salvage: Salvage | null; readonly salvageProblem: ErrorCode | null };

/** What can still be read of one damaged journal: looked at first, and taken only when the person says so. */
export const salvaging = ({ home, thread, sodium, now }: Options) => {
  let waiting: string | null = null;

  const runTask = async <T extends SalvageMessage['type']>(job: Job, task: SalvageTask, type: T) => {
    const message = await runThread<SalvageMessage>(thread, task, { job });
    if (message.type !== type) throw new AppError('INTERNAL');
    return message as Extract<SalvageMessage, { type: T }>;
  };

  const found = (): string => {
    if (waiting === null) throw new AppError('NOT_FOUND');
    return waiting;
  };

  const drop = (): void => {
    if (waiting !== null) dropSalvaged(home);
    waiting = null;
  };

  return {
    /** Whether every page is as it was written; changes nothing. */
    isWhole: async (job: Job, { folder, vaultKey }: Damaged): Promise<boolean> =>
      (await runTask(job, { task: 'survey', folder, vaultKey }, 'surveyed')).isWhole,

    /** Reads what can be read and keeps it ready beside the journals; a failure that leaves other ways open is told, not thrown. */
    look: async (job: Job, { folder, snapshots, vaultKey }: Damaged): Promise<Looked> => {
      const id = randomUUID();
      try {
        dropSalvaged(home);
        // What lies under an earlier key is of another time, and salvaging needs the one key only.
        const names = summariesIn({ folder: snapshots, vaultKey, sodium }).flatMap(({ name, damaged }) =>
          damaged || isEarlier(snapshots, name) ? [] : [name],
        );
        const task = { task: 'look', home, id, folder, vaultKey, snapshots, names, now: now() } as const;
        const { salvage } = await runTask(job, task, 'salvaged');
        waiting = id;
        return { salvage, salvageProblem: null };
      } catch (error) {
        const { code } = toAppError(error);
        if (code === 'CANCELLED') throw error;
        return { salvage: null, salvageProblem: code };
      }
    },

    /** The name that a journal made of what was found will have beside the others; fails with NOT_FOUND. */
    waiting: found,

    /** Makes a journal of what was found. Fails with NOT_FOUND, DISK_FULL, READ_ONLY. */
    take: async (job: Job, { folder, header, vaultKey }: Damaged): Promise<void> => {
      const id = found();
      const snapshots = snapshotsFolder(folder);
      await runTask(job, { task: 'take', home, id, vaultKey, header, snapshots }, 'taken');
      waiting = null;
    },

    /** Lets go of what was found and not taken. */
    drop,
  };
};
