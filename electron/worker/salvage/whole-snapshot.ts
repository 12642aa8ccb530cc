import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors';
import type { SnapshotManifest, SnapshotName } from '#core/snapshot';
import type { Database } from '../db/database';
import { currentSchema, migrate } from '../db/migrate';
import { openDatabase } from '../db/open-database';
import { copyDurably } from '../snapshots/copy-snapshot';
import { openInside } from '../snapshots/open-inside';
import { digestFile, type Tick } from '../snapshots/read-pages';
import { filesOf } from '../snapshots/snapshot-files';
import { manifestOf, proveBytes } from '../snapshots/verify-snapshot';
import { databaseKey } from '../vault/keys';
import { databaseFile } from '../vault/vault-files';

/** A folder of snapshots and their key, and a folder that may come into being for a copy of one: encrypted, and nobody's journal. */
type Place = { readonly folder: string; readonly vaultKey: Uint8Array; readonly copy: string };

type Named = { readonly name: SnapshotName; readonly schema: number };

/** What `open` makes of the first of these that is whole; null where none is. */
const firstWhole = (named: readonly Named[], open: (name: SnapshotName) => Database): Database | null => {
  for (const { name } of named) {
    try {
      return open(name);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'SNAPSHOT_DAMAGED')) throw error;
    }
  }
  return null;
};

const openInPlace = ({ folder, vaultKey }: Place, name: SnapshotName, tick: Tick): Database => {
  proveBytes({ folder, name, vaultKey }, tick);
  return openInside(folder, name, vaultKey);
};

/** Copies the database alone, so that nothing that was put beside it comes along, and proves the copy. */
const copyProven = (from: string, to: string, { size, sha256 }: SnapshotManifest, tick: Tick): void => {
  copyDurably(from, to, tick);
  const copied = digestFile(to, tick);
  if (copied.size !== size || copied.sha256 !== sha256) throw new AppError('SNAPSHOT_DAMAGED');
};

const openMigrated = ({ folder, vaultKey, copy }: Place, name: SnapshotName, tick: Tick): Database => {
  const manifest = proveBytes({ folder, name, vaultKey }, tick);
  const end = (): void => rmSync(copy, { recursive: true, force: true });
  try {
    mkdirSync(copy, { mode: 0o700 });
    const file = databaseFile(copy);
    copyProven(filesOf(join(folder, name)).database, file, manifest, tick);
    return closingWith(migrated(openDatabase(file, databaseKey(vaultKey))), end);
  } catch (error) {
    end();
    throw error;
  }
};

const migrated = (db: Database): Database => {
  try {
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const closingWith = (db: Database, end: () => void): Database => ({
  ...db,
  close: () => {
    db.close();
    end();
  },
});

/**
 * The database of the newest of these snapshots (newest first) that is whole, to be read; null where none is. Those of
 * today's schema come first, which are read where they lie; one of an older schema is migrated in a copy, which is removed
 * when it is closed.
 */
export const openNewestWhole = (place: Place, names: readonly SnapshotName[], tick: Tick): Database | null => {
  const named = names.flatMap((name): Named[] => {
    const manifest = manifestOf(place.folder, name, place.vaultKey);
    return manifest === null ? [] : [{ name, schema: manifest.schema }];
  });
  const present = named.filter(({ schema }) => schema === currentSchema);
  const older = named.filter(({ schema }) => schema < currentSchema);
  return (
    firstWhole(present, (name) => openInPlace(place, name, tick)) ??
    firstWhole(older, (name) => openMigrated(place, name, tick))
  );
};
