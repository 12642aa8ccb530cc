import { readSync } from 'node:fs';
import { PAGE_BYTES } from './page-cipher';

const LOG_HEADER = 32;
const FRAME_HEADER = 24;
const MAGIC = 0x377f0682;

/** The newest pages that a write-ahead log holds: where each lies in it, and how many pages the database has then. */
export type LogPages = { readonly at: ReadonlyMap<number, number>; readonly pages: number | null };

const none: LogPages = { at: new Map(), pages: null };

type Sums = readonly [number, number];

/** SQLite's own checksum, going on from `sums`; `isBig` says in which order the bytes of a word count. */
const addSums = (bytes: Buffer, [one, other]: Sums, isBig: boolean): Sums => {
  let [a, b] = [one, other];
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
};

const saysSo = (bytes: Buffer, at: number, [a, b]: Sums): boolean =>
  bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b;

const readAt = (handle: number, at: number, length: number): Buffer | null => {
  const bytes = Buffer.alloc(length);
  return readSync(handle, bytes, 0, length, at) === length ? bytes : null;
};

/**
 * What of a write-ahead log counts: every frame up to the last commit before the first one that is not whole, as SQLite
 * has it. What comes after may belong to pages that are lost, and mixed pages would mix words.
 */
export const readLog = (handle: number): LogPages => {
  const head = readAt(handle, 0, LOG_HEADER);
  if (head === null || (head.readUInt32BE(0) & ~1) >>> 0 !== MAGIC || head.readUInt32BE(8) !== PAGE_BYTES) return none;
  const isBig = (head.readUInt32BE(0) & 1) === 1;
  let sums = addSums(head.subarray(0, 24), [0, 0], isBig);
  if (!saysSo(head, 24, sums)) return none;
  let counted: LogPages = none;
  const seen = new Map<number, number>();
  for (let at = LOG_HEADER; ; at += FRAME_HEADER + PAGE_BYTES) {
    const frame = readAt(handle, at, FRAME_HEADER + PAGE_BYTES);
    if (frame === null || !frame.subarray(8, 16).equals(head.subarray(16, 24))) return counted;
    sums = addSums(frame.subarray(FRAME_HEADER), addSums(frame.subarray(0, 8), sums, isBig), isBig);
    if (!saysSo(frame, 16, sums)) return counted;
    seen.set(frame.readUInt32BE(0), at + FRAME_HEADER);
    const pages = frame.readUInt32BE(4);
    if (pages > 0) counted = { at: new Map(seen), pages };
  }
};
