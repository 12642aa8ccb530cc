import { AppError } from '#core/errors';
import type { Database } from './database';
import { migration001 } from './migrations/001-journal';
import { migration002 } from './migrations/002-merge';
import { migration003 } from './migrations/003-draft';
import { migration004 } from './migrations/004-find';
import { sql } from './sql';

/** A step from one schema version to the next. Released steps are never edited. */
export type Migration = { readonly version: number; readonly name: string; readonly up: string };

/** All steps, in order. */
export const migrations: readonly Migration[] = [migration001, migration002, migration003, migration004];

/** The schema version this program writes. */
export const currentSchema = migrations.length;

/** The schema version of an open journal; 0 for a file without tables. */
export const schemaVersion = (db: Database): number =>
  db.get<{ user_version: number }>(sql`PRAGMA user_version`)?.user_version ?? 0;

/** Brings a journal to `target` (by default the current schema), each step in one transaction; refuses a journal from the future with VAULT_NEWER. */
export const migrate = (db: Database, target: number = currentSchema): void => {
  if (schemaVersion(db) > currentSchema) throw new AppError('VAULT_NEWER');
  for (const migration of migrations.slice(schemaVersion(db), target)) {
    db.transaction(() => {
      db.exec(migration.up);
      db.exec(`PRAGMA user_version = ${migration.version}`);
    });
  }
};
