/**
 * The text of a file: UTF-8, or UTF-16 where its byte-order mark says so, without the mark, every line break as "\n". Bytes
 * that are no text become U+FFFD.
 */
export const textOfBytes = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const text = new TextDecoder(wide ?? 'utf-8').decode(bytes);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
};
