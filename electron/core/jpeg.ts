import { type CleanedPicture, damaged, type PictureRefusal, unsupported } from './cleaned-picture';
import { type JpegHeader, newJpegHeader, noteApplicationSegment, writeJpegHeader } from './jpeg-header';
import { isHuffman, type JpegFrame, readFrame, readQuantization, readScanComponents } from './jpeg-tables';
import { type KeptBytes, keepBytes } from './kept-bytes';
import { bigEndian16 } from './read-bytes';

/** More scans than any encoder makes: each costs whoever shows the picture a walk over all of it. */
const MAX_SCANS = 500;

/** Markers of ITU-T T.81, table B.1. */
const END = 0xd9;
const SCAN = 0xda;
const shownFrames = new Set([0xc0, 0xc1, 0xc2]);
/** Lossless, hierarchical and arithmetic pictures, which browsers do not show. */
const otherFrames = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xde, 0xdf]);
const HUFFMAN = 0xc4;
const QUANTIZATION = 0xdb;
const RESTART_INTERVAL = 0xdd;
const NUMBER_OF_LINES = 0xdc;
const COMMENT = 0xfe;

type Walk = {
  readonly bytes: Uint8Array;
  readonly kept: KeptBytes;
  readonly header: JpegHeader;
  frame: JpegFrame | null;
  restartInterval: number;
  scans: number;
  readonly quantization: Set<number>;
  readonly scanned: Set<number>;
};

const isRestart = (code: number): boolean => code >= 0xd0 && code <= 0xd7;
const isApplication = (code: number): boolean => code >= 0xe0 && code <= 0xef;

/** Where the code of the marker at `at` lies, behind any fill; -1 where there is no marker. */
const findCode = (bytes: Uint8Array, at: number): number => {
  if (bytes[at] !== 0xff) return -1;
  let code = at + 1;
  while (bytes[code] === 0xff) code += 1;
  return code < bytes.length ? code : -1;
};

/** Where the first byte of the marker lies whose code is at `code`, before any fill. */
const endBeforeFill = (bytes: Uint8Array, code: number): number => {
  let end = code - 1;
  while (bytes[end - 1] === 0xff) end -= 1;
  return end;
};

/** Where the code of the next marker lies in entropy-coded data, stuffed bytes passed over; -1 at the end of the bytes. */
const findCodeInScan = (bytes: Uint8Array, from: number): number => {
  let at = from;
  for (;;) {
    while (at < bytes.length && bytes[at] !== 0xff) at += 1;
    if (bytes[at + 1] !== 0) return findCode(bytes, at);
    at += 2;
  }
};

/** Keeps the entropy-coded data that begins at `from`, without fill; where the code of the marker behind it lies, or -1. */
const keepScanData = ({ bytes, kept, restartInterval }: Walk, from: number): number => {
  let begun = from;
  for (let restarts = 0; ; restarts += 1) {
    const code = findCodeInScan(bytes, begun + (restarts === 0 ? 0 : 2));
    const value = bytes[code] ?? 0;
    if (value === 0) return -1;
    const end = endBeforeFill(bytes, code);
    // A scan without data, even where the byte before it looks like fill.
    if (end <= from) return -1;
    kept.keep(begun, end);
    if (!isRestart(value)) return code;
    if (restartInterval === 0 || value !== 0xd0 + (restarts % 8)) return -1;
    begun = code - 1;
  }
};

const takeFrame = (walk: Walk, segment: Uint8Array, code: number): PictureRefusal | null => {
  if (walk.frame !== null) return damaged;
  const frame = readFrame(segment, code);
  if ('ok' in frame) return frame;
  walk.frame = frame;
  return null;
};

const takeQuantization = (walk: Walk, segment: Uint8Array): PictureRefusal | null => {
  const tables = readQuantization(segment);
  for (const table of tables ?? []) walk.quantization.add(table);
  return tables === null ? damaged : null;
};

const takeScan = (walk: Walk, segment: Uint8Array): PictureRefusal | null => {
  const { frame } = walk;
  const components = frame === null ? null : readScanComponents(segment, frame);
  walk.scans += 1;
  if (frame === null || components === null || walk.scans > MAX_SCANS) return damaged;
  for (const id of components) {
    if (!walk.quantization.has(frame.components.get(id) ?? -1)) return damaged;
    walk.scanned.add(id);
  }
  return null;
};

const takeRestartInterval = (walk: Walk, segment: Uint8Array): PictureRefusal | null => {
  walk.restartInterval = bigEndian16(segment, 0);
  return segment.length === 2 ? null : damaged;
};

/** What is wrong with a segment that is kept, or null. */
const takeKept = (walk: Walk, code: number, segment: Uint8Array): PictureRefusal | null => {
  if (shownFrames.has(code)) return takeFrame(walk, segment, code);
  if (code === HUFFMAN) return isHuffman(segment) ? null : damaged;
  if (code === QUANTIZATION) return takeQuantization(walk, segment);
  if (code === RESTART_INTERVAL) return takeRestartInterval(walk, segment);
  if (code === SCAN) return takeScan(walk, segment);
  return otherFrames.has(code) ? unsupported('jpeg') : damaged;
};

/** Takes the segment whose marker's code lies at `at`; where the next code lies, or what is wrong. */
const takeSegment = (walk: Walk, at: number): number | PictureRefusal => {
  const { bytes, kept } = walk;
  const code = bytes[at] ?? 0;
  const end = at + 1 + bigEndian16(bytes, at + 1);
  if (end < at + 3 || end > bytes.length) return damaged;
  const segment = bytes.subarray(at + 3, end);
  if (isApplication(code)) {
    // Behind the first scan nobody looks for them.
    if (walk.scans === 0) noteApplicationSegment(walk.header, code, segment);
  } else if (code !== COMMENT && code !== NUMBER_OF_LINES) {
    const problem = takeKept(walk, code, segment);
    if (problem !== null) return problem;
    kept.keep(at - 1, end);
  }
  return code === SCAN ? keepScanData(walk, end) : findCode(bytes, end);
};

const finish = (walk: Walk): CleanedPicture | PictureRefusal => {
  const { frame, scanned, header, kept } = walk;
  if (frame === null || scanned.size !== frame.components.size) return damaged;
  kept.add([0xff, END]);
  return {
    ok: true,
    mediaType: 'image/jpeg',
    bytes: kept.finish(writeJpegHeader(header)),
    width: frame.width,
    height: frame.height,
    orientation: header.orientation ?? 1,
    animated: false,
  };
};

/**
 * A JPEG with its tables, frame, scans, JFIF, Adobe's number and colours, and nothing else: no other application data,
 * no comments, nothing behind its end (ITU-T T.81, annex B). The coded samples stay byte for byte as they are.
 */
export const cleanJpeg = (bytes: Uint8Array): CleanedPicture | PictureRefusal => {
  const walk: Walk = {
    bytes,
    kept: keepBytes(bytes),
    header: newJpegHeader(),
    frame: null,
    restartInterval: 0,
    scans: 0,
    quantization: new Set(),
    scanned: new Set(),
  };
  let at: number | PictureRefusal = findCode(bytes, 2);
  while (typeof at === 'number') {
    if (at === -1) return damaged;
    if (bytes[at] === END) return finish(walk);
    at = takeSegment(walk, at);
  }
  return at;
};
