/** How far a code of 257 to 285 reaches at least, and how many bits more tell by how much (RFC 1951, 3.2.5). */
const lengthBase = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const distanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
/** The order in which the lengths of the code for lengths are written (RFC 1951, 3.2.7). */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MAX_BITS = 15;
const END_OF_BLOCK = 256;

/** A canonical Huffman code: how many symbols have each length, and the symbols in the order of their codes. */
type Code = { readonly counts: Uint16Array; readonly symbols: Uint16Array };

type Source = { readonly bytes: Uint8Array; at: number; buffer: number; held: number };
type Target = { bytes: Uint8Array; length: number; readonly limit: number };

/** The next bits, the least significant first; -1 past the end. */
const readBits = (source: Source, count: number): number => {
  while (source.held < count) {
    const byte = source.bytes[source.at];
    if (byte === undefined) return -1;
    source.buffer |= byte << source.held;
    source.at += 1;
    source.held += 8;
  }
  const bits = source.buffer & ((1 << count) - 1);
  source.buffer >>>= count;
  source.held -= count;
  return bits;
};

/** The code of these lengths, or null where more codes are given out than there are. */
const makeCode = (lengths: readonly number[]): Code | null => {
  const counts = new Uint16Array(MAX_BITS + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  const starts = [0, 0];
  let free = 1;
  for (let bits = 1; bits <= MAX_BITS; bits += 1) {
    const count = counts[bits] ?? 0;
    free = free * 2 - count;
    if (free < 0) return null;
    starts.push((starts[bits] ?? 0) + count);
  }
  const symbols = new Uint16Array(lengths.length);
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const place = starts[length] ?? 0;
    symbols[place] = symbol;
    starts[length] = place + 1;
  }
  return { counts, symbols };
};

