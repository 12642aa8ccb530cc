import { useSyncExternalStore } from 'react';

/** A value outside React that components can watch. */
export type Store<T> = {
  readonly read: () => T;
  readonly write: (next: T) => void;
  readonly subscribe: (changed: () => void) => () => void;
};

/** A store that holds `value` until another is written. */
export const createStore = <T>(value: T): Store<T> => {
  let now = value;
  const listeners = new Set<() => void>();
  return {
    read: () => now,
    write: (next) => {
      if (Object.is(now, next)) return;
      now = next;
      for (const listener of listeners) listener();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
};

/** The store's value, in a component. */
export const useStore = <T>({ subscribe, read }: Store<T>): T => useSyncExternalStore(subscribe, read);
