import { join } from 'node:path';
import { AppError } from '#core/errors';
import type { SnapshotManifest, SnapshotName } from '#core/snapshot';
import { toAppError } from '../db/database-error';
import { readIfThere } from '../vault/durable-file';
import { isAuthentic, parseHeader } from '../vault/header';
import { databaseKey } from '../vault/keys';
import { checkDatabase, sameContents } from './check-database';
import { readManifest } from './manifest';
import { digestFile, type Tick } from './read-pages';
import { filesOf } from './snapshot-files';

/** The manifest of a snapshot, as far as it can be trusted without reading the database; null when it cannot. */
export const manifestOf = (folder: string, name: SnapshotName, vaultKey: Uint8Array): SnapshotManifest | null => {
  const bytes = readIfThere(filesOf(join(folder, name)).manifest);
  return bytes === undefined ? null : readManifest(bytes, vaultKey);
};

const headerIsSound = (folder: string, { vaultId, generation }: SnapshotManifest, vaultKey: Uint8Array): boolean => {
  const bytes = readIfThere(filesOf(folder).header);
  const header = bytes === undefined ? 'damaged' : parseHeader(bytes);
  if (header === 'damaged' || header === 'newer' || !isAuthentic(header, vaultKey)) return false;
  return header.fields.vaultId === vaultId && header.fields.generation === generation;
};

type Place = { readonly folder: string; readonly name: SnapshotName; readonly vaultKey: Uint8Array };

/**
 * Reads every byte of a snapshot and compares them with what its manifest vouches for: they are then those that were found
 * whole when it was taken. Fails with SNAPSHOT_DAMAGED, FOLDER_MISSING, or what `tick` throws.
 */
export const proveBytes = ({ folder, name, vaultKey }: Place, tick: Tick): SnapshotManifest => {
  const own = join(folder, name);
  const manifest = manifestOf(folder, name, vaultKey);
  if (manifest === null || !headerIsSound(own, manifest, vaultKey)) throw new AppError('SNAPSHOT_DAMAGED');
  try {
    const { size, sha256 } = digestFile(filesOf(own).database, tick);
    if (size !== manifest.size || sha256 !== manifest.sha256) throw new AppError('SNAPSHOT_DAMAGED');
    return manifest;
  } catch (error) {
    const { code } = toAppError(error);
    // The folder is there and its database is not.
    throw code === 'FOLDER_MISSING' ? new AppError('SNAPSHOT_DAMAGED', { cause: error }) : error;
  }
};

/**
 * Reads all of a snapshot and compares it with what its manifest says: header, every byte of the database, every page,
 * every entry. Fails with SNAPSHOT_DAMAGED, FOLDER_MISSING, or what `tick` throws.
 */
export const verifySnapshot = (place: Place, tick: Tick): SnapshotManifest => {
  const manifest = proveBytes(place, tick);
  const { database } = filesOf(join(place.folder, place.name));
  const contents = checkDatabase(database, databaseKey(place.vaultKey), tick);
  if (!sameContents(contents, manifest)) throw new AppError('SNAPSHOT_DAMAGED');
  return manifest;
};
