import { z } from 'zod';
import { backupCalls } from './backup-calls';
import { job } from './call-atoms';
import { findingCalls } from './finding-calls';
import { importCalls } from './import-calls';
import { insideCalls } from './inside-calls';
import { journalCalls } from './journal-calls';
import { mergeCalls } from './merge-calls';
import { pictureCalls } from './picture-calls';
import { shellCalls } from './shell-calls';
import { tagCalls } from './tag-calls';
import { vaultCalls } from './vault-calls';

/** What the worker answers. */
export const workerCalls = {
  ...vaultCalls,
  ...journalCalls,
  ...findingCalls,
  ...pictureCalls,
  ...tagCalls,
  ...backupCalls,
  ...insideCalls,
  ...mergeCalls,
  ...importCalls,
};

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
    phase: z.enum(['preparing', 'writing', 'verifying', 'reading', 'comparing', 'merging', 'importing']),
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
