import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#core/errors';
import { type LocalDate, localDate } from '#core/local-date';
import { decodeRecoveryKey, encodeRecoveryKey, normalizeGroup } from '#core/recovery-key';
import type { Security } from '#core/settings';
import type { RecoveryKeyOffer, VaultStatus } from '#core/vault-status';
import { type Journal, journalOf } from '../journal';
import { findSetting, saveSetting } from '../repositories/setting';
import { countAttempts } from '../vault/attempts';
import { buildVault, type Keysmith, RECOVERY_KEY_BYTES, recoveryCost } from '../vault/build-vault';
import { FORMAT_VERSION, type HeaderFields } from '../vault/header';
import { readHeaderPair, writeHeaderPair } from '../vault/header-pair';
import type { JournalIndex } from '../vault/journal-index';
import { inspectVault, type OpenVault, openVault, type Secret, unwrapVaultKey } from '../vault/open-vault';
import { passphraseBytes } from '../vault/passphrase-bytes';
import { sealSlot } from '../vault/slot';
import { purgeBin } from './bin';

const PROVEN = 'recovery-key-proven-on';

type Session = {
  vault: OpenVault;
  readonly journal: Journal;
  /** The folder of a sample journal, to be thrown away with it; null for a real one. */
  readonly throwAway: string | null;
  openedWithRecoveryKey: boolean;
  /** The groups to be typed back, while a new recovery key is on the screen. */
  awaitedGroups: readonly string[] | null;
};

type Options = {
  readonly smith: Keysmith;
  readonly index: JournalIndex;
  readonly fillSample: (journal: Journal) => void;
};

