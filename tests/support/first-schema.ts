import type { Database } from '#worker/db/database';
import { migrations } from '#worker/db/migrate';
import { sql } from '#worker/db/sql';

const tablesOf = (up: string): string[] => [...up.matchAll(/CREATE TABLE (\w+)/g)].map(([, name = '']) => name);

/** Makes a journal one of the first schema again, with all its records: no later step changed a table that was there. */
export const toFirstSchema = (db: Database): void => {
  const later = migrations.slice(1).flatMap(({ up }) => tablesOf(up));
  db.transaction(() => {
    for (const table of later.reverse()) db.exec(`DROP TABLE ${table}`);
    db.exec('PRAGMA user_version = 1');
  });
  const left = db.all<{ name: string }>(sql`SELECT name FROM sqlite_schema WHERE type = 'table'`);
  if (left.some(({ name }) => later.includes(name))) throw new Error('not of the first schema');
};
