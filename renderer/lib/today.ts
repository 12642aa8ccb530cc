import { useSyncExternalStore } from 'react';
import { addDays, dayOf, instantOf, type LocalDate } from '#core/local-date';

/** The IANA time zone this computer is set to. */
export const systemZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The date on the wall now. */
export const readToday = (): LocalDate => dayOf(Date.now(), systemZone());

const MINUTE = 60_000;

const subscribe = (changed: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  const arm = (): void => {
    const midnight = instantOf(addDays(readToday(), 1), 0, systemZone());
    // Never far ahead: the computer may sleep, or its clock be set.
    timer = setTimeout(tick, Math.min(midnight - Date.now() + 50, 10 * MINUTE));
  };
  const tick = (): void => {
    changed();
    arm();
  };
  arm();
  document.addEventListener('visibilitychange', changed);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', changed);
  };
};

/** Today's date; changes by itself at midnight. */
export const useToday = (): LocalDate => useSyncExternalStore(subscribe, readToday);
