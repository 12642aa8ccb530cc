import { copyFileSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors';
import type { SnapshotManifest, SnapshotName } from '#core/snapshot';
import { toAppError } from '../db/database-error';
import { syncFolder } from '../vault/durable-file';
import { type HeaderFields, isAuthentic } from '../vault/header';
import { writeHeaderPair } from '../vault/header-pair';
import { databaseKey } from '../vault/keys';
import { databaseFile } from '../vault/vault-files';
import { checkDatabase, digestFile, sameContents, type Tick } from './check-database';
import { copyDurably } from './copy-snapshot';
import { filesOf, listNames, snapshotsFolder } from './snapshot-files';
import { manifestOf } from './verify-snapshot';

export type RestoreOrder = {
  /** The folder that holds the journals, and the new name in it (a UUID). */
  readonly home: string;
  readonly id: string;
  /** The folder of snapshots, and the one to make a journal of. */
  readonly folder: string;
  readonly name: SnapshotName;
  readonly vaultKey: Uint8Array;
  /** The header that opens it from now on: the newest there is, so that it opens with the passphrase of today. */
  readonly header: HeaderFields;
  /** Without the other snapshots: nobody will ever need them there. */
  readonly alone?: boolean;
};

// Snapshots never change, so both journals may have the same file. Where a drive knows no links, each gets its own.
const share = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
};

/** Lets the new journal have all snapshots as well: the old one goes after a while, and they must not go with it. */
const shareSnapshots = (from: string, to: string): void => {
  mkdirSync(to, { mode: 0o700 });
  for (const name of listNames(from)) {
    mkdirSync(join(to, name), { mode: 0o700 });
    for (const file of readdirSync(join(from, name))) share(join(from, name, file), join(to, name, file));
    syncFolder(join(to, name));
  }
  syncFolder(to);
};

const fill = async (order: RestoreOrder, unfinished: string, tick: Tick): Promise<SnapshotManifest> => {
  const { folder, name, vaultKey, header } = order;
  const manifest = manifestOf(folder, name, vaultKey);
  if (manifest === null || manifest.vaultId !== header.vaultId) throw new AppError('SNAPSHOT_DAMAGED');
  const file = databaseFile(unfinished);
  copyDurably(filesOf(join(folder, name)).database, file, tick);
  const { size, sha256 } = digestFile(file, tick);
  if (size !== manifest.size || sha256 !== manifest.sha256) throw new AppError('SNAPSHOT_DAMAGED');
  if (!sameContents(checkDatabase(file, databaseKey(vaultKey), tick), manifest)) throw new AppError('SNAPSHOT_DAMAGED');
  await writeHeaderPair(unfinished, header, { vaultKey, proves: async (reread) => isAuthentic(reread, vaultKey) });
  if (order.alone !== true) shareSnapshots(folder, snapshotsFolder(unfinished));
  return manifest;
};

/**
 * Makes a whole journal of a snapshot, in a folder of its own beside the others: copied, reread, every page checked, and
 * only then under its name. The journal it is taken from is not touched. Whatever goes wrong, nothing of it remains. Fails
 * with SNAPSHOT_DAMAGED, DISK_FULL, READ_ONLY, or what `tick` throws.
 */
export const restoreSnapshot = async (order: RestoreOrder, tick: Tick): Promise<SnapshotManifest> => {
  const { home, id } = order;
  const unfinished = join(home, `.unfinished-${id}`);
  try {
    mkdirSync(unfinished, { mode: 0o700 });
    const manifest = await fill(order, unfinished, tick);
    tick(0);
    syncFolder(unfinished);
    renameSync(unfinished, join(home, id));
    syncFolder(home);
    return manifest;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw toAppError(error);
  }
};