/** The next symbol of the code; -1 past the end and where the code has none. */
const readSymbol = (source: Source, { counts, symbols }: Code): number => {
  let code = 0;
  let first = 0;
  let before = 0;
  for (let bits = 1; bits <= MAX_BITS; bits += 1) {
    const bit = readBits(source, 1);
    if (bit === -1) return -1;
    code |= bit;
    const count = counts[bits] ?? 0;
    if (code - first < count) return symbols[before + code - first] ?? -1;
    before += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return -1;
};

const makeRoom = (target: Target, more: number): boolean => {
  const needed = target.length + more;
  if (needed > target.limit) return false;
  if (needed > target.bytes.length) {
    const larger = new Uint8Array(Math.min(target.limit, Math.max(needed, target.bytes.length * 2)));
    larger.set(target.bytes);
    target.bytes = larger;
  }
  return true;
};

const readStored = (source: Source, target: Target): boolean => {
  source.at -= source.held >> 3;
  source.buffer = 0;
  source.held = 0;
  const length = readBits(source, 16);
  if (length === -1 || readBits(source, 16) !== (~length & 0xffff)) return false;
  if (source.at + length > source.bytes.length || !makeRoom(target, length)) return false;
  target.bytes.set(source.bytes.subarray(source.at, source.at + length), target.length);
  target.length += length;
  source.at += length;
  return true;
};

/** A base and the bits on top of it, -1 past the end and for a symbol that stands for nothing. */
const readAmount = (source: Source, base: number | undefined, bits: number | undefined): number => {
  const more = base === undefined || bits === undefined ? -1 : readBits(source, bits);
  return base === undefined || more === -1 ? -1 : base + more;
};

const copyBack = (source: Source, target: Target, symbols: { readonly length: number; readonly distances: Code }) => {
  const length = readAmount(source, lengthBase[symbols.length], lengthBits[symbols.length]);
  const symbol = length === -1 ? -1 : readSymbol(source, symbols.distances);
  const distance = readAmount(source, distanceBase[symbol], distanceBits[symbol]);
  if (distance === -1 || distance > target.length || !makeRoom(target, length)) return false;
  for (let step = 0; step < length; step += 1) {
    target.bytes[target.length] = target.bytes[target.length - distance] ?? 0;
    target.length += 1;
  }
  return true;
};

const readCompressed = (
  source: Source,
  target: Target,
  codes: { readonly literals: Code; readonly distances: Code },
) => {
  for (;;) {
    const symbol = readSymbol(source, codes.literals);
    if (symbol === END_OF_BLOCK) return true;
    if (symbol === -1) return false;
    if (symbol > END_OF_BLOCK) {
      if (!copyBack(source, target, { length: symbol - END_OF_BLOCK - 1, distances: codes.distances })) return false;
      continue;
    }
    if (!makeRoom(target, 1)) return false;
    target.bytes[target.length] = symbol;
    target.length += 1;
  }
};

/** The codes that every reader knows (RFC 1951, 3.2.6). */
const fixedCodes = {
  literals: makeCode(
    Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
  ),
  distances: makeCode(Array.from({ length: 30 }, () => 5)),
};

/** A length and how often it comes, from a symbol of the code for lengths (RFC 1951, 3.2.7); -1 times past the end. */
const readRun = (source: Source, symbol: number, last: number): readonly [length: number, times: number] => {
  if (symbol < 16) return [symbol, symbol === -1 ? -1 : 1];
  if (symbol === 16) return [last, last === -1 ? -1 : readAmount(source, 3, 2)];
  return [0, symbol === 17 ? readAmount(source, 3, 3) : readAmount(source, 11, 7)];
};

/** The lengths of both codes, one after the other, themselves written in a code; null when they make no sense. */
const readLengths = (source: Source, code: Code, total: number): number[] | null => {
  const lengths: number[] = [];
  while (lengths.length < total) {
    const [length, times] = readRun(source, readSymbol(source, code), lengths.at(-1) ?? -1);
    if (times === -1 || lengths.length + times > total) return null;
    for (let time = 0; time < times; time += 1) lengths.push(length);
  }
  return lengths;
};

const dynamicCodes = (source: Source) => {
  const counts = readBits(source, 14);
  if (counts === -1) return null;
  const literals = (counts & 31) + 257;
  const distances = ((counts >> 5) & 31) + 1;
  const own = Array.from({ length: 19 }, () => 0);
  for (const place of lengthOrder.slice(0, (counts >> 10) + 4)) {
    const length = readBits(source, 3);
    if (length === -1) return null;
    own[place] = length;
  }
  const code = makeCode(own);
  const lengths = code === null ? null : readLengths(source, code, literals + distances);
  if (lengths === null) return null;
  return { literals: makeCode(lengths.slice(0, literals)), distances: makeCode(lengths.slice(literals)) };
};

const readBlock = (source: Source, target: Target, kind: number): boolean => {
  if (kind === 0) return readStored(source, target);
  const codes = kind === 1 ? fixedCodes : kind === 2 ? dynamicCodes(source) : null;
  if (codes === null || codes.literals === null || codes.distances === null) return false;
  return readCompressed(source, target, { literals: codes.literals, distances: codes.distances });
};

/**
 * What deflated data (RFC 1951) holds, and how many bytes of it were read; null when it is damaged, cut off, or holds
 * more than `limit` bytes. Meant for small things: it takes the code one bit at a time.
 */
export const inflate = (deflated: Uint8Array, limit: number): { bytes: Uint8Array; read: number } | null => {
  const source: Source = { bytes: deflated, at: 0, buffer: 0, held: 0 };
  const target: Target = { bytes: new Uint8Array(Math.min(limit, 4096)), length: 0, limit };
  for (;;) {
    const header = readBits(source, 3);
    if (header === -1 || !readBlock(source, target, header >> 1)) return null;
    // At most seven bits are held beyond what was asked for, so the byte they came from has been begun.
    if (header & 1) return { bytes: target.bytes.slice(0, target.length), read: source.at - (source.held >> 3) };
  }
};
