/** Writes what is not saved yet; resolves when it is on the disk or has failed for good. */
export type Flush = () => Promise<void>;

const flushes = new Set<Flush>();

/** Has `flush` called before the journal locks, until the returned function is called. */
export const registerUnsavedWork = (flush: Flush): (() => void) => {
  flushes.add(flush);
  return () => void flushes.delete(flush);
};

/** Writes everything that is not saved yet. One failing never keeps the others from being written. */
export const flushAll = async (): Promise<void> => {
  await Promise.allSettled([...flushes].map((flush) => flush()));
};
