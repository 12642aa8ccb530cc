/** A seeded stream of pseudo-random numbers: the same seed always tells the same story. Never for secrets. */
export type Random = {
  /** From 0 up to, but not including, 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly int: (min: number, max: number) => number;
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean;
  /** One of the items; there must be some. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** The items in another order. */
  readonly shuffled: <T>(items: readonly T[]) => T[];
  /** Bell-shaped, mean 0, standard deviation 1 (near enough: twelve uniform draws). */
  readonly bell: () => number;
  /** So many lower-case hex digits. */
  readonly hex: (digits: number) => string;
  readonly bytes: (count: number) => Uint8Array<ArrayBuffer>;
};

/** FNV-1a, so that streams of one seed with different names have nothing in common. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** sfc32 by Chris Doty-Humphrey (PractRand, public domain): small, fast, and good beyond any need here. */
const sfc32 = (seed: number, stream: number): (() => number) => {
  let a = seed >>> 0;
  let b = Math.floor(seed / 0x1_0000_0000) >>> 0;
  let c = stream;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i += 1) next();
  return next;
};

/** The stream of a seed (a whole number from 0) that goes by a name. */
export const randomOf = (seed: number, name: string): Random => {
  const uint32 = sfc32(seed, hashOf(name));
  const next = (): number => uint32() / 0x1_0000_0000;
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const hex = (digits: number): string => {
    let text = '';
    while (text.length < digits) text += uint32().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  };
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    shuffled: (items) =>
      items
        .map((item) => ({ item, key: next() }))
        .sort((one, other) => one.key - other.key)
        .map(({ item }) => item),
    bell: () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6),
    hex,
    bytes: (count) => {
      const words = new Uint32Array(Math.ceil(count / 4));
      for (let i = 0; i < words.length; i += 1) words[i] = uint32();
      return new Uint8Array(words.buffer, 0, count);
    },
  };
};
