import type { Database } from '#worker/db/database';
import { migrations } from '#worker/db/migrate';
import { sql } from '#worker/db/sql';

type Made = { readonly kind: string; readonly name: string };

const madeBy = (up: string): Made[] =>
  [...up.matchAll(/CREATE (TABLE|INDEX) (\w+)/g)].map(([, kind = '', name = '']) => ({ kind, name }));

/** Makes a journal one of the first schema again, with all its records: no later step changed a table that was there. */
export const toFirstSchema = (db: Database): void => {
  const later = migrations.slice(1).flatMap(({ up }) => madeBy(up));
  db.transaction(() => {
    for (const { kind, name } of later.toReversed()) db.exec(`DROP ${kind} ${name}`);
    db.exec('PRAGMA user_version = 1');
  });
  const left = db.all<{ name: string }>(sql`SELECT name FROM sqlite_schema `);
  if (left.some(({ name }) => later.some((made) => made.name === name))) throw new Error('not of the first schema');
};
