import type { Database } from '../db/database';
import { sql } from '../db/sql';

const TRIGGER = 'entry_text_insert';

/** FTS5's own default, and what it may gather in memory while very many entries are indexed anew (bytes). */
const GATHERED = 1024 * 1024;
const GATHERED_IN_BULK = 64 * 1024 * 1024;

const gather = (db: Database, bytes: number): void => {
  // Kept in the index itself; "hashsize" is told of in SQLite's source only, ext/fts5/fts5_config.c.
  // It takes an integer and nothing else, so this cannot be a parameter.
  db.exec(`INSERT INTO entry_text (entry_text, rank) VALUES ('hashsize', ${bytes})`);
};

/**
 * Runs work that changes very many entries, within a transaction. The index is written in a few large pieces then: at 100,000
 * entries, changing 20,000 took between half and nine tenths of the time. Entries are to come in the order of their positions,
 * for at every step back it writes what it has (sqlite3Fts5IndexBeginWrite in ext/fts5/fts5_index.c).
 */
export const indexInBulk = <T>(db: Database, work: () => T): T => {
  gather(db, GATHERED_IN_BULK);
  const value = work();
  gather(db, GATHERED);
  return value;
};

/**
 * Lets new entries be stored without being indexed, until the returned function is called: that builds the full-text index
 * of all of them at once, which takes a fifth of the time. For filling a journal that nobody relies on yet.
 */
export const pauseEntryIndex = (db: Database): (() => void) => {
  const trigger = db.get<{ sql: string }>(
    sql`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ${TRIGGER}`,
  );
  if (trigger === undefined) throw new Error('the journal has no full-text index');
  db.exec(`DROP TRIGGER ${TRIGGER}`);
  return () =>
    db.transaction(() => {
      db.exec(trigger.sql);
      db.exec(`INSERT INTO entry_text (entry_text) VALUES ('rebuild')`);
    });
};
