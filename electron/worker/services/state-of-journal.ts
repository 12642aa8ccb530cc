import { existsSync, statSync } from 'node:fs';
import type { Recovery } from '#core/recovery';
import { toAppError } from '../db/database-error';
import type { Job } from '../jobs';
import { runThread } from '../run-thread';
import type { SnapshotMessage, SnapshotTask } from '../snapshots/thread-messages';
import { databaseFile } from '../vault/vault-files';
import type { Damaged, Looked, salvaging } from './salvaging';

/** What is left of a journal that lies here. */
export type StateHere = Pick<Recovery, 'database' | 'salvage' | 'salvageProblem'>;

type Options = {
  readonly salvager: Pick<ReturnType<typeof salvaging>, 'isWhole' | 'look'>;
  /** The file of snapshot-thread. */
  readonly thread: string | URL;
};

/** Tells of a journal that cannot be opened whether its database is whole, and of a damaged one what can still be read. */
export const stateOfJournal = ({ salvager, thread }: Options) => {
  const databaseOf = async (job: Job, at: Damaged): Promise<Recovery['database']> => {
    const database = databaseFile(at.folder);
    if (!existsSync(database) || statSync(database).size === 0) return 'missing';
    // Before SQLite opens it: that may write what is in the log into a file that is damaged elsewhere.
    if (!(await salvager.isWhole(job, at))) return 'damaged';
    try {
      const task: SnapshotTask = { task: 'check', database, vaultKey: at.vaultKey };
      await runThread<SnapshotMessage>(thread, task, { job });
      return 'whole';
    } catch (error) {
      const { code } = toAppError(error);
      if (code === 'SNAPSHOT_DAMAGED') return 'damaged';
      throw error;
    }
  };

  return async (job: Job, at: Damaged): Promise<StateHere> => {
    const database = await databaseOf(job, at);
    const read: Looked =
      database === 'damaged' ? await salvager.look(job, at) : { salvage: null, salvageProblem: null };
    return { database, ...read };
  };
};
