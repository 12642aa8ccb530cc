const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 20;
const GROUPS = 8;
const DATA_SYMBOLS = 4;
const GROUP_SYMBOLS = DATA_SYMBOLS + 1;

/** GF(2^5) as powers of α = 2, a root of x^5 + x^2 + 1. */
const multiplyByAlpha = (element: number): number => (element & 16 ? (element << 1) ^ 0b100101 : element << 1);

const multiplyByPower = (element: number, power: number): number => {
  let product = element;
  for (let step = 0; step < power; step += 1) product = multiplyByAlpha(product);
  return product;
};

/**
 * The check symbol of a group: α·s₀ + α²·s₁ + α³·s₂ + α⁴·s₃ + α⁵·i over GF(2^5) with x^5 + x^2 + 1 and α = 2, where
 * s₀ … s₃ are the group's symbols and i is its index from 0 to 7. Addition is exclusive or. Since all weights (the
 * check symbol's own is 1) differ and none is zero, one wrong symbol, any two symbols of a group exchanged, and a group
 * typed in another's place never pass; any other mistake in a group passes once in 32.
 */
const checkSymbol = (symbols: readonly number[], index: number): number =>
  symbols.reduce((sum, symbol, place) => sum ^ multiplyByPower(symbol, place + 1), multiplyByPower(index, 5));

const toSymbols = (bytes: Uint8Array): number[] => {
  const symbols: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      symbols.push((buffer >> bits) & 31);
    }
  }
  return symbols;
};

const toBytes = (symbols: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(BYTES);
  let buffer = 0;
  let bits = 0;
  let place = 0;
  for (const symbol of symbols) {
    buffer = ((buffer << 5) | symbol) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[place] = (buffer >> bits) & 0xff;
      place += 1;
    }
  }
  return bytes;
};

/**
 * The recovery key of 20 random bytes as people write it: 160 bits, the most significant first, as 32 Crockford base32
 * symbols (0–9, A–Z without I, L, O, U) in 8 groups of 4, each followed by its check symbol. RangeError for another
 * number of bytes.
 */
export const encodeRecoveryKey = (bytes: Uint8Array): string[] => {
  if (bytes.length !== BYTES) throw new RangeError('a recovery key has 20 bytes');
  const symbols = toSymbols(bytes);
  return Array.from({ length: GROUPS }, (_, index) => {
    const data = symbols.slice(index * DATA_SYMBOLS, (index + 1) * DATA_SYMBOLS);
    return [...data, checkSymbol(data, index)].map((symbol) => ALPHABET.charAt(symbol)).join('');
  });
};

/** A typed group as it was meant: upper case, O as 0, I and L as 1, and nothing but letters and digits left. */
export const normalizeGroup = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** The bytes of a recovery key, or the indexes (0 to 7) of the groups to look at again, never none. */
export type DecodedRecoveryKey =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly badGroups: readonly number[] };

const isGood = (group: string, index: number): boolean => {
  const symbols = [...group].map((symbol) => ALPHABET.indexOf(symbol));
  return (
    symbols.length === GROUP_SYMBOLS &&
    !symbols.includes(-1) &&
    symbols[DATA_SYMBOLS] === checkSymbol(symbols.slice(0, DATA_SYMBOLS), index)
  );
};

const splitGroups = (text: string): string[] => {
  const joined = [...normalizeGroup(text)];
  const typed = text
    .split(/[^\p{L}\p{N}]+/u)
    .map(normalizeGroup)
    .filter((group) => group !== '');
  // With a symbol too many or too few, the gaps that were typed tell which group it is.
  if (joined.length !== GROUPS * GROUP_SYMBOLS && typed.length === GROUPS) return typed;
  return Array.from({ length: GROUPS }, (_, index) => {
    const end = index === GROUPS - 1 ? joined.length : (index + 1) * GROUP_SYMBOLS;
    return joined.slice(index * GROUP_SYMBOLS, end).join('');
  });
};

/** Reads a recovery key as typed: without regard to case, spaces, hyphens or other marks, O as 0, I and L as 1. */
export const decodeRecoveryKey = (text: string): DecodedRecoveryKey => {
  const groups = splitGroups(text);
  const badGroups = groups.flatMap((group, index) => (isGood(group, index) ? [] : [index]));
  if (badGroups.length > 0) return { ok: false, badGroups };
  const symbols = groups.flatMap((group) =>
    [...group].slice(0, DATA_SYMBOLS).map((symbol) => ALPHABET.indexOf(symbol)),
  );
  return { ok: true, bytes: toBytes(symbols) };
};
