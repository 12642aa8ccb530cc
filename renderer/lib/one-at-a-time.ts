import { useRef, useState } from 'react';

/** For what must not happen twice at once, however quickly it is asked for: while it is under way, asking again does nothing. */
export const useOneAtATime = () => {
  const underWay = useRef(false);
  const [isRunning, setRunning] = useState(false);
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    // What is drawn says so only after the next drawing; a second press may come before it.
    if (underWay.current) return;
    underWay.current = true;
    setRunning(true);
    try {
      await work();
    } finally {
      underWay.current = false;
      setRunning(false);
    }
  };
  return { isRunning, run };
};

export type OneAtATime = ReturnType<typeof useOneAtATime>;
