const DEPTH = 200;

/** What something small, or all of one piece, counts as; undefined for what has parts. */
const sizeOfPiece = (item: unknown): number | undefined => {
  if (typeof item === 'string') return item.length;
  if (item instanceof Uint8Array) return item.byteLength;
  if (item === null || typeof item === 'boolean') return 0;
  if (typeof item === 'number') return Number.isFinite(item) ? 0 : Number.POSITIVE_INFINITY;
  return undefined;
};

/**
 * Whether a value is plain data (JSON's kinds and bytes, no cycles, no exotic objects) of at most `maxBytes`, counted as its
 * JSON would roughly be. Looks at no more than it must, so that a hostile value costs nothing.
 */
export const isPlainWithin = (value: unknown, maxBytes: number): boolean => {
  let left = maxBytes;
  const visit = (item: unknown, depth: number): boolean => {
    const size = sizeOfPiece(item);
    left -= 1 + (size ?? 0);
    if (left < 0 || depth > DEPTH) return false;
    if (size !== undefined) return true;
    if (Array.isArray(item)) return item.every((part) => visit(part, depth + 1));
    if (typeof item !== 'object' || item === null || Object.getPrototypeOf(item) !== Object.prototype) return false;
    return Object.entries(item).every(([key, part]) => visit(key, depth + 1) && visit(part, depth + 1));
  };
  return visit(value, 0);
};
