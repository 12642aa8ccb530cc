import { copyFileSync, existsSync } from 'node:fs';
import type { Database } from '../db/database';

/** SQLite's own figure: after so many pages of log, it is carried over into the database. */
const CARRY_OVER_AFTER = 1000;

const logOf = (file: string): string => `${file}-wal`;

/**
 * Keeps the file of an open journal as it is and copies its log, with all that has not been carried over into the file yet,
 * beside `copy`. Once the file is copied there as well, both are the journal of this moment, whatever was written meanwhile.
 * To be called on the thread that writes to the journal; what is returned has to be called when the file is copied.
 */
export const freezeDatabase = (db: Database, file: string, copy: string): (() => void) => {
  const thaw = (): void => db.exec(`PRAGMA wal_autocheckpoint = ${CARRY_OVER_AFTER}`);
  db.exec('PRAGMA wal_autocheckpoint = 0');
  try {
    if (existsSync(logOf(file))) copyFileSync(logOf(file), logOf(copy));
    return thaw;
  } catch (error) {
    thaw();
    throw error;
  }
};
