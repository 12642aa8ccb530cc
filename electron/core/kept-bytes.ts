/** What is kept of some bytes, and put between them, in order. */
export type KeptBytes = {
  /** Keeps the bytes from `from` to before `to`. */
  readonly keep: (from: number, to: number) => void;
  /** Puts other bytes behind what is there. */
  readonly add: (bytes: ArrayLike<number>) => void;
  /** How many bytes there are by now. */
  readonly length: () => number;
  /** All of it as bytes of their own, behind `before`. */
  readonly finish: (before?: ArrayLike<number>) => Uint8Array;
};

/** Below this a loop is quicker than a view of its own. */
const FEW = 64;

/** A copy of parts of `source`; stretches that touch are copied in one go, so that millions of small ones cost little. */
export const keepBytes = (source: Uint8Array): KeptBytes => {
  let copy = new Uint8Array(Math.max(1024, source.length));
  let length = 0;
  let from = 0;
  let to = 0;

  const makeRoom = (more: number) => {
    if (length + more <= copy.length) return;
    const larger = new Uint8Array(Math.max(length + more, copy.length * 2));
    larger.set(copy.subarray(0, length));
    copy = larger;
  };
  const flush = () => {
    const more = to - from;
    makeRoom(more);
    if (more < FEW) for (let at = 0; at < more; at += 1) copy[length + at] = source[from + at] ?? 0;
    else copy.set(source.subarray(from, to), length);
    length += more;
    from = to;
  };

  return {
    keep: (start, end) => {
      if (start !== to) {
        flush();
        from = start;
      }
      to = end;
    },
    add: (bytes) => {
      flush();
      makeRoom(bytes.length);
      copy.set(bytes, length);
      length += bytes.length;
    },
    length: () => length + to - from,
    finish: (before = []) => {
      flush();
      const whole = new Uint8Array(before.length + length);
      whole.set(before);
      whole.set(copy.subarray(0, length), before.length);
      return whole;
    },
  };
};
