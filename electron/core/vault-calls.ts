import { z } from 'zod';
import { done, everything, nothing, opening, secret } from './call-atoms';
import { type Calls, command, query } from './contract-call';
import { security } from './settings';
import { recoveryKeyOffer, recoveryKeyProof, vaultStatus } from './vault-status';

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
  /** The person has read that a service copies the journal's folder. */
  'vault.seeSyncedFolder': command({
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
