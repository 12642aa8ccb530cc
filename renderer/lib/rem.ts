import { useSyncExternalStore } from 'react';

const read = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

// The text-size setting is written on the root element.
const subscribe = (changed: () => void): (() => void) => {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
  return () => observer.disconnect();
};

/** One rem in pixels, for layouts that must be told sizes in numbers. Follows the text-size setting. */
export const useRem = (): number => useSyncExternalStore(subscribe, read);
