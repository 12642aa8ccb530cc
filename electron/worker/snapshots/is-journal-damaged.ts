import { fstatSync, statSync } from 'node:fs';
import { toAppError } from '../db/database-error';
import { checkDatabase } from './check-database';
import type { Tick } from './read-pages';

type Source = {
  /** The journal's database, and a descriptor of it. */
  readonly database: string;
  readonly handle: number;
};

/** Whether the file still lies in its place: a connection would begin another there. */
const isInPlace = ({ database, handle }: Source): boolean => {
  const [there, own] = [statSync(database, { throwIfNoEntry: false }), fstatSync(handle)];
  return there !== undefined && there.dev === own.dev && there.ino === own.ino;
};

/**
 * Whether the database of a journal that is open is damaged itself, so that no copy of it could be whole. Reads all of it,
 * by a connection of its own that changes nothing; of one that is not in its place nothing is said. Fails with what `tick`
 * throws, and where it cannot be read now.
 */
export const isJournalDamaged = (source: Source, keyHex: string, tick: Tick): boolean => {
  if (!isInPlace(source)) return false;
  try {
    checkDatabase(source.database, keyHex, tick);
    return false;
  } catch (error) {
    const { code } = toAppError(error);
    if (code === 'SNAPSHOT_DAMAGED' || code === 'DATABASE_DAMAGED') return true;
    throw error;
  }
};
