import { bigEndian16, bigEndian32, fourLetters } from './read-bytes';

const MAX_CURVE = 65536;
/** Numbers of 16.16 bits in a parametric curve, by its kind (ICC.1:2022, 10.18). */
const parameters = [1, 3, 4, 5, 7];
const MAX_TABLE_ENTRIES = 4096;

/** How long a table of colours is, without what may lie behind it (ICC.1:2022, 10.10 and 10.11); -1 when it is none. */
const lookUpSize = (value: Uint8Array, inputs: number): number => {
  const [given = 0, outputs = 0, grid = 0] = value.subarray(8, 11);
  if (given !== inputs || outputs !== 3 || grid < 2) return -1;
  const cells = grid ** inputs * outputs;
  if (fourLetters(value, 0) === 'mft1') return 48 + 256 * inputs + cells + 256 * outputs;
  const before = bigEndian16(value, 48);
  const after = bigEndian16(value, 50);
  if (before < 2 || before > MAX_TABLE_ENTRIES || after < 2 || after > MAX_TABLE_ENTRIES) return -1;
  return 52 + 2 * (before * inputs + cells + after * outputs);
};

const curveSize = (value: Uint8Array): number => {
  if (fourLetters(value, 0) === 'curv') {
    const count = bigEndian32(value, 8);
    return count > MAX_CURVE ? -1 : 12 + 2 * count;
  }
  const count = parameters[bigEndian16(value, 8)];
  return fourLetters(value, 0) === 'para' && count !== undefined ? 12 + 4 * count : -1;
};

const fixedSize = (value: Uint8Array, type: string, size: number): number =>
  fourLetters(value, 0) === type ? size : -1;

const sizeOf = (name: string, value: Uint8Array, inputs: number): number => {
  if (name === 'wtpt' || name.endsWith('XYZ')) return fixedSize(value, 'XYZ ', 20);
  if (name === 'chad') return fixedSize(value, 'sf32', 44);
  if (name === 'cicp') return fixedSize(value, 'cicp', 12);
  if (name.endsWith('TRC')) return curveSize(value);
  const type = fourLetters(value, 0);
  return type === 'mft1' || type === 'mft2' ? lookUpSize(value, inputs) : -1;
};

/** Bytes that a value has and that mean nothing, by its type; they are set to zero. */
const unused = (type: string): readonly number[] => {
  if (type === 'para') return [4, 5, 6, 7, 10, 11];
  return type === 'mft1' || type === 'mft2' ? [4, 5, 6, 7, 11] : [4, 5, 6, 7];
};

/**
 * The value of a colour profile's tag without a byte that means nothing; null when it is cut off or of a type that is
 * not kept. `inputs` is how many channels the profile's colours have.
 */
export const readTagValue = (name: string, value: Uint8Array, inputs: number): Uint8Array | null => {
  const size = sizeOf(name, value, inputs);
  if (size === -1 || size > value.length) return null;
  const whole = value.slice(0, size);
  for (const at of unused(fourLetters(value, 0))) whole[at] = 0;
  return whole;
};
