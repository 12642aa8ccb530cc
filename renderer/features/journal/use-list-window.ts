import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { HEADING, ROW, type Rows, topOf, windowOf } from './list-window';

/** Before the list has been measured, and where nothing can be: a screenful. */
const SCREENFUL = 40;

// Where each list was left, in rem, while the window is open.
const places = new Map<string, number>();

const remOf = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** Which rows of a scrolling list are to be drawn; remembers under `place` how far it was scrolled. */
export const useListWindow = (list: RefObject<HTMLElement | null>, rows: Rows, place: string) => {
  const [[from, to], setView] = useState<readonly [number, number]>([0, SCREENFUL]);

  const look = useCallback((): void => {
    const element = list.current;
    // Not on screen (the other pane is, in a narrow window): nothing to measure, nothing to remember.
    if (element === null || element.clientHeight === 0) return;
    const rem = remOf();
    const top = element.scrollTop / rem;
    places.set(place, top);
    // By whole rows, so that scrolling draws only when another row comes near.
    const first = Math.floor(top / ROW) * ROW;
    const last = Math.ceil((top + element.clientHeight / rem) / ROW) * ROW;
    setView((view) => (view[0] === first && view[1] === last ? view : [first, last]));
  }, [list, place]);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const restore = (): void => {
      const left = places.get(place) ?? 0;
      if (element.clientHeight > 0 && element.scrollTop === 0 && left > 0) element.scrollTop = left * remOf();
      look();
    };
    restore();
    const observer = new ResizeObserver(restore);
    observer.observe(element);
    return () => observer.disconnect();
  }, [list, place, look]);

  useEffect(() => {
    const element = list.current;
    element?.addEventListener('scroll', look, { passive: true });
    return () => element?.removeEventListener('scroll', look);
  }, [list, look]);

  /** Scrolls just as far as it takes to have a row in sight. */
  const reveal = useCallback(
    (index: number): void => {
      const element = list.current;
      if (element === null || index < 0) return;
      const rem = remOf();
      const top = (topOf(rows, index) - (rows.groups.includes(index) ? HEADING : 0)) * rem;
      const bottom = (topOf(rows, index) + ROW) * rem;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    },
    [list, rows],
  );

  /** How many rows fit into what is seen. */
  const rowsInSight = Math.max(1, Math.floor((to - from) / ROW) - 1);
  return { window: windowOf(rows, from, to), reveal, rowsInSight };
};
