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

const damageListeners = new Set<() => void>();

/** Calls `listener` when the open journal has turned out to be damaged, until the returned function is called. */
export const onDamage = (listener: () => void): (() => void) => {
  damageListeners.add(listener);
  return () => void damageListeners.delete(listener);
};

const tellOfDamage = (method: Method, result: Result<unknown>): void => {
  // What is wrong with a journal that is still to be opened is told where it is opened.
  if (result.ok || result.error.code !== 'DATABASE_DAMAGED' || /^(vault|recovery)\./.test(method)) return;
  for (const listener of damageListeners) listener();
};

/** Asks the worker or the shell; the outcome is told, never thrown. */
export const call = async <M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>> => {
  try {
    const result = (await window.ebb.call(method, input)) as Result<Output<M>>;
    tellOfDamage(method, result);
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
