import type { Database } from '../db/database';

/**
 * Fills a database that nobody relies on yet. While `work` runs nothing is synced or logged: a crash would leave rubbish,
 * which is to be thrown away whole. When this resolves, everything is on the disk, and the database works as it did before.
 * `lastChange` must write something: committing it is what brings all before it to the disk.
 */
export const fillUnsynced = async <T>(
  db: Database,
  work: () => Promise<T>,
  lastChange: (value: T) => void,
): Promise<T> => {
  db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
  const value = await work();
  db.exec('PRAGMA synchronous = FULL');
  db.transaction(() => lastChange(value));
  db.exec('PRAGMA journal_mode = WAL');
  return value;
};
