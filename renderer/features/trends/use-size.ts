import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** The room for a chart in pixels, and how many of them are one rem: text in a chart grows with the text around it. */
export type Size = { readonly width: number; readonly rem: number };

const remOf = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** The width of a sheet of paper between its margins, in CSS pixels; a chart on a smaller one is scaled down. */
const PAPER_WIDTH = 660;

/**
 * Measures an element before it is painted, and again whenever it changes; width 0 until then. Paper is laid out without
 * telling, so a chart is drawn for it beforehand.
 */
export const useSize = (): [RefObject<HTMLDivElement | null>, Size] => {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, rem: 16 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    let printing = false;
    const measure = (): void => {
      const next = { width: printing ? PAPER_WIDTH : element.clientWidth, rem: remOf() };
      setSize((size) => (size.width === next.width && size.rem === next.rem ? size : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const listening = new AbortController();
    const { signal } = listening;
    const print = (starts: boolean) => (): void => {
      printing = starts;
      flushSync(measure);
    };
    window.addEventListener('beforeprint', print(true), { signal });
    window.addEventListener('afterprint', print(false), { signal });
    return () => {
      observer.disconnect();
      listening.abort();
    };
  }, []);
  return [ref, size];
};
