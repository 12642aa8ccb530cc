import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { EarlierCopies } from '#core/earlier-copies';
import { AppError } from '#core/errors';
import { toAppError, whereWritable } from '../db/database-error';
import type { Job } from '../jobs';
import { runThread } from '../run-thread';
import { earlierVaultsIn, isEarlier } from '../snapshots/earlier-key';
import { isFolder, listNames, removeSnapshot, snapshotsFolder } from '../snapshots/snapshot-files';
import type { SnapshotMessage } from '../snapshots/thread-messages';
import type { Keysmith } from '../vault/build-vault';
import { readHeaderPair } from '../vault/header-pair';
import type { JournalIndex } from '../vault/journal-index';
import { earlierVaults, forgetEarlierVaults, type KeyHistory } from '../vault/key-settings';
import type { OpenVault } from '../vault/open-vault';
import { copiesIn } from './second-folder';
import type { SnapshotService } from './snapshots';
import type { UnsavedService } from './unsaved';
import type { VaultService } from './vault';

type Options = {
  readonly vault: Pick<VaultService, 'current' | 'journal' | 'isOpen' | 'preparedKey' | 'close'>;
  readonly smith: Pick<Keysmith, 'clock'>;
  readonly index: JournalIndex;
  readonly snapshots: Pick<SnapshotService, 'takeThen' | 'removeEarlier' | 'isClosing'>;
  readonly unsaved: Pick<UnsavedService, 'handOn'>;
  /** The file of snapshot-thread. */
  readonly thread: string | URL;
};

