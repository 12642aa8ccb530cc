import type { ErrorCode } from '#core/errors';
import { failed, type Result } from '#core/result';

/** Where the words on the screen stand: on the disk, not yet, on their way, or held up. */
export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

type Options = {
  /** Writes what is on the screen now; resolves when it is on the disk or could not be written. */
  readonly save: () => Promise<Result<unknown>>;
  readonly onState: (state: SaveState) => void;
  /** How long a pause in typing is waited for, in ms. */
  readonly pauseMs?: number;
  /** The longest that anything stays unwritten while typing goes on, in ms. */
  readonly longestMs?: number;
  readonly retryMs?: number;
};

/**
 * Continuous saving: after a pause in typing, at the latest after a second, one write at a time. What cannot be written is
 * tried again until it can. Whatever changes while a write is on its way is written next.
 */
export const createAutosave = ({ save, onState, pauseMs = 400, longestMs = 900, retryMs = 3000 }: Options) => {
  let dirty = false;
  let firstChange = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const write = async (): Promise<void> => {
    dirty = false;
    onState({ kind: 'saving' });
    const result = await save().catch(() => failed({ code: 'INTERNAL' }));
    running = null;
    if (result.ok) {
      onState({ kind: dirty ? 'waiting' : 'saved' });
      if (dirty) schedule();
      return;
    }
    dirty = true;
    onState({ kind: 'failed', code: result.error.code });
    // Trying again cannot help where the entry itself has changed or gone elsewhere.
    if (result.error.code !== 'CONFLICT' && result.error.code !== 'NOT_FOUND') plan(retryMs);
  };

  const run = (): Promise<void> => {
    clearTimeout(timer);
    running ??= write();
    return running;
  };

  const plan = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ms);
  };

  const schedule = (): void => {
    const now = performance.now();
    if (firstChange === 0) firstChange = now;
    plan(Math.max(0, Math.min(pauseMs, firstChange + longestMs - now)));
  };

  return {
    /** Something on the screen has changed. Costs next to nothing: it is called on every keystroke. */
    changed: (): void => {
      if (!dirty) {
        dirty = true;
        firstChange = 0;
        if (running === null) onState({ kind: 'waiting' });
      }
      if (running === null) schedule();
    },
    /** Writes at once whatever is not written yet; resolves when it is, or when it could not be. */
    flush: async (): Promise<void> => {
      if (running !== null) await running;
      if (dirty) await run();
    },
    stop: (): void => clearTimeout(timer),
  };
};

export type Autosave = ReturnType<typeof createAutosave>;
