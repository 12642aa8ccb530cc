/** Two bytes as a number, the most significant first; what lies past the end counts as 0. */
export const bigEndian16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Four bytes as a number from 0, the most significant first; what lies past the end counts as 0. */
export const bigEndian32 = (bytes: Uint8Array, at: number): number =>
  bigEndian16(bytes, at) * 0x10000 + bigEndian16(bytes, at + 2);

/** Two bytes as a number, the least significant first; what lies past the end counts as 0. */
export const littleEndian16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

/** Three bytes as a number, the least significant first; what lies past the end counts as 0. */
export const littleEndian24 = (bytes: Uint8Array, at: number): number =>
  littleEndian16(bytes, at) | ((bytes[at + 2] ?? 0) << 16);

/** Four bytes as a number from 0, the least significant first; what lies past the end counts as 0. */
export const littleEndian32 = (bytes: Uint8Array, at: number): number =>
  littleEndian16(bytes, at) + littleEndian16(bytes, at + 2) * 0x10000;

/** `length` bytes as characters of one byte each, fewer at the end. */
export const latin1 = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Four bytes as characters of one byte each; what lies past the end counts as 0. */
export const fourLetters = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);

/** Whether the characters of one byte each lie there. */
export const hasText = (bytes: Uint8Array, at: number, text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
};

/** The characters as bytes; each must have a code below 256. */
export const textBytes = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0) & 0xff);

/** A number below 2^16 as two bytes, the most significant first. */
export const asBigEndian16 = (value: number): number[] => [(value >>> 8) & 0xff, value & 0xff];

/** A number below 2^32 as four bytes, the most significant first. */
export const asBigEndian32 = (value: number): number[] => [
  ...asBigEndian16(Math.floor(value / 0x10000)),
  ...asBigEndian16(value % 0x10000),
];

/** A number below 2^32 as four bytes, the least significant first. */
export const asLittleEndian32 = (value: number): number[] => asBigEndian32(value).reverse();
