import { AppError } from '#core/errors';
import { decodeRecoveryKey } from '#core/recovery-key';
import type { Security } from '#core/settings';
import type { RecoveryKeyOffer, RecoveryKeyProof } from '#core/vault-status';
import type { Journal } from '../journal';
import type { Attempts } from '../vault/attempts';
import { type Keysmith, RECOVERY_KEY_BYTES } from '../vault/build-vault';
import { keyChangedOn, keyProvenOn, saveKeyProven } from '../vault/key-settings';
import { forgetOffer, mismatchedGroups, type OfferedKey, offerKey } from '../vault/offered-key';
import { type Secret, unwrapVaultKey } from '../vault/open-vault';
import { passphraseBytes } from '../vault/passphrase-bytes';
import { type PreparedKey, prepareKey } from '../vault/prepare-key';
import { replaceSlot } from '../vault/replace-slot';
import type { Session } from '../vault/session';

const proveToday = ({ db, today }: Journal): void => saveKeyProven(db, today());

/** The bytes of a recovery key as typed; fails with WRONG_RECOVERY_KEY and, as `fields`, the groups that cannot be right. */
export const recoveryKeyBytes = (typed: string): Uint8Array => {
  const decoded = decodeRecoveryKey(typed);
  if (decoded.ok) return decoded.bytes;
  const fields = Object.fromEntries(decoded.badGroups.map((group) => [String(group), 'check']));
  throw new AppError('WRONG_RECOVERY_KEY', { fields });
};

type Options = {
  readonly smith: Keysmith;
  readonly attempts: Attempts;
  /** The open vault; fails with LOCKED. */
  readonly open: () => Session;
};

const offeredIn = ({ offered }: Session): OfferedKey => {
  if (offered === null) throw new AppError('NOT_FOUND');
  return offered;
};

const requireOpen = ({ isClosed }: Session): void => {
  if (isClosed) throw new AppError('LOCKED');
};

