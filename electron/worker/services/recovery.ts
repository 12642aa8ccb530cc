import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { EventPayload } from '#core/contract';
import { AppError } from '#core/errors';
import { holdsAnything, type Recovery } from '#core/recovery';
import type { SnapshotName } from '#core/snapshot';
import { toAppError, whereWritable } from '../db/database-error';
import { type Job, jobRegistry } from '../jobs';
import { runThread } from '../run-thread';
import { earlierVaultsIn, isEarlier, keyOf } from '../snapshots/earlier-key';
import { isFolder, listNames, snapshotsFolder } from '../snapshots/snapshot-files';
import { summariesIn } from '../snapshots/summaries';
import type { SnapshotMessage, SnapshotTask } from '../snapshots/thread-messages';
import type { Attempts } from '../vault/attempts';
import type { Keysmith } from '../vault/build-vault';
import { findKey, ownHeaders } from '../vault/find-key';
import { type HeaderFields, isAuthentic } from '../vault/header';
import { writeHeaderPair } from '../vault/header-pair';
import type { JournalIndex } from '../vault/journal-index';
import type { KeyHistory } from '../vault/key-settings';
import type { Secret } from '../vault/open-vault';
import { passphraseBytes } from '../vault/passphrase-bytes';
import { databaseFile } from '../vault/vault-files';
import { holdVault } from '../vault/vault-lock';
import { recoveryKeyBytes } from './credentials';
import { elsewhere } from './elsewhere';
import { salvaging } from './salvaging';
import { chosenFor, isWithin } from './second-folder';
import { type StateHere, stateOfJournal } from './state-of-journal';

type Options = {
  readonly smith: Keysmith;
  readonly index: JournalIndex;
  readonly attempts: Attempts;
  /** The files of snapshot-thread and salvage-thread. */
  readonly thread: string | URL;
  readonly salvageThread: string | URL;
  readonly onProgress: (event: EventPayload<'job.progress'>) => void;
};

/** What there is to come back from, and the key to it. */
type Opened = {
  /** The journal that cannot be opened; null where none here is known to be theirs. */
  readonly folder: string | null;
  /** The folder of its snapshots, and whether they lie in a folder of the person's choice. */
  readonly snapshots: string;
  readonly isElsewhere: boolean;
  readonly header: HeaderFields;
  readonly vaultKey: Uint8Array;
  readonly release: () => void;
};

type Asked = {
  readonly name: SnapshotName;
  /** The folder elsewhere that it lies in, as `copiesTo` told it, receives copies from now on. */
  readonly goOnCopying: boolean;
};

type Place = {
  /** The name of the new journal's folder, and of the one that gives way to it, if any. */
  readonly id: string;
  readonly place: string | null;
  /** What receives copies of its snapshots from now on; null for what did so before. */
  readonly second: string | null;
};

