import { z } from 'zod';
import { done, everything, job, nothing, opening, secret } from './call-atoms';
import { type Calls, command, query } from './contract-call';
import { earlierCopies } from './earlier-copies';
import { security } from './settings';
import { recoveryKeyOffer, recoveryKeyProof, vaultStatus } from './vault-status';

/** How writing a journal, or removing one, may fail. */
const keyWriting = ['DISK_FULL', 'READ_ONLY', 'FOLDER_MISSING'] as const;

/** Calls about the vault itself: making, choosing, opening, its passphrase and recovery key. */
export const vaultCalls = {
  'vault.status': query({ input: nothing, output: vaultStatus, locked: true }),
  'vault.suggestPassphrase': query({ input: nothing, output: z.string(), locked: true }),
  'vault.create': command({
    input: z.strictObject({ passphrase: secret }),
    output: recoveryKeyOffer,
    errors: ['KDF_OUT_OF_MEMORY', 'DISK_FULL', 'READ_ONLY', 'VAULT_IN_USE'],
    refreshes: everything,
    locked: true,
  }),
  /** Which of the journals on this computer the lock screen is for. */
  'vault.select': command({
    input: z.strictObject({ journal: z.uuid() }),
    output: done,
    errors: ['NOT_FOUND', 'DISK_FULL', 'READ_ONLY'],
    refreshes: ['status'],
    locked: true,
  }),
  'vault.openSample': command({ input: nothing, output: done, errors: opening, refreshes: everything, locked: true }),
  'vault.unlock': command({
    input: z.strictObject({ passphrase: secret }),
    output: done,
    errors: ['WRONG_PASSPHRASE', ...opening],
    refreshes: everything,
    locked: true,
  }),
  'vault.unlockWithRecoveryKey': command({
    input: z.strictObject({ recoveryKey: secret }),
    output: done,
    errors: ['WRONG_RECOVERY_KEY', ...opening],
    refreshes: everything,
    locked: true,
  }),
  'vault.security': query({ input: nothing, output: security }),
  'vault.changePassphrase': command({
    input: z.strictObject({ current: secret.nullable(), next: secret }),
    output: done,
    errors: ['LOCKED', 'WRONG_PASSPHRASE', 'TOO_MANY_ATTEMPTS', 'KDF_OUT_OF_MEMORY', 'DISK_FULL', 'READ_ONLY'],
    refreshes: ['status', 'security'],
  }),
  /** Draws a new recovery key. The one before it stays valid until the new one is proven or kept. */
  'vault.offerRecoveryKey': command({
    input: z.strictObject({ passphrase: secret }),
    output: recoveryKeyOffer,
    errors: ['LOCKED', 'WRONG_PASSPHRASE', 'TOO_MANY_ATTEMPTS', 'KDF_OUT_OF_MEMORY'],
  }),
  'vault.proveRecoveryKey': command({
    input: z.strictObject({ groups: z.array(z.string().max(40)).length(2) }),
    output: recoveryKeyProof,
    errors: ['LOCKED', 'NOT_FOUND', 'KDF_OUT_OF_MEMORY', 'DISK_FULL', 'READ_ONLY'],
    refreshes: ['status', 'security'],
  }),
  /** Takes the key on the screen without proof, or (`keep` false) leaves the one before it in its place. */
  'vault.settleRecoveryKey': command({
    input: z.strictObject({ keep: z.boolean() }),
    output: done,
    errors: ['LOCKED', 'NOT_FOUND', 'KDF_OUT_OF_MEMORY', 'DISK_FULL', 'READ_ONLY'],
    refreshes: ['status', 'security'],
  }),
  /** Whether the person has the right recovery key; remembered when they do. */
  'vault.checkRecoveryKey': command({
    input: z.strictObject({ recoveryKey: secret }),
    output: done,
    errors: ['LOCKED', 'WRONG_RECOVERY_KEY', 'TOO_MANY_ATTEMPTS', 'KDF_OUT_OF_MEMORY', 'DISK_FULL', 'READ_ONLY'],
    refreshes: ['status', 'security'],
  }),
  /** Draws the key that the journal is to have from now on, and a new recovery key that is shown; nothing is changed before `vault.changeKey`. */
  'vault.prepareKeyChange': command({
    input: z.strictObject({ passphrase: secret }),
    output: recoveryKeyOffer,
    errors: ['LOCKED', 'WRONG_PASSPHRASE', 'TOO_MANY_ATTEMPTS', 'KDF_OUT_OF_MEMORY'],
  }),
  /** Encrypts the journal anew under the key prepared, whose recovery key was proven or kept. The journal is locked then, and kept for a while as it was. */
  'vault.changeKey': command({
    input: z.strictObject({ job }),
    output: done,
    errors: ['LOCKED', 'NOT_FOUND', 'CANCELLED', 'DATABASE_DAMAGED', 'SNAPSHOT_DAMAGED', ...keyWriting],
    refreshes: everything,
  }),
  /** What still lies under earlier keys; null when nothing does, or the key was never changed. */
  'vault.earlierCopies': query({ input: nothing, output: earlierCopies.nullable(), errors: ['LOCKED'] }),
  /** Removes for good what lies under earlier keys and can be reached. */
  'vault.removeEarlierCopies': command({
    input: nothing,
    output: done,
    errors: ['LOCKED', 'NOT_FOUND', 'CANCELLED', 'DATABASE_DAMAGED', 'SNAPSHOT_DAMAGED', ...keyWriting],
    refreshes: ['snapshots', 'security', 'status'],
  }),
  /** The person has read that a service copies the journal's folder. */
  'vault.seeSyncedFolder': command({
    input: nothing,
    output: done,
    errors: ['LOCKED', 'DISK_FULL', 'READ_ONLY'],
    refreshes: ['status'],
  }),

  /** The person has read that the change of the key was cut short. */
  'vault.seeKeyChange': command({
    input: nothing,
    output: done,
    errors: ['LOCKED', 'DISK_FULL', 'READ_ONLY'],
    refreshes: ['status'],
  }),

  /** The person has read that there is no verified backup of these two weeks. */
  'vault.seeBackupOverdue': command({
    input: nothing,
    output: done,
    errors: ['LOCKED', 'DISK_FULL', 'READ_ONLY'],
    refreshes: ['status'],
  }),

  /** The person does not want to test a backup or check the recovery key now. */
  'vault.putCheckOfferAside': command({
    input: nothing,
    output: done,
    errors: ['LOCKED', 'DISK_FULL', 'READ_ONLY'],
    refreshes: ['status'],
  }),
} satisfies Calls;
