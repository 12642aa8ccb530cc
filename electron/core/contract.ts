import { z } from 'zod';
import { binList } from './bin';
import { checkIn, checkInDraft } from './check-in';
import { cleanTime } from './clean-time';
import { type Calls, command, query, type Topic } from './contract-call';
import { entry, entryDraft, entryHit, entryPage, entryPosition, revision } from './entry';
import type { ErrorCode } from './errors';
import { exportPreview, exportReport } from './export-manifest';
import { goal, goalDraft, goalMark, goalProgress } from './goal';
import { dateRange, localDate } from './local-date';
import { moodTrend } from './mood-trend';
import { recordId, recordKey, recordVersion } from './record';
import { recovery } from './recovery';
import { run, runDraft } from './run';
import { about, deviceSettings, profile, profileChange, security } from './settings';
import { snapshotList, snapshotName, snapshotSummary } from './snapshot';
import { unsavedCall } from './unsaved-call';
import { recoveryKeyOffer, recoveryKeyProof, vaultStatus } from './vault-status';

/** A 20,000-word entry with all its marks is about 1 MiB of JSON. */
const LARGE = 16 * 1024 * 1024;
/** Several of them that could not be written. */
const LARGEST = 4 * LARGE;

const nothing = z.strictObject({});
const done = z.null();
const secret = z.string().min(1).max(1024);
const job = z.uuid();
/** Stands for a file the person chose in the system's dialog; the window names no file in any other way. */
const ticket = z.uuid();
const chosenFile = z.strictObject({ ticket, name: z.string() }).nullable();
/** `folder` is for the person to read, so that they find the file again. */
const chosenPlace = z.strictObject({ ticket, name: z.string(), folder: z.string() }).nullable();

const opening: readonly ErrorCode[] = [
  'TOO_MANY_ATTEMPTS',
  'HEADER_MISSING',
  'HEADER_DAMAGED',
  'DATABASE_MISSING',
  'DATABASE_DAMAGED',
  'VAULT_NEWER',
  'VAULT_IN_USE',
  'KDF_OUT_OF_MEMORY',
  'DISK_FULL',
  'READ_ONLY',
  'FOLDER_MISSING',
];
const writing: readonly ErrorCode[] = ['LOCKED', 'NOT_FOUND', 'CONFLICT', 'DISK_FULL', 'READ_ONLY'];
const everything: readonly Topic[] = [
  'status',
  'entries',
  'labels',
  'check-ins',
  'trends',
  'goals',
  'runs',
  'bin',
  'profile',
  'security',
  'snapshots',
];

