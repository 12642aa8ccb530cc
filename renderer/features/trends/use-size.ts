import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The room for a chart in pixels, and how many of them are one rem: text in a chart grows with the text around it. */
export type Size = { readonly width: number; readonly rem: number };

const remOf = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** Measures an element before it is painted, and again whenever it changes; width 0 until then. */
export const useSize = (): [RefObject<HTMLDivElement | null>, Size] => {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, rem: 16 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => {
      const next = { width: element.clientWidth, rem: remOf() };
      setSize((size) => (size.width === next.width && size.rem === next.rem ? size : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
};
