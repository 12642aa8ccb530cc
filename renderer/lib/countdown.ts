import { useEffect, useState } from 'react';

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
