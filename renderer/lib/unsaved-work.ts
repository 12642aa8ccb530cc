import { useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';
import type { Input } from '#core/contract';
import type { SavingMethod, UnsavedCall } from '#core/unsaved-call';

/** Writes what is not saved yet; resolves, when that is on the disk or has failed, with the calls that still have to be made. */
export type Flush = () => Promise<readonly UnsavedCall[]>;

/** A call that still has to be made. */
export const unsaved = <M extends SavingMethod>(method: M, input: Input<M>): UnsavedCall => ({
  method,
  input: JSON.stringify(input),
});

const flushes = new Set<Flush>();

/** Has `flush` called before the journal locks, until the returned function is called. */
export const registerUnsavedWork = (flush: Flush): (() => void) => {
  flushes.add(flush);
  return () => void flushes.delete(flush);
};

/** Has the newest `flush` called before the journal locks, while the calling component is shown. */
export const useUnsavedWork = (flush: Flush): void => {
  const newest = useEffectEvent(flush);
  useEffect(() => registerUnsavedWork(() => newest()), []);
};

/** What is still being typed into a field counts when the field is left. */
export const leaveField = (): void =>
  flushSync(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });

/** Writes everything that is not saved yet and resolves with the calls that still have to be made. One failing never keeps the others from being written. */
export const flushAll = async (): Promise<readonly UnsavedCall[]> => {
  leaveField();
  // The newest first: what is open over something else hands on to it.
  const results = await Promise.allSettled([...flushes].reverse().map((flush) => flush()));
  return results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
};
