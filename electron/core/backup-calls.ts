import { z } from 'zod';
import { done, everything, job, nothing, opening, secret, ticket } from './call-atoms';
import { type Calls, command, query } from './contract-call';
import { exportPreview, exportReport } from './export-manifest';
import { foundBackups, knownFolder, recovery } from './recovery';
import { snapshotList, snapshotName, snapshotSummary } from './snapshot';
import { recoveryKeyOffer } from './vault-status';

/** Calls about exports, snapshots and what is left of a journal that cannot be opened. */
export const backupCalls = {
  'exports.write': command({
    input: z.strictObject({ job, target: ticket, passphrase: secret }),
    output: exportReport,
    errors: [
      'LOCKED',
      'CANCELLED',
      'DISK_FULL',
      'READ_ONLY',
      'FOLDER_MISSING',
      'NOT_A_FILE',
      'EXPORT_DAMAGED',
      'TOO_LARGE',
      'KDF_OUT_OF_MEMORY',
    ],
    refreshes: ['status'],
  }),
  'exports.inspect': query({
    input: z.strictObject({ job, source: ticket, passphrase: secret }),
    output: exportPreview,
    errors: [
      'WRONG_PASSPHRASE',
      'NOT_AN_EXPORT',
      'EXPORT_DAMAGED',
      'EXPORT_TIME',
      'EXPORT_NEWER',
      'CANCELLED',
      'FOLDER_MISSING',
      'KDF_OUT_OF_MEMORY',
    ],
    locked: true,
  }),
  'exports.restore': command({
    input: z.strictObject({ job, source: ticket, passphrase: secret, newPassphrase: secret }),
    output: recoveryKeyOffer,
    errors: [
      'WRONG_PASSPHRASE',
      'NOT_AN_EXPORT',
      'EXPORT_DAMAGED',
      'EXPORT_TIME',
      'EXPORT_NEWER',
      'CANCELLED',
      'DISK_FULL',
      'READ_ONLY',
      'FOLDER_MISSING',
      'VAULT_EXISTS',
      'KDF_OUT_OF_MEMORY',
    ],
    refreshes: everything,
    locked: true,
  }),
  'snapshots.list': query({ input: nothing, output: snapshotList, errors: ['LOCKED'] }),
  'snapshots.take': command({
    input: z.strictObject({ job }),
    output: snapshotSummary,
    errors: [
      'LOCKED',
      'CANCELLED',
      'SNAPSHOT_DAMAGED',
      'DATABASE_DAMAGED',
      'DATABASE_MISSING',
      'DISK_FULL',
      'READ_ONLY',
      'FOLDER_MISSING',
    ],
    refreshes: ['snapshots', 'status'],
  }),
  'snapshots.verify': command({
    input: z.strictObject({ job, name: snapshotName }),
    output: done,
    errors: ['LOCKED', 'CANCELLED', 'NOT_FOUND', 'SNAPSHOT_DAMAGED', 'FOLDER_MISSING', 'READ_ONLY', 'DISK_FULL'],
    refreshes: ['snapshots'],
  }),
  /** Puts what a snapshot holds in the place of the open journal, which is locked then and kept for a while. */
  'snapshots.restore': command({
    input: z.strictObject({ job, name: snapshotName }),
    output: done,
    errors: [
      'LOCKED',
      'CANCELLED',
      'NOT_FOUND',
      'SNAPSHOT_DAMAGED',
      'DATABASE_DAMAGED',
      'FOLDER_MISSING',
      'READ_ONLY',
      'DISK_FULL',
    ],
    refreshes: everything,
  }),
  /** The folder that receives a copy of every snapshot from now on; null for none. */
  'snapshots.chooseSecond': command({
    input: z.strictObject({ folder: ticket.nullable() }),
    output: done,
    errors: ['LOCKED', 'NOT_FOUND', 'INVALID_INPUT', 'FOLDER_MISSING', 'READ_ONLY', 'DISK_FULL'],
    refreshes: ['snapshots'],
  }),
  /** The journal is smaller than before, and that is right. */
  'snapshots.acceptSmaller': command({
    input: nothing,
    output: done,
    errors: ['LOCKED', 'READ_ONLY', 'DISK_FULL'],
    refreshes: ['snapshots'],
  }),
  /** The person has read that the snapshots in the journal's folder are gone. */
  'snapshots.seeLost': command({
    input: nothing,
    output: done,
    errors: ['LOCKED', 'READ_ONLY', 'DISK_FULL'],
    refreshes: ['snapshots', 'status'],
  }),
  /** What is left of the current journal where it cannot be opened. */
  'recovery.look': command({
    input: z.strictObject({ job, type: z.enum(['passphrase', 'recovery']), secret }),
    output: recovery,
    errors: ['WRONG_PASSPHRASE', 'WRONG_RECOVERY_KEY', 'CANCELLED', ...opening],
    locked: true,
  }),
  /** The folder that received copies of the current journal's snapshots. */
  'recovery.secondFolder': query({ input: nothing, output: knownFolder, locked: true }),
  /** Which snapshots there are in a folder (null: in the second folder), told without any key. */
  'recovery.findBackups': query({
    input: z.strictObject({ folder: ticket.nullable() }),
    output: foundBackups,
    errors: ['NOT_FOUND', 'FOLDER_MISSING', 'READ_ONLY'],
    locked: true,
  }),
  /** The snapshots in such a folder that a secret opens, whatever has become of the journals on this computer. */
  'recovery.lookElsewhere': query({
    input: z.strictObject({ job, folder: ticket.nullable(), type: z.enum(['passphrase', 'recovery']), secret }),
    output: recovery,
    errors: ['WRONG_PASSPHRASE', 'WRONG_RECOVERY_KEY', 'NOT_FOUND', 'CANCELLED', ...opening],
    locked: true,
  }),
  /** Forgets the key that `recovery.look` found, stops what is under way and lets go of the journal. */
  'recovery.forget': command({ input: nothing, output: done, locked: true }),
  'recovery.mendHeader': command({
    input: nothing,
    output: done,
    errors: ['LOCKED', 'DISK_FULL', 'READ_ONLY', 'HEADER_DAMAGED'],
    refreshes: ['status'],
    locked: true,
  }),
  'recovery.restore': command({
    /** `goOnCopying`: the folder that these were copied to receives copies from now on, too. */
    input: z.strictObject({ job, name: snapshotName, goOnCopying: z.boolean() }),
    output: done,
    errors: ['LOCKED', 'CANCELLED', 'NOT_FOUND', 'SNAPSHOT_DAMAGED', 'FOLDER_MISSING', 'READ_ONLY', 'DISK_FULL'],
    refreshes: everything,
    locked: true,
  }),
  /** Puts what could be read of a damaged journal, as `recovery.look` told it, in that journal's place. */
  'recovery.takeSalvage': command({
    input: z.strictObject({ job }),
    output: done,
    errors: ['LOCKED', 'CANCELLED', 'NOT_FOUND', 'FOLDER_MISSING', 'READ_ONLY', 'DISK_FULL'],
    refreshes: everything,
    locked: true,
  }),
  'jobs.cancel': command({ input: z.strictObject({ job }), output: done, locked: true }),
} satisfies Calls;
