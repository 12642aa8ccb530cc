import { asLittleEndian32, fourLetters, littleEndian32, textBytes } from './read-bytes';

/** A chunk of a RIFF file. */
export type RiffChunk = {
  readonly name: string;
  readonly from: number;
  readonly content: Uint8Array;
  /** Where the next one begins: sizes are made even by a zero. */
  readonly end: number;
};

const FRAMING = 8;

/** The chunk that begins at `from` and ends at `limit` at the latest; null when there is none (RFC 9649, 2.3). */
export const readRiffChunk = (bytes: Uint8Array, from: number, limit: number): RiffChunk | null => {
  const size = littleEndian32(bytes, from + 4);
  const end = from + FRAMING + size + (size % 2);
  if (from + FRAMING > limit || end > limit) return null;
  return { name: fourLetters(bytes, from), from, content: bytes.subarray(from + FRAMING, from + FRAMING + size), end };
};

/** A chunk with its content, made even. */
export const writeRiffChunk = (name: string, content: ArrayLike<number>): Uint8Array => {
  const chunk = new Uint8Array(FRAMING + content.length + (content.length % 2));
  chunk.set([...textBytes(name), ...asLittleEndian32(content.length)]);
  chunk.set(content, FRAMING);
  return chunk;
};