/** What the worker answers. */
export const workerCalls = {
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

  'profile.get': query({ input: nothing, output: profile }),
  'profile.save': command({ input: profileChange, output: profile, errors: writing, refreshes: ['profile'] }),

  'entries.list': query({
    input: z.strictObject({ before: entryPosition.nullable(), limit: z.int().min(1).max(200), bin: z.boolean() }),
    output: entryPage,
  }),
  'entries.count': query({ input: nothing, output: z.strictObject({ kept: z.int(), bin: z.int() }) }),
  'entries.get': query({ input: recordKey, output: entry, errors: ['NOT_FOUND'] }),
  'entries.save': command({
    input: entryDraft,
    output: entry,
    errors: writing,
    refreshes: ['entries', 'labels', 'trends'],
    maxBytes: LARGE,
  }),
  'entries.delete': command({ input: recordKey, output: done, errors: writing, refreshes: ['entries', 'trends'] }),
  'entries.restore': command({ input: recordKey, output: done, errors: writing, refreshes: ['entries', 'trends'] }),
  'entries.search': query({
    input: z.strictObject({
      text: z.string().max(500),
      before: entryPosition.nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: z.strictObject({ items: z.array(entryHit), next: entryPosition.nullable() }),
  }),
  /** The earlier states of an entry, the one put aside last first; at most twenty are kept. */
  'entries.revisions': query({ input: recordKey, output: z.array(revision) }),
  /** Gives an entry the title and text of an earlier state; what stood there becomes an earlier state itself. */
  'entries.takeBack': command({
    input: z.strictObject({ id: recordId, baseVersion: recordVersion, revision: recordVersion }),
    output: entry,
    errors: writing,
    refreshes: ['entries', 'trends'],
  }),
  'tags.list': query({ input: nothing, output: z.array(z.strictObject({ name: z.string(), uses: z.int() })) }),
  'feelings.list': query({ input: nothing, output: z.array(z.string()) }),

  'checkIns.list': query({ input: dateRange, output: z.array(checkIn) }),
  'checkIns.save': command({
    input: checkInDraft,
    output: checkIn,
    errors: writing,
    refreshes: ['check-ins', 'labels', 'trends'],
  }),
  'checkIns.delete': command({
    input: recordKey,
    output: done,
    errors: writing,
    refreshes: ['check-ins', 'trends', 'bin'],
  }),
  'checkIns.restore': command({
    input: recordKey,
    output: done,
    errors: writing,
    refreshes: ['check-ins', 'trends', 'bin'],
  }),

  /** `from` null means since the first recorded day. */
  'trends.mood': query({ input: z.strictObject({ from: localDate.nullable(), to: localDate }), output: moodTrend }),

  'goals.list': query({ input: z.strictObject({ today: localDate }), output: z.array(goalProgress) }),
  'goals.save': command({ input: goalDraft, output: goal, errors: writing, refreshes: ['goals'] }),
  'goals.delete': command({ input: recordKey, output: done, errors: writing, refreshes: ['goals', 'bin'] }),
  'goals.restore': command({ input: recordKey, output: done, errors: writing, refreshes: ['goals', 'bin'] }),
  'goals.marks': query({
    input: z.strictObject({ goal: recordId, from: localDate, to: localDate }),
    output: z.array(goalMark),
  }),
  'goals.mark': command({ input: goalMark, output: done, errors: writing, refreshes: ['goals'] }),
  'goals.unmark': command({
    input: z.strictObject({ goal: recordId, day: localDate }),
    output: done,
    errors: writing,
    refreshes: ['goals'],
  }),

  'runs.list': query({ input: nothing, output: z.array(run) }),
  'runs.cleanTime': query({ input: z.strictObject({ today: localDate }), output: cleanTime }),
  'runs.save': command({ input: runDraft, output: run, errors: writing, refreshes: ['runs', 'trends'] }),
  'runs.delete': command({ input: recordKey, output: done, errors: writing, refreshes: ['runs', 'trends', 'bin'] }),
  'runs.restore': command({ input: recordKey, output: done, errors: writing, refreshes: ['runs', 'trends', 'bin'] }),

  /** What could not be written, kept in memory, sealed, until the journal is open again; takes the place of what was kept before. */
  'unsaved.keep': command({
    input: z.strictObject({ calls: z.array(unsavedCall).max(1000) }),
    output: done,
    errors: ['LOCKED'],
    refreshes: ['unsaved'],
    maxBytes: LARGEST,
  }),
  'unsaved.list': query({ input: nothing, output: z.array(unsavedCall), errors: ['LOCKED'] }),
  /** Whether anything is kept for any journal; may be asked while they are locked. */
  'unsaved.waiting': query({ input: nothing, output: z.boolean(), locked: true }),

  /** Deleted check-ins, goals and runs; each is taken back by its own `restore`. */
  'bin.list': query({ input: z.strictObject({ limit: z.int().min(1).max(500) }), output: binList }),

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
    errors: ['LOCKED', 'CANCELLED', 'SNAPSHOT_DAMAGED', 'DISK_FULL', 'READ_ONLY', 'FOLDER_MISSING'],
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
    errors: ['LOCKED', 'CANCELLED', 'NOT_FOUND', 'SNAPSHOT_DAMAGED', 'FOLDER_MISSING', 'READ_ONLY', 'DISK_FULL'],
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
  /** What is left of the current journal where it cannot be opened. */
  'recovery.look': command({
    input: z.strictObject({ job, type: z.enum(['passphrase', 'recovery']), secret }),
    output: recovery,
    errors: ['WRONG_PASSPHRASE', 'WRONG_RECOVERY_KEY', 'CANCELLED', ...opening],
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
    input: z.strictObject({ job, name: snapshotName }),
    output: done,
    errors: ['LOCKED', 'CANCELLED', 'NOT_FOUND', 'SNAPSHOT_DAMAGED', 'FOLDER_MISSING', 'READ_ONLY', 'DISK_FULL'],
    refreshes: everything,
    locked: true,
  }),
  'jobs.cancel': command({ input: z.strictObject({ job }), output: done, locked: true }),
} satisfies Calls;

/** What the shell (main process) answers. */
export const shellCalls = {
  'shell.about': query({ input: nothing, output: about, locked: true }),
  /** Everything is saved or kept: closes the journal, and the app where it was about to end. */
  'shell.lock': command({ input: nothing, output: done, locked: true }),
  /** Takes back that the app is about to end: there are words that would be lost. */
  'shell.stay': command({ input: nothing, output: done, locked: true }),
  /** Closes the journal and ends the app, whatever is not saved. */
  'shell.quit': command({ input: nothing, output: done, locked: true }),
  'shell.copy': command({
    input: z.strictObject({ text: z.string().max(100_000) }),
    output: done,
    locked: true,
  }),
  'shell.print': command({ input: nothing, output: z.boolean(), locked: true }),
  'shell.saveRecoveryKey': command({
    input: z.strictObject({ text: z.string().max(4000) }),
    output: z.boolean(),
    errors: ['DISK_FULL', 'READ_ONLY', 'FOLDER_MISSING', 'NOT_A_FILE'],
    locked: true,
  }),
  'shell.chooseExportTarget': command({
    input: z.strictObject({ suggestedName: z.string().max(200) }),
    output: chosenPlace,
  }),
  /** Has the system's file manager show a file that the person chose. */
  'shell.showInFolder': command({ input: z.strictObject({ file: ticket }), output: done, errors: ['NOT_FOUND'] }),
  /** Has the system's file manager show where the snapshots of the open journal lie. */
  'shell.showSnapshots': command({ input: nothing, output: done, errors: ['LOCKED', 'NOT_FOUND'] }),
  /** A folder for copies of backups. */
  'shell.chooseFolder': command({ input: nothing, output: chosenPlace }),
  'shell.chooseExportSource': command({ input: nothing, output: chosenFile, locked: true }),
  'device.get': query({ input: nothing, output: deviceSettings, locked: true }),
  'device.save': command({
    /** Only what changes, so that two changes in quick succession both hold. */
    input: deviceSettings.partial(),
    output: deviceSettings,
    refreshes: ['device'],
    locked: true,
  }),
} satisfies Calls;

/** Every call between the window and the rest. Preload, router, dispatch, client, fuzz test and the list in docs follow from it. */
export const contract = { ...workerCalls, ...shellCalls };

export type Contract = typeof contract;
export type Method = keyof Contract;
export type Input<M extends Method> = z.input<Contract[M]['input']>;
/** The input as it is after parsing. */
export type ParsedInput<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = z.output<Contract[M]['output']>;
export type WorkerMethod = keyof typeof workerCalls;
export type ShellMethod = keyof typeof shellCalls;

/** Whether a text names a call at all; inherited names such as `constructor` do not. */
export const isMethod = (name: unknown): name is Method => typeof name === 'string' && Object.hasOwn(contract, name);

/** Everything the shell and the worker tell the window of their own accord. */
export const events = {
  /** How far a long job is: `done` of `total` in whatever it counts (records, bytes). */
  'job.progress': z.strictObject({
    job,
    phase: z.enum(['preparing', 'writing', 'verifying', 'reading']),
    done: z.number(),
    total: z.number(),
  }),
  /** Something about the snapshots is not as it was. */
  'snapshots.changed': z.strictObject({}),
  /** The journal is about to close, and the app with it when `quitting`: save what is not saved yet, then call `shell.lock` or `shell.stay`. */
  'vault.locking': z.strictObject({ quitting: z.boolean() }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;
