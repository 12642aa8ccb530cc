import { type ComponentType, createElement, useEffect } from 'react';
import { createStore, useStore } from './store';

/**
 * A view whose code is fetched by itself: when it is first shown, or ahead of that by `fetch`. Not React's `lazy`, which
 * would show nothing for 300 ms even when the code has long been there. Where it cannot be fetched, showing it throws.
 */
export const fetchedView = <P extends object>(load: () => Promise<ComponentType<P>>) => {
  const view = createStore<ComponentType<P> | null>(null);
  const fetch = async (): Promise<void> => {
    try {
      view.write(await load());
    } catch (error) {
      view.write(() => {
        throw error;
      });
    }
  };
  const View = (props: P) => {
    const Shown = useStore(view);
    useEffect(() => void fetch(), []);
    return Shown === null ? null : createElement(Shown, props);
  };
  return { View, fetch };
};
