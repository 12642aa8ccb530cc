/** Two clocks in milliseconds: the wall's, which a person or a time server may move, and one that only runs forward but may stand still in sleep. */
export type Clocks = { readonly wall: () => number; readonly monotonic: () => number };

/** Measures how long nothing was touched, by whichever clock says longer. */
export const idleClock = ({ wall, monotonic }: Clocks) => {
  let touched = { wall: wall(), monotonic: monotonic() };
  return {
    touch: (): void => {
      touched = { wall: wall(), monotonic: monotonic() };
    },
    /** Milliseconds since the last touch, never negative. */
    idleMs: (): number => Math.max(0, wall() - touched.wall, monotonic() - touched.monotonic),
  };
};
