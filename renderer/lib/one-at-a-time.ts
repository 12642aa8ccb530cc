import { useRef, useState } from 'react';

/** For what must not happen twice at once, however quickly it is asked for: while it is under way, asking again does nothing. */
export const useOneAtATime = () => {
  const underWay = useRef<Promise<unknown> | null>(null);
  const [isRunning, setRunning] = useState(false);
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    // What is drawn says so only after the next drawing; a second press may come before it.
    if (underWay.current !== null) return;
    setRunning(true);
    underWay.current = work();
    try {
      await underWay.current;
    } finally {
      underWay.current = null;
      setRunning(false);
    }
  };
  /** Resolves when nothing is under way any more, however it ended. */
  const settled = async (): Promise<void> => {
    await Promise.allSettled([underWay.current]);
  };
  return { isRunning, run, settled };
};

export type OneAtATime = ReturnType<typeof useOneAtATime>;
