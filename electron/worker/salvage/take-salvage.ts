import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors';
import { toAppError } from '../db/database-error';
import { shareSnapshots } from '../snapshots/share-snapshots';
import { snapshotsFolder } from '../snapshots/snapshot-files';
import { syncFolder } from '../vault/durable-file';
import { type HeaderFields, isAuthentic } from '../vault/header';
import { writeHeaderPair } from '../vault/header-pair';
import { databaseFile } from '../vault/vault-files';
import { salvageFolder } from './salvage';

export type TakeOrder = {
  readonly home: string;
  readonly id: string;
  readonly vaultKey: Uint8Array;
  /** The header that opens it from now on. */
  readonly header: HeaderFields;
  /** The snapshots of the damaged journal, which are the new one's as well. */
  readonly snapshots: string;
};

/**
 * Gives what was salvaged (salvage.ts) its key files, its snapshots and its name beside the other journals. Fails with
 * NOT_FOUND (nothing waits under that id), DISK_FULL, READ_ONLY; it waits on then.
 */
export const takeSalvage = async ({ home, id, vaultKey, header, snapshots }: TakeOrder): Promise<void> => {
  const unfinished = salvageFolder(home, id);
  if (!existsSync(databaseFile(unfinished))) throw new AppError('NOT_FOUND');
  try {
    await writeHeaderPair(unfinished, header, { vaultKey, proves: async (reread) => isAuthentic(reread, vaultKey) });
    // Of an earlier try that failed.
    rmSync(snapshotsFolder(unfinished), { recursive: true, force: true });
    shareSnapshots(snapshots, snapshotsFolder(unfinished));
    syncFolder(unfinished);
    renameSync(unfinished, join(home, id));
    syncFolder(home);
  } catch (error) {
    throw toAppError(error);
  }
};