/** The ways into the open vault: its passphrase and its recovery key. */
export const credentialService = ({ smith, attempts, open }: Options) => {
  const { sodium } = smith;

  /** Fails with WRONG_PASSPHRASE, WRONG_RECOVERY_KEY, TOO_MANY_ATTEMPTS, LOCKED; the secret's bytes are overwritten either way. */
  const requireSecret = async (session: Session, secret: Secret): Promise<void> => {
    try {
      attempts.check();
      const vaultKey = await unwrapVaultKey(smith, session.vault.header, secret);
      if (vaultKey === undefined) {
        attempts.wrong();
        throw new AppError(secret.type === 'passphrase' ? 'WRONG_PASSPHRASE' : 'WRONG_RECOVERY_KEY');
      }
      sodium.memzero(vaultKey);
      attempts.right();
      requireOpen(session);
    } finally {
      sodium.memzero(secret.bytes);
    }
  };

  const requirePassphrase = (session: Session, passphrase: string): Promise<void> =>
    requireSecret(session, { type: 'passphrase', bytes: passphraseBytes(passphrase) });

  const replace = async (session: Session, secret: Secret): Promise<void> => {
    const header = await replaceSlot(smith, session.vault, secret);
    session.vault = { ...session.vault, header };
    // Locked meanwhile: the change holds, but there is no journal left to write anything about it in.
    requireOpen(session);
  };

  const forget = (offered: OfferedKey): void => forgetOffer(sodium, offered);

  /** Ends whatever was on the screen: something else takes its place. */
  const dropOffer = (session: Session): void => {
    if (session.offered !== null) forget(session.offered);
    session.offered = null;
  };

  /** The person has the recovery key of a prepared key, or says so; that key waits now for `changeKey`. */
  const answer = (session: Session, offered: OfferedKey, how: 'proven' | 'kept'): boolean => {
    if (offered.next === null) return false;
    session.offered = { ...offered, next: { ...offered.next, answer: how } };
    return true;
  };

  /** The key on the screen becomes the journal's own; when that fails it is on the screen still, to be tried again. */
  const takeOver = async (session: Session, offered: OfferedKey): Promise<void> => {
    if (offered.pending === null) return;
    // Not to be settled otherwise while it is under way.
    session.offered = null;
    try {
      await replace(session, { type: 'recovery', bytes: offered.pending });
      forget(offered);
      session.offered = { ...offered, pending: null };
    } catch (error) {
      if (session.isClosed) forget(offered);
      else session.offered = offered;
      throw error;
    }
  };

  return {
    /** Facts that Settings shows. */
    security: (): Security => {
      const { vault, journal, openedWithRecoveryKey } = open();
      const kdf = vault.header.slots.find(({ type }) => type === 'passphrase')?.kdf;
      return {
        kdfMemoryMib: (kdf?.memoryBytes ?? 0) / 1024 / 1024,
        kdfPasses: kdf?.passes ?? 0,
        recoveryKeyProvenOn: keyProvenOn(journal.db),
        keyChangedOn: keyChangedOn(journal.db),
        openedWithRecoveryKey,
      };
    },

    /** Rewraps the vault key under a new passphrase. The present one is needed unless the recovery key opened the journal. */
    changePassphrase: async (present: string | null, next: string): Promise<void> => {
      const session = open();
      if (present !== null || !session.openedWithRecoveryKey) await requirePassphrase(session, present ?? '');
      // A key that was prepared for the passphrase before would bring that one back.
      if (session.offered !== null && session.offered.next !== null) dropOffer(session);
      const bytes = passphraseBytes(next);
      try {
        await replace(session, { type: 'passphrase', bytes });
      } finally {
        sodium.memzero(bytes);
      }
      session.openedWithRecoveryKey = false;
    },

    /** Draws a new recovery key and shows it. The old one stays valid until the person has proven or kept the new one. */
    offerRecoveryKey: async (passphrase: string): Promise<RecoveryKeyOffer> => {
      const session = open();
      await requirePassphrase(session, passphrase);
      dropOffer(session);
      const pending = sodium.randombytes_buf(RECOVERY_KEY_BYTES);
      const { shown, asked } = offerKey(pending);
      session.offered = { asked, pending, next: null };
      return shown;
    },

    /**
     * Draws another key for the journal and a recovery key for it, and shows that. Nothing is changed yet: once the recovery
     * key is proven or kept, `preparedKey` hands both out. Fails with WRONG_PASSPHRASE, TOO_MANY_ATTEMPTS, LOCKED (also for
     * a sample), KDF_OUT_OF_MEMORY.
     */
    prepareKeyChange: async (passphrase: string): Promise<RecoveryKeyOffer> => {
      const session = open();
      if (session.throwAway !== null) throw new AppError('LOCKED');
      await requirePassphrase(session, passphrase);
      dropOffer(session);
      const { prepared, recoveryKey } = await prepareKey(smith, session.vault.header, passphrase);
      const { shown, asked } = offerKey(recoveryKey);
      sodium.memzero(recoveryKey);
      const offered: OfferedKey = { asked, pending: null, next: { ...prepared, answer: null } };
      if (session.isClosed) forget(offered);
      requireOpen(session);
      dropOffer(session);
      session.offered = offered;
      return shown;
    },

    /** The key that was prepared, once its recovery key was proven or kept; fails with NOT_FOUND before, and with LOCKED. */
    preparedKey: (): { readonly key: PreparedKey; readonly proven: boolean } => {
      const { offered, vault } = open();
      const next = offered?.next ?? null;
      if (next === null || next.answer === null) throw new AppError('NOT_FOUND');
      const { vaultKey, header, answer: how } = next;
      // The passphrase was changed while it was prepared: it would bring the one before back.
      if (header.generation !== vault.header.generation + 1) throw new AppError('NOT_FOUND');
      return { key: { vaultKey, header }, proven: how === 'proven' };
    },

    /**
     * Takes the groups asked for, typed back; when they are right the key on the screen is the journal's key from then on,
     * and that it was proven is remembered. Fails with NOT_FOUND when none is on the screen.
     */
    proveRecoveryKey: async (groups: readonly string[]): Promise<RecoveryKeyProof> => {
      const session = open();
      const offered = offeredIn(session);
      const mismatched = mismatchedGroups(offered, groups);
      if (mismatched.length > 0) return { mismatched };
      if (answer(session, offered, 'proven')) return { mismatched };
      await takeOver(session, offered);
      proveToday(session.journal);
      session.offered = null;
      return { mismatched };
    },

    /**
     * Ends the showing of a key without proof. `keep`: it is the journal's key from then on and counts as not proven;
     * otherwise it is forgotten, and the one before it stays. Fails with NOT_FOUND when none is on the screen.
     */
    settleRecoveryKey: async ({ keep }: { readonly keep: boolean }): Promise<void> => {
      const session = open();
      const offered = offeredIn(session);
      if (keep && answer(session, offered, 'kept')) return;
      if (!keep) forget(offered);
      else if (offered.pending !== null) {
        // First: that the old key was once proven must never be taken for a proof of the new one.
        saveKeyProven(session.journal.db, null);
        await takeOver(session, offered);
      }
      session.offered = null;
    },

    /** Checks the recovery key that the person has, and remembers that it is right. Fails with WRONG_RECOVERY_KEY (with the groups that cannot be right as `fields`), TOO_MANY_ATTEMPTS. */
    checkRecoveryKey: async (typed: string): Promise<void> => {
      const session = open();
      await requireSecret(session, { type: 'recovery', bytes: recoveryKeyBytes(typed) });
      proveToday(session.journal);
    },
  };
};
