import type { Entry } from '#core/entry';

const listeners = new Set<(entry: Entry) => void>();

/** Hears of entries that were changed other than by writing in them, until the returned function is called. */
export const onStored = (listener: (entry: Entry) => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Tells whoever has an entry open that it stands in the journal otherwise now. */
export const tellStored = (entry: Entry): void => {
  for (const listener of listeners) listener(entry);
};
