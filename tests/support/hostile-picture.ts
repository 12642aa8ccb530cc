import type { PicturePart } from './picture-parts';

/** Bytes that someone might hand over as a picture, and what is to come of them: a refusal, or a picture with nothing else in it. */
export type HostilePicture = {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly becomes: 'not-a-picture' | 'unsupported' | 'damaged' | 'too-large' | 'cleaned';
};

/** Bytes, numbers and characters of one byte each, one after the other. */
export const join = (...parts: readonly (Uint8Array | readonly number[] | string)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))),
  );
/** A number as two bytes, the most significant first. */
export const u16 = (value: number): number[] => [(value >> 8) & 255, value & 255];
/** A number as four bytes, the most significant first. */
export const u32 = (value: number): number[] => [...u16(Math.floor(value / 65536)), ...u16(value % 65536)];
/** A number as two bytes, the least significant first. */
export const le16 = (value: number): number[] => u16(value).reverse();
/** A number as three bytes, the least significant first. */
export const le24 = (value: number): number[] => u32(value).reverse().slice(0, 3);
/** A number as four bytes, the least significant first. */
export const le32 = (value: number): number[] => u32(value).reverse();
/** The same bytes again and again. */
export const repeat = (part: Uint8Array, times: number): Uint8Array =>
  new Uint8Array(Buffer.concat(Array.from({ length: times }, () => part)));

/** What must run nowhere, and be in no picture that was taken in. */
export const script = '<script>alert(1)</script>';

/** The parts of a picture with some of them changed, left out or doubled. */
const rebuild = (parts: readonly PicturePart[], change: (part: PicturePart, index: number) => readonly Uint8Array[]) =>
  join(...parts.flatMap(change));
/** A picture without its parts of a name. */
export const without = (parts: readonly PicturePart[], name: string) =>
  rebuild(parts, (part) => (part.name === name ? [] : [part.bytes]));
/** A picture with more before its first part of a name. */
export const before = (parts: readonly PicturePart[], name: string, ...more: readonly Uint8Array[]) => {
  const first = parts.findIndex((part) => part.name === name);
  return rebuild(parts, (part, index) => (index === first ? [...more, part.bytes] : [part.bytes]));
};
/** A picture with other bytes for its parts of a name. */
export const replaced = (parts: readonly PicturePart[], name: string, make: (bytes: Buffer) => Uint8Array) =>
  rebuild(parts, (part) => [part.name === name ? make(Buffer.from(part.bytes)) : part.bytes]);
/** A picture whose parts of a name were changed in place. */
export const edited = (parts: readonly PicturePart[], name: string, edit: (bytes: Buffer) => void) =>
  replaced(parts, name, (bytes) => {
    edit(bytes);
    return bytes;
  });
/** The first part of a name. */
export const partOf = (parts: readonly PicturePart[], name: string): Uint8Array =>
  parts.find((part) => part.name === name)?.bytes ?? new Uint8Array();

/** Hostile pictures of one kind. */
export const hostile = (
  kind: string,
  all: readonly (readonly [what: string, bytes: Uint8Array, becomes: HostilePicture['becomes']])[],
): HostilePicture[] => all.map(([what, bytes, becomes]) => ({ what: `${kind}${what}`, bytes, becomes }));

/** The bytes with some of them set to others. */
export const edit = (bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array => {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
};
