import { useRef } from 'react';
import { flushSync } from 'react-dom';

/** Brings a part of the page into sight once `change` has been drawn, with the focus in its first field. */
export const useShown = () => {
  const place = useRef<HTMLDivElement>(null);
  const show = (change: () => void): void => {
    // Not from within a drawing of the page.
    queueMicrotask(() => {
      flushSync(change);
      place.current?.querySelector<HTMLElement>('input, textarea')?.focus();
      place.current?.scrollIntoView({ block: 'nearest' });
    });
  };
  return { place, show };
};
