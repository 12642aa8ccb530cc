import { useEffect, useState } from 'react';

/** What is over sooner is not worth a bar that comes and goes. */
const WHILE_MS = 300;

/** Whether something has been going on long enough to show how far it is. */
export const useLongWhile = (isGoingOn: boolean): boolean => {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return;
    const timer = setTimeout(() => setLong(true), WHILE_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isGoingOn]);
  return isGoingOn && isLong;
};
