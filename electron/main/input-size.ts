const DEPTH = 200;

/**
 * Whether a value is plain data (JSON's kinds, no cycles, no exotic objects) of at most `maxBytes`, counted as its JSON
 * would roughly be. Looks at no more than it must, so that a hostile value costs nothing.
 */
export const isPlainWithin = (value: unknown, maxBytes: number): boolean => {
  let left = maxBytes;
  const visit = (item: unknown, depth: number): boolean => {
    left -= 1;
    if (left < 0 || depth > DEPTH) return false;
    if (typeof item === 'string') {
      left -= item.length;
      return left >= 0;
    }
    if (item === null || typeof item === 'boolean') return true;
    if (typeof item === 'number') return Number.isFinite(item);
    if (Array.isArray(item)) return item.every((part) => visit(part, depth + 1));
    if (typeof item !== 'object' || Object.getPrototypeOf(item) !== Object.prototype) return false;
    return Object.entries(item).every(([key, part]) => visit(key, depth + 1) && visit(part, depth + 1));
  };
  return visit(value, 0);
};
