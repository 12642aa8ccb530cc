import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireError } from '#core/result';
import { announce } from './announce';

/** Whole seconds until `until` (epoch ms); 0 once it is over or when there is nothing to wait for. */
export const useCountdown = (until: number | null): number => {
  const [now, setNow] = useState(Date.now);
  const left = until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
  const running = until !== null && left > 0;
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [running]);
  return left;
};

/** The wait between tries of a secret: begun by a failed call that says how long, and told aloud when it is over. */
export const useWait = () => {
  const { t } = useTranslation();
  const [until, setUntil] = useState<number | null>(null);
  const seconds = useCountdown(until);
  const over = until !== null && seconds === 0;
  useEffect(() => {
    if (over) announce(t('lock.waitOver'));
  }, [over, t]);
  return {
    /** Whole seconds that are left; 0 while nothing has to be waited for. */
    seconds,
    begin: ({ waitMs }: Pick<WireError, 'waitMs'>): void => {
      if (waitMs !== undefined) setUntil(Date.now() + waitMs);
    },
  };
};
