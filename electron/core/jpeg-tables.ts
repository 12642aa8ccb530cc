import { damaged, findSizeProblem, type PictureRefusal, unsupported } from './cleaned-picture';
import { bigEndian16 } from './read-bytes';

/** What a picture's frame header says. */
export type JpegFrame = {
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  /** Which table of quantization each component uses, by the component's number. */
  readonly components: ReadonlyMap<number, number>;
};

const PROGRESSIVE = 0xc2;

const readComponents = (segment: Uint8Array, count: number): Map<number, number> | null => {
  const components = new Map<number, number>();
  for (let at = 6; at < 6 + count * 3; at += 3) {
    const [id = 0, sampling = 0, table = 0] = segment.subarray(at, at + 3);
    const across = sampling >> 4;
    const down = sampling & 15;
    if (across < 1 || across > 4 || down < 1 || down > 4 || table > 3 || components.has(id)) return null;
    components.set(id, table);
  }
  return components;
};

/** The frame header in a segment's content (ITU-T T.81, B.2.2); of the kinds that browsers show. */
export const readFrame = (segment: Uint8Array, marker: number): JpegFrame | PictureRefusal => {
  const [precision = 0] = segment;
  const height = bigEndian16(segment, 1);
  const width = bigEndian16(segment, 3);
  const count = segment[5] ?? 0;
  if (segment.length !== 6 + count * 3) return damaged;
  const problem = findSizeProblem(width, height);
  if (problem !== null) return problem;
  if (precision !== 8 || ![1, 3, 4].includes(count)) return unsupported('jpeg');
  const components = readComponents(segment, count);
  return components === null ? damaged : { width, height, progressive: marker === PROGRESSIVE, components };
};

/** The numbers of the quantization tables in a segment's content (T.81, B.2.4.1); null when it is damaged. */
export const readQuantization = (segment: Uint8Array): number[] | null => {
  const tables: number[] = [];
  let at = 0;
  while (at < segment.length) {
    const kind = segment[at] ?? 0;
    if (kind >> 4 > 1 || (kind & 15) > 3) return null;
    tables.push(kind & 15);
    at += 1 + 64 * ((kind >> 4) + 1);
  }
  return at === segment.length && tables.length > 0 ? tables : null;
};

/** Whether a segment's content is a list of Huffman tables and nothing else (T.81, B.2.4.2). */
export const isHuffman = (segment: Uint8Array): boolean => {
  let at = 0;
  while (at < segment.length) {
    const kind = segment[at] ?? 0;
    if (kind >> 4 > 1 || (kind & 15) > 3 || at + 17 > segment.length) return false;
    const symbols = segment.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
    if (symbols > 256) return false;
    at += 17 + symbols;
  }
  return at === segment.length && at > 0;
};

const isSpectrum = (segment: Uint8Array, at: number, progressive: boolean): boolean => {
  const [first = 0, last = 0, approximation = 0] = segment.subarray(at, at + 3);
  if (first > 63 || last > 63) return false;
  return !progressive || (first <= last && approximation >> 4 <= 13 && (approximation & 15) <= 13);
};

/** The components in a scan header's content (T.81, B.2.3); null when it is damaged or does not fit the frame. */
export const readScanComponents = (segment: Uint8Array, frame: JpegFrame): number[] | null => {
  const count = segment[0] ?? 0;
  if (count < 1 || count > 4 || segment.length !== 4 + count * 2) return null;
  const components: number[] = [];
  for (let at = 1; at < 1 + count * 2; at += 2) {
    const [id = 0, tables = 0] = segment.subarray(at, at + 2);
    if (!frame.components.has(id) || components.includes(id) || tables >> 4 > 3 || (tables & 15) > 3) return null;
    components.push(id);
  }
  return isSpectrum(segment, 1 + count * 2, frame.progressive) ? components : null;
};
