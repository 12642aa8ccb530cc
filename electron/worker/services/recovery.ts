import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { EventPayload } from '#core/contract';
import { AppError } from '#core/errors';
import type { Recovery } from '#core/recovery';
import type { SnapshotName } from '#core/snapshot';
import { toAppError, whereWritable } from '../db/database-error';
import { type Job, jobRegistry } from '../jobs';
import { runThread } from '../run-thread';
import { earlierVaultsIn, isEarlier, keyOf } from '../snapshots/earlier-key';
import { listNames, snapshotsFolder } from '../snapshots/snapshot-files';
import { summariesIn } from '../snapshots/summaries';
import type { SnapshotMessage, SnapshotTask } from '../snapshots/thread-messages';
import type { Attempts } from '../vault/attempts';
import type { Keysmith } from '../vault/build-vault';
import { findKey } from '../vault/find-key';
import { type HeaderFields, isAuthentic } from '../vault/header';
import { writeHeaderPair } from '../vault/header-pair';
import type { JournalIndex } from '../vault/journal-index';
import type { KeyHistory } from '../vault/key-settings';
import type { Secret } from '../vault/open-vault';
import { passphraseBytes } from '../vault/passphrase-bytes';
import { databaseFile } from '../vault/vault-files';
import { holdVault } from '../vault/vault-lock';
import { recoveryKeyBytes } from './credentials';

type Options = {
  readonly smith: Keysmith;
  readonly index: JournalIndex;
  readonly attempts: Attempts;
  /** The file of snapshot-thread. */
  readonly thread: string | URL;
  readonly onProgress: (event: EventPayload<'job.progress'>) => void;
};

/** A journal that cannot be opened, and the key to what is left of it. */
type Opened = {
  readonly folder: string;
  readonly header: HeaderFields;
  readonly vaultKey: Uint8Array;
  readonly release: () => void;
};

/** A passphrase or recovery key as typed; fails with WRONG_RECOVERY_KEY and, as `fields`, the groups that cannot be right. */
export const secretOf = (type: Secret['type'], typed: string): Secret => ({
  type,
  bytes: type === 'passphrase' ? passphraseBytes(typed) : recoveryKeyBytes(typed),
});

/** What can still be known of a journal's keys where its database cannot be read. */
const lostHistory = (snapshots: string): KeyHistory => ({
  provenOn: null,
  changedOn: null,
  earlier: earlierVaultsIn(snapshots),
});

/** The ways back into a journal that cannot be opened any more. Nothing that is there is ever changed or removed. */
export const recoveryService = ({ smith, index, attempts, thread, onProgress }: Options) => {
  const jobs = jobRegistry(onProgress);
  let opened: Opened | null = null;

  const current = (): Opened => {
    if (opened === null) throw new AppError('LOCKED');
    return opened;
  };

  const runTask = (job: Job, task: SnapshotTask): Promise<SnapshotMessage> =>
    runThread<SnapshotMessage>(thread, task, { job });

  const end = (): void => {
    if (opened === null) return;
    smith.sodium.memzero(opened.vaultKey);
    opened.release();
    opened = null;
  };

  const stateOfDatabase = async (job: Job, { folder, vaultKey }: Opened): Promise<Recovery['database']> => {
    const database = databaseFile(folder);
    if (!existsSync(database) || statSync(database).size === 0) return 'missing';
    try {
      await runTask(job, { task: 'check', database, vaultKey });
      return 'whole';
    } catch (error) {
      const { code } = toAppError(error);
      if (code === 'SNAPSHOT_DAMAGED') return 'damaged';
      throw error;
    }
  };

  const look = async (job: Job, secret: Secret): Promise<Recovery> => {
    attempts.check();
    end();
    const [id] = index.list();
    if (id === undefined) throw new AppError('FOLDER_MISSING');
    const folder = index.folderOf(id);
    try {
      const found = await findKey(smith, folder, { secret });
      attempts.right();
      opened = { folder, ...found, release: holdVault(folder).release };
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('WRONG_')) attempts.wrong();
      throw error;
    }
    const database = await stateOfDatabase(job, opened);
    const { vaultKey } = current();
    return { database, snapshots: summariesIn({ folder: snapshotsFolder(folder), vaultKey, sodium: smith.sodium }) };
  };

  const restore = async (job: Job, name: SnapshotName): Promise<void> => {
    const { folder, header, vaultKey } = current();
    if (!listNames(snapshotsFolder(folder)).includes(name)) throw new AppError('NOT_FOUND');
    const id = randomUUID();
    const at = { folder: snapshotsFolder(folder), vaultKey };
    const key = keyOf(smith.sodium, at, name);
    index.begin(id);
    try {
      await runTask(job, {
        task: 'restore',
        home: index.home,
        id,
        folder: at.folder,
        name,
        vaultKey: key,
        present: isEarlier(at.folder, name) ? { vaultKey, history: lostHistory(at.folder) } : null,
        header,
      });
    } catch (error) {
      whereWritable(index.clearBegun);
      throw error;
    } finally {
      smith.sodium.memzero(key);
    }
    index.replace(basename(folder), { next: id, at: smith.clock.now() });
    end();
  };

  return {
    /**
     * Finds the key with a passphrase or recovery key, and tells what is left: the state of the database and the snapshots.
     * Fails with WRONG_PASSPHRASE, WRONG_RECOVERY_KEY, TOO_MANY_ATTEMPTS, HEADER_MISSING, HEADER_DAMAGED, FOLDER_MISSING,
     * VAULT_IN_USE, VAULT_NEWER, KDF_OUT_OF_MEMORY, CANCELLED.
     */
    look: (job: string, secret: Secret): Promise<Recovery> => jobs.run(job, (running) => look(running, secret)),

    /** Writes the key files anew; the journal then opens as ever. Fails with LOCKED, DISK_FULL, READ_ONLY. */
    mendHeader: async (): Promise<void> => {
      const { folder, header, vaultKey } = current();
      await writeHeaderPair(folder, header, { vaultKey, proves: async (reread) => isAuthentic(reread, vaultKey) });
      end();
    },

    /**
     * Makes a journal of a snapshot and puts it in the place of the damaged one, which is kept as it is. Fails with LOCKED,
     * CANCELLED, NOT_FOUND, SNAPSHOT_DAMAGED, DISK_FULL, READ_ONLY.
     */
    restore: (job: string, name: SnapshotName): Promise<void> => jobs.run(job, (running) => restore(running, name)),

    cancel: jobs.cancel,

    /** Stops whatever is going on, forgets the key and lets go of the journal. Safe to call at any time. */
    close: async (): Promise<void> => {
      await jobs.cancelAll();
      end();
    },
  };
};

export type RecoveryService = ReturnType<typeof recoveryService>;
