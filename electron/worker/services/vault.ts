import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { backupOverdueSince } from '#core/backup-overdue';
import { type CheckOffer, checkOfferOn } from '#core/check-offer';
import { AppError } from '#core/errors';
import { dayOf, localDate } from '#core/local-date';
import type { RecordId } from '#core/record';
import type { RecoveryKeyOffer, VaultStatus } from '#core/vault-status';
import { toAppError, whereWritable } from '../db/database-error';
import { type Journal, journalOf } from '../journal';
import { isChangedSince } from '../repositories/last-changes';
import { deleteSetting, findSetting, saveSetting } from '../repositories/setting';
import { newestWhole } from '../snapshots/readings';
import { snapshotsFolder } from '../snapshots/snapshot-files';
import { countAttempts } from '../vault/attempts';
import { buildVault, type Keysmith, recoveryCost } from '../vault/build-vault';
import { readHeaderPair } from '../vault/header-pair';
import type { JournalIndex } from '../vault/journal-index';
import { keyProvenOn } from '../vault/key-settings';
import { forgetOffer, offerKey } from '../vault/offered-key';
import { type BeforeMigration, inspectVault, type OpenVault, openVault, type Secret } from '../vault/open-vault';
import { passphraseBytes } from '../vault/passphrase-bytes';
import type { Session } from '../vault/session';
import { syncedBy } from '../vault/synced-by';
import { purgeBin } from './bin';
import { noteOpening } from './clock-trust';
import { credentialService, recoveryKeyBytes } from './credentials';
import { lastDrillIn } from './last-drill';
import { snapshotsLost } from './lost-snapshots';

/** The service that the person has been told of. */
const SYNC_SEEN = 'synced-folder-seen';
/** The last backup at the time when the person was told that it lies too far back. */
const OVERDUE_SEEN = 'backup-overdue-seen';
/** The day on which the person last put aside the offer to look at backup and recovery key again. */
const OFFER_ASIDE = 'check-offer-put-aside';

const checkOfferIn = ({ vault, journal, throwAway }: Session, backupVerifiedAt: number | null): CheckOffer | null => {
  if (throwAway !== null) return null;
  const aside = localDate.safeParse(findSetting(journal.db, OFFER_ASIDE));
  return checkOfferOn({
    today: journal.today(),
    began: dayOf(vault.header.createdAt, journal.clock.zone()),
    tested: lastDrillIn(journal)?.day ?? null,
    hasBackup: backupVerifiedAt !== null,
    proven: keyProvenOn(journal.db),
    putAside: aside.success ? aside.data : null,
  });
};

type OpenStatus = Extract<VaultStatus, { state: 'open' }>;

const openStatus = (
  session: Session,
  { backupVerifiedAt, replaced }: Pick<OpenStatus, 'backupVerifiedAt' | 'replaced'>,
): OpenStatus => {
  const { vault, journal, throwAway, openedWithRecoveryKey, syncedBy: by } = session;
  return {
    state: 'open',
    sample: throwAway !== null,
    headerRepaired: vault.repaired,
    recoveryKeyProven: throwAway !== null || keyProvenOn(journal.db) !== null,
    openedWithRecoveryKey,
    synced: by === null ? null : { by, seen: findSetting(journal.db, SYNC_SEEN) === by },
    backupVerifiedAt,
    backupOverdue: session.backupOverdue && findSetting(journal.db, OVERDUE_SEEN) !== String(backupVerifiedAt),
    checkOffer: checkOfferIn(session, backupVerifiedAt),
    backupsLost: throwAway === null && snapshotsLost(journal.db).length > 0,
    keyChangeInterrupted: session.keyChangeInterrupted,
    replaced,
  };
};

/** How long a journal is kept in whose place another stands. */
const REPLACED_MS = 30 * 86_400_000;

const refuse: BeforeMigration = async () => {
  throw new AppError('INTERNAL');
};

type Options = {
  readonly smith: Keysmith;
  readonly index: JournalIndex;
  readonly fillSample: (journal: Journal) => void;
  /** Called with the id of every record of the open journal that is about to be changed. */
  readonly onChange?: (id: RecordId) => void;
  /** Called with a vault before its journal is brought to the schema of today; without it such a journal is not opened. */
  readonly beforeMigration?: BeforeMigration;
  /** A journal has been opened. */
  readonly onOpened?: () => void;
};

