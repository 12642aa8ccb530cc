import { z } from 'zod';
import { checkOffer } from './check-offer';
import { syncService } from './synced-folder';

/** What stands in the way of opening a journal. Each has a screen of its own with a way on. */
export const vaultProblem = z.enum([
  'HEADER_MISSING',
  'HEADER_DAMAGED',
  'DATABASE_MISSING',
  'DATABASE_DAMAGED',
  'VAULT_NEWER',
  'VAULT_IN_USE',
  'FOLDER_MISSING',
  'READ_ONLY',
]);
export type VaultProblem = z.infer<typeof vaultProblem>;

/** How a change of the key itself ended of which nobody could be told: cut short, and nothing is changed; or done. */
export const keyChangeEnd = z.enum(['interrupted', 'completed']);
export type KeyChangeEnd = z.infer<typeof keyChangeEnd>;

/** What may be known before anything is unlocked: no names, no counts, no titles. */
export const vaultStatus = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({
    state: z.literal('locked'),
    problem: vaultProblem.nullable(),
    folder: z.string(),
    /** Every journal on this computer, told apart by dates alone, the one used last first. */
    journals: z.array(z.strictObject({ id: z.uuid(), createdAt: z.number().nullable(), current: z.boolean() })),
    /** When a backup was last verified, epoch ms; null when never on this computer. */
    backupVerifiedAt: z.number().nullable(),
    /** Journals in whose place a restored one stands, and since when, epoch ms. They are kept for a while; one of them may be current. */
    replaced: z.array(z.strictObject({ id: z.uuid(), at: z.int() })),
    /** Of the current journal, until it is opened (where it is done) or the person has read it. */
    keyChange: keyChangeEnd.nullable(),
  }),
  z.strictObject({
    state: z.literal('open'),
    sample: z.boolean(),
    /** One header copy was damaged and has been written anew from the other. */
    headerRepaired: z.boolean(),
    recoveryKeyProven: z.boolean(),
    openedWithRecoveryKey: z.boolean(),
    /** The service that seems to copy the journal's folder to other computers, and whether the person has been told. */
    synced: z.strictObject({ by: syncService, seen: z.boolean() }).nullable(),
    /** When a backup was last verified, epoch ms; null when never on this computer, and of a sample. */
    backupVerifiedAt: z.number().nullable(),
    /** The journal was used for two weeks without a verified backup, and the person has not been told. */
    backupOverdue: z.boolean(),
    /** What it is time to look at again, unless the person put that aside. */
    checkOffer: checkOffer.nullable(),
    /** The snapshots in the journal's folder went without Ebb removing them, and the person has not said that they read so. */
    backupsLost: z.boolean(),
    /** A change of the key was cut short before this opening, nothing is changed, and the person has not said that they read so. */
    keyChangeInterrupted: z.boolean(),
    /** Another journal stands in the place of this one: since when, and until when this one is kept at least, epoch ms. */
    replaced: z.strictObject({ at: z.int(), keptUntil: z.int() }).nullable(),
  }),
]);
export type VaultStatus = z.infer<typeof vaultStatus>;

/** A new recovery key as shown once, and which of its groups (0 to 7) are to be typed back. */
export const recoveryKeyOffer = z.strictObject({
  groups: z.array(z.string().length(5)).length(8),
  prove: z.array(z.int().min(0).max(7)).length(2),
});
export type RecoveryKeyOffer = z.infer<typeof recoveryKeyOffer>;

/** Which of the groups typed back (0 to 7) are not those of the key; none when it is proven. */
export const recoveryKeyProof = z.strictObject({ mismatched: z.array(z.int().min(0).max(7)).max(2) });
export type RecoveryKeyProof = z.infer<typeof recoveryKeyProof>;
