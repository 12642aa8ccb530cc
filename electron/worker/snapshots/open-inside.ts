import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '#core/errors';
import type { SnapshotName } from '#core/snapshot';
import type { Database } from '../db/database';
import { toAppError } from '../db/database-error';
import { databaseKey } from '../vault/keys';
import { openForReading } from './read-pages';
import { filesOf } from './snapshot-files';

/**
 * A connection to the database of a snapshot whose bytes have just been proven, which can change nothing: the database of a
 * snapshot keeps no log, so that reading it writes no file either. What lies beside it under the name of a log is not
 * ours, and SQLite would write it into the database; fails with SNAPSHOT_DAMAGED then.
 */
export const openInside = (folder: string, name: SnapshotName, vaultKey: Uint8Array): Database => {
  const own = join(folder, name);
  const { database } = filesOf(own);
  const isLog = (file: string): boolean => file.startsWith(`${basename(database)}-`);
  try {
    if (readdirSync(own).some(isLog)) throw new AppError('SNAPSHOT_DAMAGED');
    return openForReading(database, databaseKey(vaultKey));
  } catch (error) {
    throw toAppError(error);
  }
};
