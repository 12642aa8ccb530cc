import { AppError } from '#core/errors';

const FREE_ATTEMPTS = 5;
const LONGEST_WAIT_MS = 60_000;

/** Slows down guessing at the keyboard: after five wrong attempts each costs twice the wait of the last, up to a minute. Nothing is ever wiped. */
export const countAttempts = (now: () => number) => {
  let failures = 0;
  let wait = 0;
  let blockedUntil = 0;
  return {
    /** Fails with TOO_MANY_ATTEMPTS and the milliseconds to wait. */
    check: (): void => {
      // A clock that is set back must not turn a minute into years.
      blockedUntil = Math.min(blockedUntil, now() + wait);
      const waitMs = blockedUntil - now();
      if (waitMs > 0) throw new AppError('TOO_MANY_ATTEMPTS', { waitMs });
    },
    wrong: (): void => {
      failures += 1;
      if (failures < FREE_ATTEMPTS) return;
      wait = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (failures - FREE_ATTEMPTS + 1));
      blockedUntil = now() + wait;
    },
    right: (): void => {
      failures = 0;
      blockedUntil = 0;
    },
  };
};

export type Attempts = ReturnType<typeof countAttempts>;
