import type { ErrorCode } from '#core/errors';
import { failed, type Result } from '#core/result';

/** Where the words on the screen stand. `waiting` and `saving` are not on the disk yet; `saved` are, all of them. */
export type SaveState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

type Options = {
  /** Writes what is on the screen now; resolves when that is on the disk, or could not be put there. */
  readonly save: () => Promise<Result<unknown>>;
  readonly onState: (state: SaveState) => void;
};

/** A pause in typing after which nothing is waited for any more. */
export const PAUSE_MS = 400;
/** The longest that words stay unwritten while typing goes on, and the shortest time between two such writes. */
export const INTERVAL_MS = 900;
/** A write that takes longer than this is worth a word. */
export const SLOW_MS = 500;
const RETRIES_MS = [2000, 4000, 8000, 15_000] as const;

/** What no repetition can mend: it waits until something has changed. */
const isFinal = (code: ErrorCode): boolean => code === 'INVALID_INPUT' || code === 'TOO_LARGE';

const attempt = (save: Options['save']): Promise<Result<unknown>> => save().catch(() => failed({ code: 'INTERNAL' }));

/**
 * Continuous saving, as docs/decisions/004 has it: at most about once a second while typing goes on, at once when it
 * pauses, never two writes at a time; what could not be written is tried again until it can.
 */
export const createAutosave = ({ save, onState }: Options) => {
  /** Something on the screen has not been handed to a write. */
  let dirty = false;
  let dirtySince = 0;
  let lastStart = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let failure: ErrorCode | null = null;
  let failures = 0;
  let stopped = false;

  const arm = (ms: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void begin(), ms);
  };

  const armForTyping = (): void => {
    const now = performance.now();
    const due = Math.max(Math.min(now + PAUSE_MS, dirtySince + INTERVAL_MS), lastStart + INTERVAL_MS);
    arm(Math.max(0, due - now));
  };

  const succeed = (): void => {
    failure = null;
    failures = 0;
    onState({ kind: dirty ? 'waiting' : 'saved' });
    if (dirty) armForTyping();
  };

  const fail = (code: ErrorCode): void => {
    dirty = true;
    failure = code;
    onState({ kind: 'failed', code });
    const wait = RETRIES_MS[Math.min(failures, RETRIES_MS.length - 1)] ?? 0;
    failures += 1;
    if (!isFinal(code)) arm(wait);
  };

  const write = async (): Promise<void> => {
    clearTimeout(timer);
    dirty = false;
    lastStart = performance.now();
    const slow = setTimeout(() => failure === null && onState({ kind: 'saving' }), SLOW_MS);
    const result = await attempt(save);
    clearTimeout(slow);
    running = null;
    if (result.ok) succeed();
    else fail(result.error.code);
  };

  const begin = (): Promise<void> => {
    running ??= write();
    return running;
  };

  return {
    /** Something on the screen has changed. Costs next to nothing: it is called on every keystroke. */
    changed: (): void => {
      if (stopped) return;
      if (!dirty) {
        dirty = true;
        dirtySince = performance.now();
        if (running === null && failure === null) onState({ kind: 'waiting' });
      }
      // After a failure the next try is already planned, unless only a change can help.
      if (running === null && (failure === null || isFinal(failure))) armForTyping();
    },
    /** Writes at once whatever is not written yet; resolves with whether all of it is on the disk. */
    flush: async (): Promise<boolean> => {
      if (running !== null) await running;
      if (dirty && !stopped) await begin();
      // Typed while that write was under way.
      if (dirty && failure === null && !stopped) await begin();
      return !dirty;
    },
    /** Writes nothing any more. */
    stop: (): void => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};

export type Autosave = ReturnType<typeof createAutosave>;