/** The key itself: another in its place, and what still lies under the ones before. */
export const keyChangeService = ({ vault, smith: { clock }, index, snapshots, unsaved, thread }: Options) => {
  /** The vaults that the journal was before, and of which something may be left. */
  const vaultsBefore = (): readonly string[] => {
    const own = snapshotsFolder(vault.current().folder);
    return [...new Set([...earlierVaults(vault.journal().db), ...earlierVaultsIn(own)])];
  };

  const historyAfter = (proven: boolean): KeyHistory => {
    const today = vault.journal().today();
    const earlier = [...vaultsBefore(), vault.current().header.vaultId];
    return { provenOn: proven ? today : null, changedOn: today, earlier };
  };

  /** What is written meanwhile would be missing in the copy: it fails, and is kept where it is until it can be written. */
  const holdWriting = ({ db, folder }: OpenVault) => {
    db.exec('PRAGMA query_only = ON');
    return (): void => {
      if (vault.isOpen() && vault.current().folder === folder) db.exec('PRAGMA query_only = OFF');
    };
  };

  const build = async (job: Job, before: OpenVault): Promise<string> => {
    const { key: next, proven } = vault.preparedKey();
    const { folder, vaultKey } = before;
    const { vaultId } = before.header;
    const order = { home: index.home, folder, vaultId, vaultKey, next, history: historyAfter(proven), at: clock.now() };
    await runThread<SnapshotMessage>(thread, { task: 'rekey', ...order }, { job });
    if (job.control.isCancelled()) throw new AppError('CANCELLED');
    // Fails when the journal was locked meanwhile.
    vault.preparedKey();
    return next.header.vaultId;
  };

  const change = async (job: Job): Promise<void> => {
    const before = vault.current();
    const { key } = vault.preparedKey();
    index.begin(key.header.vaultId);
    const goOnWriting = holdWriting(before);
    try {
      const next = await build(job, before);
      // From here on it is the journal. Nothing comes between this and its closing: there is nothing to wait for.
      index.replace(basename(before.folder), { next, at: clock.now() });
    } catch (error) {
      goOnWriting();
      whereWritable(index.clearBegun);
      throw error;
    }
    try {
      unsaved.handOn({ vaultId: key.header.vaultId, vaultKey: key.vaultKey });
    } finally {
      vault.close();
    }
  };

  const isOf = (id: string, vaults: readonly string[]): boolean => {
    try {
      return readHeaderPair(index.folderOf(id)).candidates.some(({ fields }) => vaults.includes(fields.vaultId));
    } catch (error) {
      // Its key files cannot be read; a folder that was made with its vault has its name.
      if (toAppError(error).code === 'INTERNAL') throw error;
      return vaults.includes(id);
    }
  };

  const journalsOf = (vaults: readonly string[]): string[] => {
    const own = basename(vault.current().folder);
    const known = [...index.list(), ...index.replaced().map(({ id }) => id)];
    return [...new Set(known)].filter((id) => id !== own && isOf(id, vaults));
  };

  /** The folders of snapshots that are not those of an earlier vault: of the open journal, and of others under its key. */
  const ownFolders = (vaults: readonly string[]): string[] => {
    const others = [...index.list(), ...index.replaced().map(({ id }) => id)].filter((id) => !isOf(id, vaults));
    return [...new Set([vault.current().folder, ...others.map(index.folderOf)])].map(snapshotsFolder);
  };

  const earlierIn = (folder: string) => listNames(folder).filter((name) => isEarlier(folder, name));

  const removeShared = (vaults: readonly string[]): void => {
    for (const folder of ownFolders(vaults)) for (const name of earlierIn(folder)) removeSnapshot(folder, name);
  };

  const secondOf = (vaults: readonly string[]): EarlierCopies['second'] => {
    const folder = index.secondFolder(basename(vault.current().folder));
    if (folder === null) return null;
    const count = (sum: number, vaultId: string): number => sum + listNames(copiesIn(folder, vaultId)).length;
    return { folder, backups: isFolder(folder) ? vaults.reduce(count, 0) : null };
  };

  const copiesLeft = (): EarlierCopies | null => {
    const vaults = vaultsBefore();
    if (vaults.length === 0) return null;
    const left: EarlierCopies = {
      journals: journalsOf(vaults).length,
      // Journals beside each other share theirs.
      backups: new Set(ownFolders(vaults).flatMap(earlierIn)).size,
      second: secondOf(vaults),
    };
    const isNothing = left.journals === 0 && left.backups === 0 && (left.second === null || left.second.backups === 0);
    return isNothing ? null : left;
  };

  return {
    /**
     * Takes a snapshot, builds the journal anew under the key that was prepared, puts it in the place of the open one and
     * closes that; it is kept as it is for a while. Until that one step everything is as before, and may be tried again.
     * Fails with LOCKED, CANCELLED, NOT_FOUND (none is prepared), DATABASE_DAMAGED, SNAPSHOT_DAMAGED, DISK_FULL, READ_ONLY,
     * FOLDER_MISSING.
     */
    change: async (job: string): Promise<void> => {
      const { key } = vault.preparedKey();
      const before = basename(vault.current().folder);
      index.beginKeyChange(before, key.header.vaultId);
      try {
        await snapshots.takeThen(job, 'before-rekey', change);
      } catch (error) {
        // Whoever asked is told; where the journal is being locked, nobody is left to be.
        if (!snapshots.isClosing() && index.keyChangeOf(before) === 'interrupted') whereWritable(index.forgetKeyChange);
        throw error;
      }
    },

    /** What still lies under earlier keys; null when nothing does. Fails with LOCKED. */
    copiesLeft,

    /**
     * Removes for good what lies under earlier keys: backups, whole journals, and in the second folder, where that can be
     * reached. Fails with LOCKED, NOT_FOUND (there is nothing), or where something cannot be removed: then what is left can
     * be tried again.
     */
    removeCopies: async (): Promise<void> => {
      const vaults = vaultsBefore();
      if (vaults.length === 0) throw new AppError('NOT_FOUND');
      await snapshots.removeEarlier();
      removeShared(vaults);
      const second = secondOf(vaults);
      for (const id of journalsOf(vaults)) index.remove(id);
      if (second !== null && second.backups === null) return;
      for (const id of vaults)
        if (second !== null) rmSync(copiesIn(second.folder, id), { recursive: true, force: true });
      forgetEarlierVaults(vault.journal().db);
    },
  };
};

export type KeyChangeService = ReturnType<typeof keyChangeService>;