/** The one vault of this process: closed, or open with its journal. */
export const vaultService = ({ smith, index, fillSample, beforeMigration = refuse, onChange, onOpened }: Options) => {
  const { sodium, clock } = smith;
  const attempts = countAttempts(() => clock.now());
  let session: Session | null = null;

  const open = (): Session => {
    if (session === null) throw new AppError('LOCKED');
    return session;
  };

  const createdAt = (vaultId: string): number | null => {
    const folder = index.folderOf(vaultId);
    return inspectVault(folder) === null ? (readHeaderPair(folder).candidates[0]?.fields.createdAt ?? null) : null;
  };

  /** Of when the newest backup is that was verified and may still be there: a snapshot that lies here, or an export. */
  const backupOf = (id: string): number | null => {
    const times = [newestWhole(snapshotsFolder(index.folderOf(id))), index.exportVerifiedAt(id)];
    return times.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one), null);
  };

  const lockedStatus = (): VaultStatus => {
    const [current, ...others] = index.list();
    if (current === undefined) return { state: 'none' };
    const folder = index.folderOf(current);
    const journals = [current, ...others].map((id) => ({ id, createdAt: createdAt(id), current: id === current }));
    return {
      state: 'locked',
      problem: inspectVault(folder),
      folder,
      journals,
      backupVerifiedAt: backupOf(current),
      replaced: index.replaced(),
      keyChange: index.keyChangeOf(current),
    };
  };

  const verifiedAt = ({ vault, throwAway }: Session): number | null =>
    throwAway === null ? backupOf(basename(vault.folder)) : null;

  const replacedIn = ({ vault, throwAway }: Session): OpenStatus['replaced'] => {
    const found = throwAway === null ? index.replacement(basename(vault.folder)) : null;
    return found === null ? null : { at: found.at, keptUntil: found.reopenedAt + REPLACED_MS };
  };

  const shut = (vault: OpenVault): void => {
    try {
      vault.db.close();
    } finally {
      sodium.memzero(vault.vaultKey);
      vault.release();
    }
  };

  /** What was deleted or replaced more than thirty days ago. */
  const letGoOfOld = (journal: Journal, throwAway: string | null): void => {
    purgeBin(journal);
    if (throwAway === null) index.removeReplaced(clock.now() - REPLACED_MS);
  };

  const begin = (vault: OpenVault, how: { openedWithRecoveryKey: boolean; throwAway: string | null }): Session => {
    const journal = journalOf(vault.db, clock, onChange);
    const service = how.throwAway === null ? syncedBy(vault.folder) : null;
    const keyChange = how.throwAway === null ? index.keyChangeOf(basename(vault.folder)) : null;
    whereWritable(() => {
      if (how.throwAway === null) {
        index.clearBegun();
        // The lock screen has said so.
        if (keyChange === 'completed') index.forgetKeyChange();
        index.noteOpened(basename(vault.folder), clock.now());
      }
      if (noteOpening(journal)) letGoOfOld(journal, how.throwAway);
    });
    return {
      vault,
      journal,
      ...how,
      syncedBy: service,
      backupOverdue: false,
      keyChangeInterrupted: keyChange === 'interrupted',
      isClosed: false,
      offered: null,
    };
  };

  /** From here on the vault is open; where its pages turn out to be damaged, it is as if it never had been. */
  const enter = (vault: OpenVault, how: { openedWithRecoveryKey: boolean; throwAway: string | null }): Session => {
    try {
      session = begin(vault, how);
    } catch (error) {
      shut(vault);
      throw toAppError(error);
    }
    onOpened?.();
    return session;
  };

  const openWith = (folder: string, passphrase: string): Promise<OpenVault> => {
    const secret: Secret = { type: 'passphrase', bytes: passphraseBytes(passphrase) };
    return openVault(smith, folder, { secret, beforeMigration });
  };

  const openCurrent = async (secret: Secret): Promise<void> => {
    attempts.check();
    const [current] = index.list();
    if (current === undefined) throw new AppError('FOLDER_MISSING');
    try {
      const vault = await openVault(smith, index.folderOf(current), { secret, beforeMigration });
      enter(vault, { openedWithRecoveryKey: secret.type === 'recovery', throwAway: null });
      attempts.right();
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('WRONG_')) attempts.wrong();
      throw error;
    } finally {
      sodium.memzero(secret.bytes);
    }
  };

  /** Shows the recovery key that the open vault was made with. */
  const showKey = (target: Session, recoveryKey: Uint8Array): RecoveryKeyOffer => {
    const { shown, asked } = offerKey(recoveryKey);
    sodium.memzero(recoveryKey);
    target.offered = { asked, pending: null, next: null };
    return shown;
  };

  return {
    ...credentialService({ smith, attempts, open }),

    /** The wrong secrets so far, whichever way in they were tried on. */
    attempts,

    /** What may be known now; before unlocking, no names, counts or titles. */
    status: (): VaultStatus =>
      session === null
        ? lockedStatus()
        : openStatus(session, { backupVerifiedAt: verifiedAt(session), replaced: replacedIn(session) }),

    /** Whether a journal is open, a sample too. */
    isOpen: (): boolean => session !== null,

    /** Whether a journal is open that is to be kept: not a sample. */
    isReal: (): boolean => session !== null && session.throwAway === null,

    /** The open journal; fails with LOCKED. */
    journal: (): Journal => open().journal,

    /** The open vault with its key, for exports; fails with LOCKED. */
    current: (): OpenVault => open().vault,

    /** Makes a new journal beside any others, opens it and shows its recovery key. */
    create: async (passphrase: string): Promise<RecoveryKeyOffer> => {
      if (session !== null) throw new AppError('VAULT_EXISTS');
      const { vaultId, folder, recoveryKey } = await buildVault(smith, {
        home: index.home,
        passphrase,
        populate: () => undefined,
      });
      index.select(vaultId);
      const vault = await openWith(folder, passphrase);
      return showKey(enter(vault, { openedWithRecoveryKey: false, throwAway: null }), recoveryKey);
    },

    /** Takes over a vault that was built beside the others (a restored one): opens it, makes it current, shows its recovery key. */
    adopt: async (
      built: { vaultId: string; folder: string; recoveryKey: Uint8Array },
      passphrase: string,
    ): Promise<RecoveryKeyOffer> => {
      if (session !== null) throw new AppError('VAULT_EXISTS');
      const vault = await openWith(built.folder, passphrase);
      try {
        index.select(built.vaultId);
      } catch (error) {
        shut(vault);
        throw error;
      }
      return showKey(enter(vault, { openedWithRecoveryKey: false, throwAway: null }), built.recoveryKey);
    },

    /** Opens a throw-away journal with a believable year in it; it is gone when it is locked. */
    openSample: async (): Promise<void> => {
      if (session !== null) throw new AppError('VAULT_EXISTS');
      const home = mkdtempSync(join(tmpdir(), 'ebb-sample-'));
      const passphrase = sodium.to_hex(sodium.randombytes_buf(32));
      const floor = { ...smith, calibrate: async () => recoveryCost };
      const { folder } = await buildVault(floor, { home, passphrase, populate: fillSample });
      const vault = await openWith(folder, passphrase);
      enter(vault, { openedWithRecoveryKey: false, throwAway: home });
    },

    /** Opens the current journal with its passphrase. */
    unlock: (passphrase: string): Promise<void> =>
      openCurrent({ type: 'passphrase', bytes: passphraseBytes(passphrase) }),

    /** Opens the current journal with its recovery key; names the groups that cannot be right as `fields`. */
    unlockWithRecoveryKey: async (typed: string): Promise<void> =>
      openCurrent({ type: 'recovery', bytes: recoveryKeyBytes(typed) }),

    /** Chooses which journal the lock screen is for, also one in whose place another stands; fails with NOT_FOUND. */
    select: (vaultId: string): void => {
      const known = [...index.list(), ...index.replaced().map(({ id }) => id)];
      if (!known.includes(vaultId)) throw new AppError('NOT_FOUND');
      index.select(vaultId);
    },

    /** Remembers that the person was told of the service that copies the journal's folder. */
    seeSyncedFolder: (): void => {
      const { journal, syncedBy: by } = open();
      if (by !== null) saveSetting(journal.db, SYNC_SEEN, by);
    },

    /** The person has read that the change of the key was cut short: that is told no more. */
    seeKeyChange: (): void => {
      const current = open();
      index.forgetKeyChange();
      current.keyChangeInterrupted = false;
    },

    /** Remembers that a backup of the open journal was verified. */
    recordBackup: (kind: 'snapshot' | 'export'): void => {
      const current = open();
      current.backupOverdue = false;
      if (current.throwAway !== null) return;
      if (kind === 'export') index.recordExport(basename(current.vault.folder), clock.now());
      // Should there be none for as long once more, that is to be told once more.
      const { db } = current.journal;
      if (findSetting(db, OVERDUE_SEEN) !== undefined) whereWritable(() => deleteSetting(db, OVERDUE_SEEN));
    },

    /** A backup was tried: looks whether the open journal was used too long without a verified one. */
    judgeBackup: (): void => {
      if (session === null || session.throwAway !== null) return;
      const { createdAt: began } = session.vault.header;
      const since = backupOverdueSince({ verifiedAt: verifiedAt(session), createdAt: began, now: clock.now() });
      session.backupOverdue = since !== null && isChangedSince(session.journal.db, since);
    },

    /** Remembers that the person was told so, until there is another backup. */
    seeBackupOverdue: (): void => {
      const current = open();
      saveSetting(current.journal.db, OVERDUE_SEEN, String(verifiedAt(current)));
    },

    /** Remembers that the person does not want to look at backup and recovery key now. */
    putCheckOfferAside: (): void => {
      const { journal } = open();
      saveSetting(journal.db, OFFER_ASIDE, journal.today());
    },

    /** Closes the journal and overwrites its key. Safe to call at any time. */
    close: (): void => {
      if (session === null) return;
      const { vault, throwAway, offered } = session;
      session.isClosed = true;
      session = null;
      if (offered !== null) forgetOffer(sodium, offered);
      shut(vault);
      if (throwAway !== null) rmSync(throwAway, { recursive: true, force: true });
    },
  };
};

export type VaultService = ReturnType<typeof vaultService>;
