/** Where the words of an XWD header lie that are needed here; each is 32 bits, big-endian. */
const header = { size: 0, byteOrder: 28, colours: 76 };

const bytesPerColour = 12;

/**
 * Counts the pixels of one colour (0xRRGGBB) on a screen in the XWD format, version 7, with 32 bits a pixel.
 * @param {Buffer} screen
 * @param {number} colour
 */
export function countPixels(screen, colour) {
  if (screen.length < 100) return 0;
  const start = screen.readUInt32BE(header.size) + bytesPerColour * screen.readUInt32BE(header.colours);
  const littleEndian = screen.readUInt32BE(header.byteOrder) === 0;
  let count = 0;
  for (let at = start; at + 4 <= screen.length; at += 4) {
    const pixel = littleEndian ? screen.readUInt32LE(at) : screen.readUInt32BE(at);
    if ((pixel & 0xffffff) === colour) count += 1;
  }
  return count;
}
