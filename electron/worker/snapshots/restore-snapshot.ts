import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#core/errors';
import type { SnapshotManifest, SnapshotName } from '#core/snapshot';
import { connect, type Database } from '../db/database';
import { toAppError } from '../db/database-error';
import { rekeyDatabase } from '../db/rekey-database';
import { targetError } from '../exports/unfinished-file';
import { becomeDevice } from '../repositories/device';
import { syncFile, syncFolder } from '../vault/durable-file';
import { type HeaderFields, isAuthentic } from '../vault/header';
import { writeHeaderPair } from '../vault/header-pair';
import { type KeyHistory, saveKeyHistory } from '../vault/key-settings';
import { databaseKey } from '../vault/keys';
import { unfinishedIn } from '../vault/unfinished';
import { databaseFile } from '../vault/vault-files';
import { checkDatabase, sameContents } from './check-database';
import { copyDurably } from './copy-snapshot';
import { digestFile, type Tick } from './read-pages';
import { shareSnapshots } from './share-snapshots';
import { filesOf, snapshotsFolder } from './snapshot-files';
import { manifestOf } from './verify-snapshot';

export type RestoreOrder = {
  /** The folder that holds the journals, and the new name in it (a UUID). */
  readonly home: string;
  readonly id: string;
  /** The folder of snapshots, and the one to make a journal of. */
  readonly folder: string;
  readonly name: SnapshotName;
  /** The key that it was taken under. */
  readonly vaultKey: Uint8Array;
  /** Where that is an earlier one: the key that the journal has now, and what it knows of its keys; null otherwise. */
  readonly present: { readonly vaultKey: Uint8Array; readonly history: KeyHistory } | null;
  /** The header that opens it from now on: the newest there is, so that it opens with the passphrase of today. */
  readonly header: HeaderFields;
  /** Without the other snapshots: nobody will ever need them there, or they lie on a stick, which is not always there. */
  readonly alone?: boolean;
};

/** The manifest of the snapshot; an earlier key is that of another vault. */
const manifestFor = ({ folder, name, vaultKey, present, header }: RestoreOrder): SnapshotManifest => {
  const manifest = manifestOf(folder, name, vaultKey);
  if (manifest === null) throw new AppError('SNAPSHOT_DAMAGED');
  if (present === null && manifest.vaultId !== header.vaultId) throw new AppError('SNAPSHOT_DAMAGED');
  return manifest;
};

/** Changes a snapshot's database that was copied, on the disk itself. Fails with SNAPSHOT_DAMAGED where it cannot be read. */
const change = (file: string, key: string, work: (db: Database) => void): void => {
  const db = connect(file, key);
  try {
    work(db);
  } catch (error) {
    const failure = toAppError(error);
    throw failure.code === 'DATABASE_DAMAGED' ? new AppError('SNAPSHOT_DAMAGED', { cause: error }) : failure;
  } finally {
    db.close();
  }
  syncFile(file);
};

const fill = async (order: RestoreOrder, unfinished: string, tick: Tick): Promise<SnapshotManifest> => {
  const { folder, name, vaultKey, present, header } = order;
  const manifest = manifestFor(order);
  const [file, key] = [databaseFile(unfinished), databaseKey(vaultKey)];
  const check = (under: string): void => {
    if (!sameContents(checkDatabase(file, under, tick), manifest)) throw new AppError('SNAPSHOT_DAMAGED');
  };
  copyDurably(filesOf(join(folder, name)).database, file, tick);
  const { size, sha256 } = digestFile(file, tick);
  if (size !== manifest.size || sha256 !== manifest.sha256) throw new AppError('SNAPSHOT_DAMAGED');
  if (present === null) {
    change(file, key, becomeDevice);
    check(key);
  } else {
    const to = databaseKey(present.vaultKey);
    check(key);
    rekeyDatabase(file, { from: key, to }, (db) => {
      becomeDevice(db);
      saveKeyHistory(db, manifest.vaultId, present.history);
    });
    check(to);
  }
  const headerKey = present?.vaultKey ?? vaultKey;
  await writeHeaderPair(unfinished, header, {
    vaultKey: headerKey,
    proves: async (reread) => isAuthentic(reread, headerKey),
  });
  if (order.alone !== true) shareSnapshots(folder, snapshotsFolder(unfinished));
  return manifest;
};

/**
 * Makes a whole journal of a snapshot, in a folder of its own beside the others: copied, reread, every page checked, and
 * only then under its name. The journal it is taken from is not touched. Whatever goes wrong, nothing of it remains. Fails
 * with SNAPSHOT_DAMAGED, DISK_FULL, READ_ONLY, FOLDER_MISSING, or what `tick` throws.
 */
export const restoreSnapshot = async (order: RestoreOrder, tick: Tick): Promise<SnapshotManifest> => {
  const { home, id } = order;
  const unfinished = unfinishedIn(home, id);
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
    // A stick may be pulled out meanwhile.
    throw targetError(error);
  }
};
