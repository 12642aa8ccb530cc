import type { z } from 'zod';
import type { ErrorCode } from './errors';

/** The parts of the window's cache that a command makes stale. */
export type Topic =
  | 'status'
  | 'entries'
  | 'labels'
  | 'searches'
  | 'prompts'
  | 'pictures'
  | 'imports'
  | 'check-ins'
  | 'trends'
  | 'goals'
  | 'runs'
  | 'bin'
  | 'drafts'
  | 'profile'
  | 'device'
  | 'security'
  | 'snapshots'
  | 'inside'
  | 'merge'
  | 'unsaved';

type Call<I extends z.ZodType, O extends z.ZodType> = {
  readonly kind: 'query' | 'command';
  readonly input: I;
  readonly output: O;
  readonly errors: readonly ErrorCode[];
  readonly refreshes: readonly Topic[];
  /** Works while the journal is locked. */
  readonly locked: boolean;
  /** The largest input in bytes of JSON that is looked at at all. */
  readonly maxBytes: number;
};

type Options<I extends z.ZodType, O extends z.ZodType> = {
  readonly input: I;
  readonly output: O;
  readonly errors?: readonly ErrorCode[];
  readonly refreshes?: readonly Topic[];
  readonly locked?: boolean;
  readonly maxBytes?: number;
};

const SMALL = 256 * 1024;

const call =
  (kind: 'query' | 'command') =>
  <I extends z.ZodType, O extends z.ZodType>(options: Options<I, O>): Call<I, O> => ({
    kind,
    input: options.input,
    output: options.output,
    errors: options.errors ?? [],
    refreshes: options.refreshes ?? [],
    locked: options.locked ?? false,
    maxBytes: options.maxBytes ?? SMALL,
  });

/** A call that only asks. */
export const query = call('query');
/** A call that changes something. */
export const command = call('command');

export type Calls = Readonly<Record<string, Call<z.ZodType, z.ZodType>>>;