type Here = Opened & { readonly folder: string };

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
export const recoveryService = ({ smith, index, attempts, thread, salvageThread, onProgress }: Options) => {
  const jobs = jobRegistry(onProgress);
  const salvager = salvaging({
    home: index.home,
    thread: salvageThread,
    sodium: smith.sodium,
    now: () => smith.clock.now(),
  });
  const stateHere = stateOfJournal({ salvager, thread });
  const others = elsewhere({ smith, index });
  let opened: Opened | null = null;

  const current = (): Opened => {
    if (opened === null) throw new AppError('LOCKED');
    return opened;
  };

  /** The same, where a journal lies here. */
  const here = (): Here => {
    const { folder, ...rest } = current();
    if (folder === null) throw new AppError('LOCKED');
    return { folder, ...rest };
  };

  const runTask = (job: Job, task: SnapshotTask): Promise<SnapshotMessage> =>
    runThread<SnapshotMessage>(thread, task, { job });

  const end = (): void => {
    const ending = opened;
    opened = null;
    // The key first: nothing that is still to be cleared up stands in its way.
    if (ending !== null) smith.sodium.memzero(ending.vaultKey);
    ending?.release();
    salvager.drop();
  };

  /** Counts a wrong secret, and forgets those before a right one. */
  const attempted = async <T>(work: () => Promise<T>): Promise<T> => {
    attempts.check();
    end();
    try {
      const found = await work();
      attempts.right();
      return found;
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('WRONG_')) attempts.wrong();
      throw error;
    }
  };

  const look = async (job: Job, secret: Secret): Promise<Recovery> => {
    opened = await attempted(async () => {
      const [id] = index.list();
      if (id === undefined) throw new AppError('FOLDER_MISSING');
      const folder = index.folderOf(id);
      const found = await findKey(smith, folder, { secret });
      try {
        return {
          folder,
          snapshots: snapshotsFolder(folder),
          isElsewhere: false,
          ...found,
          release: holdVault(folder).release,
        };
      } catch (error) {
        smith.sodium.memzero(found.vaultKey);
        throw error;
      }
    });
    const { snapshots, vaultKey } = current();
    return {
      ...(await stateHere(job, here())),
      snapshots: summariesIn({ folder: snapshots, vaultKey, sodium: smith.sodium }),
      copiesTo: null,
    };
  };

  /**
   * The journal here whose key files are lost, if a key that was found elsewhere is its own: then it has what was written
   * after the last copy was made. Null for any other.
   */
  const keyless = async (job: Job, found: Opened): Promise<{ opened: Opened; state: StateHere } | null> => {
    const [id] = index.list();
    const folder = id === undefined ? null : index.folderOf(id);
    if (folder === null || !existsSync(databaseFile(folder)) || ownHeaders(folder).length > 0) return null;
    let release = (): void => undefined;
    try {
      release = holdVault(folder).release;
      const opened = { ...found, folder, release };
      const state = await stateHere(job, opened);
      if (state.database === 'whole' || (state.salvage !== null && holdsAnything(state.salvage)))
        return { opened, state };
    } catch (error) {
      if (toAppError(error).code === 'CANCELLED') throw error;
      // The backups are there all the same, and they are what was asked for.
    }
    release();
    return null;
  };

  const lookElsewhere = async (job: Job, chosen: string | null, secret: Secret): Promise<Recovery> => {
    const { folder, names, ...key } = await attempted(() => others.open(chosen, secret));
    opened = { folder: null, snapshots: folder, isElsewhere: true, ...key, release: () => undefined };
    const lost = await keyless(job, opened);
    opened = lost?.opened ?? opened;
    const snapshots = summariesIn({ folder, vaultKey: key.vaultKey, sodium: smith.sodium }).filter(({ name }) =>
      names.includes(name),
    );
    const state = lost?.state ?? { database: 'elsewhere', salvage: null, salvageProblem: null };
    return { ...state, snapshots, copiesTo: copiesTo(opened) };
  };

  /** Which journal a journal made of what was looked at takes the place of. */
  const before = ({ folder, header }: Opened): string | null =>
    folder === null ? others.placeOf(header) : basename(folder);

  /** Where these are copies that a journal made, its folder for them; null where the journal here has one already. */
  const copiesTo = (from: Opened): string | null => {
    const { isElsewhere, snapshots, header } = from;
    const place = before(from);
    if (!isElsewhere || (place !== null && index.secondFolder(place) !== null)) return null;
    const chosen = chosenFor(snapshots, header.vaultId);
    const isOwn = chosen !== null && existsSync(index.home) && isWithin(chosen, index.home);
    return isOwn ? null : chosen;
  };

  /** Has a journal built and puts it in the place of another, in one step. Where that fails, it is as if it had not begun. */
  const putInPlace = async ({ id, place, second }: Place, build: () => Promise<unknown>): Promise<void> => {
    try {
      index.begin(id);
      await build();
      const by = { next: id, at: smith.clock.now(), ...(second === null ? {} : { second }) };
      if (place === null) index.add(by);
      else index.replace(place, by);
    } catch (error) {
      whereWritable(index.clearBegun);
      throw toAppError(error);
    }
  };

  const restore = async (job: Job, { name, goOnCopying }: Asked): Promise<void> => {
    const { isElsewhere, snapshots, header, vaultKey } = current();
    const second = goOnCopying ? copiesTo(current()) : null;
    if (!isFolder(snapshots)) throw new AppError(isElsewhere ? 'FOLDER_MISSING' : 'NOT_FOUND');
    if (!listNames(snapshots).includes(name)) throw new AppError('NOT_FOUND');
    const id = randomUUID();
    const key = keyOf(smith.sodium, { folder: snapshots, vaultKey }, name);
    const present = isEarlier(snapshots, name) ? { vaultKey, history: lostHistory(snapshots) } : null;
    const order = { home: index.home, id, folder: snapshots, name, vaultKey: key, present, header } as const;
    const work = () => runTask(job, { task: 'restore', ...order, alone: isElsewhere });
    const place = before(current());
    await putInPlace({ id, place, second }, work).finally(() => smith.sodium.memzero(key));
    end();
  };

  const takeSalvage = async (job: Job): Promise<void> => {
    const at = here();
    const id = salvager.waiting();
    await putInPlace({ id, place: basename(at.folder), second: null }, () => salvager.take(job, at));
    end();
  };

  return {
    /**
     * Finds the key with a passphrase or recovery key, and tells what is left: the state of the database, what can be read of
     * a damaged one, and the snapshots.
     * Fails with WRONG_PASSPHRASE, WRONG_RECOVERY_KEY, TOO_MANY_ATTEMPTS, HEADER_MISSING, HEADER_DAMAGED, FOLDER_MISSING,
     * VAULT_IN_USE, VAULT_NEWER, KDF_OUT_OF_MEMORY, CANCELLED.
     */
    look: (job: string, secret: Secret): Promise<Recovery> => jobs.run(job, (running) => look(running, secret)),

    /** Writes the key files anew; the journal then opens as ever. Fails with LOCKED, DISK_FULL, READ_ONLY. */
    mendHeader: async (): Promise<void> => {
      const { folder, header, vaultKey } = here();
      await writeHeaderPair(folder, header, { vaultKey, proves: async (reread) => isAuthentic(reread, vaultKey) });
      end();
    },

    /** The folder that received copies of the current journal's snapshots, and whether it is there now. */
    secondFolder: others.second,

    /** What can be told of the snapshots in a folder (null: the second folder) without any key. Fails with FOLDER_MISSING, READ_ONLY. */
    findBackups: others.find,

    /**
     * Finds the key to the snapshots in such a folder, and lists them. Where it is also the key of the journal here, whose
     * own key files are lost, tells what is left of that as well. Fails as `look` does, and with NOT_FOUND where there are none.
     */
    lookElsewhere: (job: string, folder: string | null, secret: Secret): Promise<Recovery> =>
      jobs.run(job, (running) => lookElsewhere(running, folder, secret)),

    /**
     * Makes a journal of a snapshot and puts it in the place of the damaged one, which is kept as it is; one from elsewhere
     * in the place of the journal that it is of, if that is here. Fails with LOCKED, CANCELLED, NOT_FOUND, SNAPSHOT_DAMAGED,
     * FOLDER_MISSING, DISK_FULL, READ_ONLY.
     */
    restore: (job: string, asked: Asked): Promise<void> => jobs.run(job, (running) => restore(running, asked)),

    /**
     * Puts what could be read in the place of the damaged journal, which is kept as it is. Fails with LOCKED, CANCELLED,
     * NOT_FOUND, DISK_FULL, READ_ONLY.
     */
    takeSalvage: (job: string): Promise<void> => jobs.run(job, takeSalvage),

    cancel: jobs.cancel,

    /** Stops whatever is going on, forgets the key and lets go of the journal. Safe to call at any time. */
    close: async (): Promise<void> => {
      await jobs.cancelAll();
      end();
    },
  };
};

export type RecoveryService = ReturnType<typeof recoveryService>;
