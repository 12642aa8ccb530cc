import type { EventPayload } from '#core/contract';
import { AppError } from '#core/errors';

/** How far long work is. */
export type Progress = Omit<EventPayload<'job.progress'>, 'job'>;

// The threads share two numbers, since one that works without pause hears no messages.
const CANCELLED = 0;
const TAKEN = 1;

/** Batches of records that may be under way at once; what bounds memory when reading is faster than storing. */
const BATCHES_UNDER_WAY = 2;

/** The side that waits: cancels, and says that a batch was taken in. */
export const makeControl = () => {
  const shared = new SharedArrayBuffer(8);
  const words = new Int32Array(shared);
  return {
    shared,
    isCancelled: (): boolean => Atomics.load(words, CANCELLED) === 1,
    cancel: (): void => {
      Atomics.store(words, CANCELLED, 1);
      Atomics.notify(words, TAKEN);
    },
    taken: (): void => {
      Atomics.add(words, TAKEN, 1);
      Atomics.notify(words, TAKEN);
    },
  };
};

export type Control = ReturnType<typeof makeControl>;

/** The side that works. */
export const followControl = (shared: SharedArrayBuffer) => {
  const words = new Int32Array(shared);
  /** Fails with CANCELLED once the work has been cancelled. */
  const check = (): void => {
    if (Atomics.load(words, CANCELLED) === 1) throw new AppError('CANCELLED');
  };
  let sent = 0;
  return {
    check,
    /** Blocks until another batch may be sent; fails with CANCELLED. */
    awaitRoom: (): void => {
      for (;;) {
        check();
        const taken = Atomics.load(words, TAKEN);
        if (sent - taken < BATCHES_UNDER_WAY) break;
        // The time limit is for a cancellation that falls between the look and the wait.
        Atomics.wait(words, TAKEN, taken, 200);
      }
      sent += 1;
    },
  };
};
