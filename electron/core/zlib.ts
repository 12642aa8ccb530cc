import { inflate } from './inflate';
import { asBigEndian32, bigEndian16, bigEndian32 } from './read-bytes';

/** The largest prime below 2^16, and how many sums fit into 32 bits before a remainder must be taken (RFC 1950, 9). */
const MODULUS = 65521;
const SUMS = 5552;
const MAX_STORED = 0xffff;

const adler32 = (bytes: Uint8Array): number => {
  let low = 1;
  let high = 0;
  for (let at = 0; at < bytes.length; at += SUMS) {
    for (const byte of bytes.subarray(at, at + SUMS)) {
      low += byte;
      high += low;
    }
    low %= MODULUS;
    high %= MODULUS;
  }
  return high * 0x10000 + low;
};

/** What a zlib stream (RFC 1950) holds; null when it is damaged, cut off, or holds more than `limit` bytes. */
export const readZlib = (stream: Uint8Array, limit: number): Uint8Array | null => {
  const header = bigEndian16(stream, 0);
  if (header % 31 !== 0 || (header & 0x0f20) !== 0x0800) return null;
  const inflated = inflate(stream.subarray(2), limit);
  if (inflated === null || 2 + inflated.read + 4 > stream.length) return null;
  return bigEndian32(stream, 2 + inflated.read) === adler32(inflated.bytes) ? inflated.bytes : null;
};

/** The bytes as a zlib stream without compression, always the same for the same bytes. */
export const storeZlib = (bytes: Uint8Array): Uint8Array => {
  const blocks = Math.max(1, Math.ceil(bytes.length / MAX_STORED));
  const stream = new Uint8Array(2 + blocks * 5 + bytes.length + 4);
  stream.set([0x78, 0x01]);
  let at = 2;
  for (let block = 0; block < blocks; block += 1) {
    const part = bytes.subarray(block * MAX_STORED, (block + 1) * MAX_STORED);
    const size = part.length;
    stream.set([block === blocks - 1 ? 1 : 0, size & 0xff, size >> 8, ~size & 0xff, (~size >> 8) & 0xff], at);
    stream.set(part, at + 5);
    at += 5 + size;
  }
  stream.set(asBigEndian32(adler32(bytes)), at);
  return stream;
};