/** The one vault of this process: closed, or open with its journal. */
export const vaultService = ({ smith, index, fillSample }: Options) => {
  const { sodium, clock } = smith;
  const attempts = countAttempts(() => clock.now());
  let session: Session | null = null;

  const open = (): Session => {
    if (session === null) throw new AppError('LOCKED');
    return session;
  };

  const provenOn = ({ journal }: Session): LocalDate | null => {
    const stored = findSetting(journal.db, PROVEN);
    return stored === undefined ? null : localDate.parse(stored);
  };

  const createdAt = (vaultId: string): number | null => {
    const folder = index.folderOf(vaultId);
    return inspectVault(folder) === null ? (readHeaderPair(folder).candidates[0]?.fields.createdAt ?? null) : null;
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
      backupVerifiedAt: index.backupVerifiedAt(current),
    };
  };

  const shut = (vault: OpenVault): void => {
    vault.db.close();
    sodium.memzero(vault.vaultKey);
    vault.release();
  };

  const enter = (vault: OpenVault, how: { openedWithRecoveryKey: boolean; throwAway: string | null }): Session => {
    const journal = journalOf(vault.db, clock);
    session = { vault, journal, ...how, awaitedGroups: null };
    purgeBin(journal);
    return session;
  };

  const openCurrent = async (secret: Secret): Promise<void> => {
    attempts.check();
    const [current] = index.list();
    if (current === undefined) throw new AppError('FOLDER_MISSING');
    try {
      const vault = await openVault(smith, index.folderOf(current), secret);
      enter(vault, { openedWithRecoveryKey: secret.type === 'recovery', throwAway: null });
      attempts.right();
    } catch (error) {
      if (error instanceof AppError && error.code.startsWith('WRONG_')) attempts.wrong();
      throw error;
    } finally {
      sodium.memzero(secret.bytes);
    }
  };

  /** Shows a recovery key once and remembers which two groups prove that it was kept. */
  const offer = (target: Session, recoveryKey: Uint8Array): RecoveryKeyOffer => {
    const groups = encodeRecoveryKey(recoveryKey);
    const first = randomInt(8);
    const prove = [first, (first + 1 + randomInt(7)) % 8].sort((one, other) => one - other);
    target.awaitedGroups = prove.map((group) => groups[group] ?? '');
    sodium.memzero(recoveryKey);
    return { groups, prove };
  };

  const requirePassphrase = async ({ vault }: Session, passphrase: string): Promise<void> => {
    attempts.check();
    const secret = { type: 'passphrase', bytes: passphraseBytes(passphrase) } as const;
    const vaultKey = await unwrapVaultKey(smith, vault.header, secret);
    sodium.memzero(secret.bytes);
    if (vaultKey === undefined) {
      attempts.wrong();
      throw new AppError('WRONG_PASSPHRASE');
    }
    sodium.memzero(vaultKey);
    attempts.right();
  };

  /** Puts a new slot in the place of the old one of its type and proves, from the disk, that it opens. */
  const replaceSlot = async (target: Session, { type, bytes }: Secret): Promise<void> => {
    const { folder, header, vaultKey } = target.vault;
    const cost = type === 'passphrase' ? await smith.calibrate() : recoveryCost;
    const slot = await sealSlot(sodium, smith.deriveKey, {
      formatVersion: FORMAT_VERSION,
      vaultId: header.vaultId,
      vaultKey,
      type,
      secret: bytes.slice(),
      ...cost,
    });
    const next: HeaderFields = {
      ...header,
      generation: header.generation + 1,
      slots: [...header.slots.filter((other) => other.type !== type), slot],
    };
    await writeHeaderPair(folder, next, {
      vaultKey,
      proves: async ({ fields }) => {
        const opened = await unwrapVaultKey(smith, fields, { type, bytes });
        return opened !== undefined && sodium.memcmp(opened, vaultKey);
      },
    });
    target.vault = { ...target.vault, header: next };
  };

  return {
    /** What may be known now; before unlocking, no names, counts or titles. */
    status: (): VaultStatus =>
      session === null
        ? lockedStatus()
        : {
            state: 'open',
            sample: session.throwAway !== null,
            headerRepaired: session.vault.repaired,
            recoveryKeyProven: session.throwAway !== null || provenOn(session) !== null,
            openedWithRecoveryKey: session.openedWithRecoveryKey,
          },

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
      const vault = await openVault(smith, folder, { type: 'passphrase', bytes: passphraseBytes(passphrase) });
      return offer(enter(vault, { openedWithRecoveryKey: false, throwAway: null }), recoveryKey);
    },

    /** Takes over a vault that was built beside the others (a restored one): opens it, makes it current, shows its recovery key. */
    adopt: async (
      built: { vaultId: string; folder: string; recoveryKey: Uint8Array },
      passphrase: string,
    ): Promise<RecoveryKeyOffer> => {
      if (session !== null) throw new AppError('VAULT_EXISTS');
      const vault = await openVault(smith, built.folder, { type: 'passphrase', bytes: passphraseBytes(passphrase) });
      try {
        index.select(built.vaultId);
      } catch (error) {
        shut(vault);
        throw error;
      }
      return offer(enter(vault, { openedWithRecoveryKey: false, throwAway: null }), built.recoveryKey);
    },

    /** Opens a throw-away journal with a believable year in it; it is gone when it is locked. */
    openSample: async (): Promise<void> => {
      if (session !== null) throw new AppError('VAULT_EXISTS');
      const home = mkdtempSync(join(tmpdir(), 'ebb-sample-'));
      const passphrase = sodium.to_hex(sodium.randombytes_buf(32));
      const floor = { ...smith, calibrate: async () => recoveryCost };
      const { folder } = await buildVault(floor, { home, passphrase, populate: fillSample });
      const vault = await openVault(smith, folder, { type: 'passphrase', bytes: passphraseBytes(passphrase) });
      enter(vault, { openedWithRecoveryKey: false, throwAway: home });
    },

    /** Opens the current journal with its passphrase. */
    unlock: (passphrase: string): Promise<void> =>
      openCurrent({ type: 'passphrase', bytes: passphraseBytes(passphrase) }),

    /** Opens the current journal with its recovery key; names the groups that cannot be right as `fields`. */
    unlockWithRecoveryKey: async (typed: string): Promise<void> => {
      const decoded = decodeRecoveryKey(typed);
      if (!decoded.ok) {
        const fields = Object.fromEntries(decoded.badGroups.map((group) => [String(group), 'check']));
        throw new AppError('WRONG_RECOVERY_KEY', { fields });
      }
      await openCurrent({ type: 'recovery', bytes: decoded.bytes });
    },

    /** Chooses which journal the lock screen is for; fails with NOT_FOUND. */
    select: (vaultId: string): void => {
      if (!index.list().includes(vaultId)) throw new AppError('NOT_FOUND');
      index.select(vaultId);
    },

    /** Facts that Settings shows. */
    security: (): Security => {
      const { vault, openedWithRecoveryKey } = open();
      const kdf = vault.header.slots.find(({ type }) => type === 'passphrase')?.kdf;
      return {
        createdAt: vault.header.createdAt,
        kdfMemoryMib: (kdf?.memoryBytes ?? 0) / 1024 / 1024,
        kdfPasses: kdf?.passes ?? 0,
        recoveryKeyProvenOn: provenOn(open()),
        openedWithRecoveryKey,
      };
    },

    /** Rewraps the vault key under a new passphrase. The present one is needed unless the recovery key opened the journal. */
    changePassphrase: async (present: string | null, next: string): Promise<void> => {
      const target = open();
      if (present === null ? !target.openedWithRecoveryKey : true) await requirePassphrase(target, present ?? '');
      const bytes = passphraseBytes(next);
      await replaceSlot(target, { type: 'passphrase', bytes });
      sodium.memzero(bytes);
      target.openedWithRecoveryKey = false;
    },

    /** Makes a new recovery key; the old one opens nothing from then on. */
    replaceRecoveryKey: async (passphrase: string): Promise<RecoveryKeyOffer> => {
      const target = open();
      await requirePassphrase(target, passphrase);
      const recoveryKey = sodium.randombytes_buf(RECOVERY_KEY_BYTES);
      await replaceSlot(target, { type: 'recovery', bytes: recoveryKey });
      target.journal.db.run({ text: 'DELETE FROM setting WHERE key = ?', values: [PROVEN] });
      return offer(target, recoveryKey);
    },

    /** Whether the two groups asked for were typed rightly; if so it is remembered. Fails with NOT_FOUND when no key is on the screen. */
    proveRecoveryKey: (groups: readonly string[]): boolean => {
      const target = open();
      if (target.awaitedGroups === null) throw new AppError('NOT_FOUND');
      const right = target.awaitedGroups.every((group, index) => normalizeGroup(groups[index] ?? '') === group);
      if (right) {
        saveSetting(target.journal.db, PROVEN, target.journal.today());
        target.awaitedGroups = null;
      }
      return right;
    },

    /** Remembers that an export of the open journal was verified. */
    recordBackup: (): void => {
      const { vault, throwAway } = open();
      if (throwAway === null) index.recordBackup(vault.header.vaultId, clock.now());
    },

    /** Closes the journal and overwrites its key. Safe to call at any time. */
    close: (): void => {
      if (session === null) return;
      const { vault, throwAway } = session;
      session = null;
      shut(vault);
      if (throwAway !== null) rmSync(throwAway, { recursive: true, force: true });
    },
  };
};

export type VaultService = ReturnType<typeof vaultService>;
