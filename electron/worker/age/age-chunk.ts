/** Length of the text in a chunk of an age payload, in bytes; only the last may be shorter. */
export const CHUNK_BYTES = 64 * 1024;

/** Length of the tag behind each chunk, in bytes. */
export const TAG_BYTES = 16;

/** The nonce of a chunk (STREAM): an 11-byte big-endian counter, then 1 for the last chunk and 0 for every other. */
export const chunkNonce = (counter: number, last: boolean): Uint8Array => {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setBigUint64(3, BigInt(counter));
  nonce[11] = last ? 1 : 0;
  return nonce;
};
