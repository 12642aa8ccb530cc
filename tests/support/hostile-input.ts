/** Random numbers from a seed (mulberry32), so that a finding can be repeated. */
export const seededRandom = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    below: (limit: number): number => Math.floor(next() * limit),
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T,
  };
};

export type SeededRandom = ReturnType<typeof seededRandom>;

const strings = [
  '',
  ' ',
  'a',
  '\u0000',
  '\ud800',
  '💧'.repeat(50),
  "'; DROP TABLE entry; --",
  '" OR 1=1',
  '../../../etc/passwd',
  'file:///etc/passwd',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  '2026-02-30',
  '2026-11-21',
  '9999-12-31',
  '0000-00-00',
  'Europe/Berlin',
  'Mars/Olympus',
  '0193a5b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
  '0193a5b2c3d4-0001-1a2b3c4d',
  'x'.repeat(3000),
  'NaN',
  '-1',
] as const;

const leaves: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  3,
  5,
  6,
  10,
  11,
  0.5,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 53,
  10n,
  ...strings,
];

const exotic = (random: SeededRandom): unknown => {
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  return random.pick<unknown>([
    new Map([['a', 1]]),
    new Set([1]),
    new Date(0),
    new Uint8Array(8),
    /x/,
    new Error('x'),
    Object.create(null),
    cycle,
    JSON.parse('{"__proto__": {"polluted": true}}'),
    new Array(1),
    new Array(1000).fill(null),
  ]);
};

/** Any value at all that can come through structured cloning, deep or flat. */
export const anything = (random: SeededRandom, depth = 3): unknown => {
  const roll = random.next();
  if (roll < 0.55 || depth === 0) return random.pick(leaves);
  if (roll < 0.6) return exotic(random);
  if (roll < 0.75) return Array.from({ length: random.below(4) }, () => anything(random, depth - 1));
  return Object.fromEntries(
    Array.from({ length: random.below(5) }, () => [random.pick(strings), anything(random, depth - 1)]),
  );
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A value like `valid` with something wrong somewhere: a field changed, missing or added, a list cut or grown. */
export const spoiled = (random: SeededRandom, valid: unknown): unknown => {
  if (random.next() < 0.15) return anything(random, 2);
  if (Array.isArray(valid)) {
    const copy = [...valid];
    if (random.next() < 0.5) copy.splice(random.below(copy.length + 1), 1);
    else copy.splice(random.below(copy.length + 1), 0, anything(random, 1));
    return copy;
  }
  if (!isRecord(valid)) return anything(random, 2);
  const keys = Object.keys(valid);
  if (keys.length === 0 || random.next() < 0.1) return { ...valid, [random.pick(strings)]: anything(random, 1) };
  const key = random.pick(keys);
  if (random.next() < 0.15) return Object.fromEntries(Object.entries(valid).filter(([name]) => name !== key));
  return { ...valid, [key]: spoiled(random, valid[key]) };
};
