import type { EventName, EventPayload, Input, Method, Output } from '#core/contract';
import type { ErrorCode } from '#core/errors';
import { failed, type Result, type WireError } from '#core/result';

type Bridge = {
  call(method: string, input: unknown): Promise<Result<unknown>>;
  on(event: string, listener: (payload: unknown) => void): () => void;
};

declare global {
  interface Window {
    readonly ebb: Bridge;
  }
}

/** What shows of an open journal's file by a call: that it is damaged, is not in its place, or has taken something in. */
export type FileSign = 'damaged' | 'missing' | 'written';

const fileListeners = new Set<(sign: FileSign) => void>();

/** Calls `listener` with every sign of how the open journal's file is, until the returned function is called. */
export const onFileSign = (listener: (sign: FileSign) => void): (() => void) => {
  fileListeners.add(listener);
  return () => void fileListeners.delete(listener);
};

const signIn = (method: Method, result: Result<unknown>): FileSign | null => {
  // What is wrong with a journal that is still to be opened is told where it is opened.
  if (/^(vault|recovery)\./.test(method)) return null;
  if (result.ok) return /^(entries|checkIns|goals|runs|profile|drafts)\.(save|keep)$/.test(method) ? 'written' : null;
  if (result.error.code === 'DATABASE_DAMAGED') return 'damaged';
  return result.error.code === 'DATABASE_MISSING' ? 'missing' : null;
};

const tellOfFile = (method: Method, result: Result<unknown>): void => {
  const sign = signIn(method, result);
  if (sign === null) return;
  for (const listener of fileListeners) listener(sign);
};

/** Asks the worker or the shell; the outcome is told, never thrown. */
export const call = async <M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> => {
  try {
    const result = (await window.ebb.call(method, input)) as Result<Output<M>>;
    tellOfFile(method, result);
    return result;
  } catch {
    return failed({ code: 'INTERNAL' });
  }
};

/** Listens until the returned function is called. */
export const on = <E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): (() => void) =>
  window.ebb.on(event, listener as (payload: unknown) => void);

/** A failed call, for code that expects failures to be thrown. */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly fields: WireError['fields'];
  readonly waitMs: number | undefined;

  constructor(error: WireError) {
    super(error.code);
    this.name = 'CallError';
    this.code = error.code;
    this.fields = error.fields;
    this.waitMs = error.waitMs;
  }
}

/** As `call`, but a failure is thrown as a CallError. */
export const callOrThrow = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
  const result = await call(method, input);
  if (result.ok) return result.value;
  throw new CallError(result.error);
};
