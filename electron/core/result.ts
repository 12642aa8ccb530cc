import type { ErrorCode } from './errors';

/** What is told across a boundary about a call that did not succeed: a code from the list, and which fields it concerns. */
export type WireError = {
  readonly code: ErrorCode;
  readonly fields?: Readonly<Record<string, string>>;
  /** Milliseconds to wait before trying again; only with TOO_MANY_ATTEMPTS. */
  readonly waitMs?: number;
};

/** The outcome of every call that crosses a boundary; nothing is ever thrown across one. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

/** A successful outcome. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** An expected failure. */
export const failed = (error: WireError): Result<never> => ({ ok: false, error });
