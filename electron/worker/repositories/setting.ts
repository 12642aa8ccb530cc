import type { Database } from '../db/database';
import { sql } from '../db/sql';

/** The stored text of a setting, or undefined. */
export const findSetting = (db: Database, key: string): string | undefined =>
  db.get<{ value: string }>(sql`SELECT value FROM setting WHERE key = ${key}`)?.value;

/** Stores a setting, replacing what was there. */
export const saveSetting = (db: Database, key: string, value: string): void => {
  db.run(
    sql`INSERT INTO setting (key, value) VALUES (${key}, ${value}) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
};

/** Every setting, by key. */
export const listSettings = (db: Database): { key: string; value: string }[] =>
  db.all(sql`SELECT key, value FROM setting ORDER BY key`);

/** Forgets a setting, if it is there. */
export const deleteSetting = (db: Database, key: string): void => {
  db.run(sql`DELETE FROM setting WHERE key = ${key}`);
};
