import { USABLE_BYTES } from './page-cipher';
import type { PageSource } from './page-source';

// The file format of SQLite (sqlite.org/fileformat2.html), as far as rows go. Whatever does not fit it is no row.

/** A value as it is stored. */
export type Value = string | number | null | Uint8Array<ArrayBuffer>;

/** A row: its number, null where the table has none, and its columns. */
export type Row = { readonly rowid: number | null; readonly values: readonly Value[] };

/** What a page of a b-tree holds: rows, and the pages below it. `lost` are rows that go on on a page that cannot be read. */
export type TreePage = {
  readonly kind: 'table' | 'index';
  readonly rows: readonly Row[];
  readonly lost: readonly (number | null)[];
  readonly children: readonly number[];
};

const TABLE_LEAF = 0x0d;
const TABLE_INTERIOR = 0x05;
const INDEX_LEAF = 0x0a;
const INDEX_INTERIOR = 0x02;
const FILE_HEADER = 100;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const badly = (): RangeError => new RangeError('not a row');

/** A variable-length integer, and where the next byte stands. Row numbers are below 2^53 wherever Ebb makes them. */
const varint = (bytes: Buffer, at: number): readonly [value: number, next: number] => {
  let value = 0n;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) throw badly();
    if (index === 8) return [Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), at + 9];
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return [Number(value), at + index + 1];
  }
  throw badly();
};

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8] as const;

const integerOf = (bytes: Buffer): number =>
  bytes.length === 8 ? Number(bytes.readBigInt64BE()) : bytes.readIntBE(0, bytes.length);

const lengthOf = (type: number): number => {
  if (type >= 12) return Math.floor((type - 12) / 2);
  if (type === 10 || type === 11) throw badly();
  return type === 7 ? 8 : (INTEGER_BYTES[type] ?? 0);
};

const decoded = (type: number, bytes: Buffer): Value => {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 7) return bytes.readDoubleBE();
  if (type < 7) return integerOf(bytes);
  return type % 2 === 0 ? Uint8Array.from(bytes) : utf8.decode(bytes);
};

const valuesOf = (record: Buffer): Value[] => {
  const [headerEnd, first] = varint(record, 0);
  const values: Value[] = [];
  let body = headerEnd;
  for (let at = first; at < headerEnd; ) {
    const [type, next] = varint(record, at);
    const end = body + lengthOf(type);
    if (end > record.length) throw badly();
    values.push(decoded(type, record.subarray(body, end)));
    body = end;
    at = next;
  }
  return values;
};

/** How many bytes of a record stand on its own page. */
const localBytes = (length: number, isTable: boolean): number => {
  const most = isTable ? USABLE_BYTES - 35 : Math.floor(((USABLE_BYTES - 12) * 64) / 255) - 23;
  if (length <= most) return length;
  const least = Math.floor(((USABLE_BYTES - 12) * 32) / 255) - 23;
  const fitting = least + ((length - least) % (USABLE_BYTES - 4));
  return fitting <= most ? fitting : least;
};

/** The whole of a record, wherever it goes on; null where a page of it cannot be read. */
const wholeRecord = (source: PageSource, page: Buffer, at: number, length: number, isTable: boolean): Buffer | null => {
  const local = localBytes(length, isTable);
  if (at + local > USABLE_BYTES) throw badly();
  const parts = [page.subarray(at, at + local)];
  let left = length - local;
  let next = left > 0 ? page.readUInt32BE(at + local) : 0;
  while (left > 0) {
    const overflow = next > 0 && next <= source.pages ? source.read(next) : null;
    if (overflow === null) return null;
    const part = overflow.subarray(4, Math.min(USABLE_BYTES, 4 + left));
    parts.push(part);
    left -= part.length;
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
};

type Cell = { readonly rowid: number | null; readonly row: Row | null };

const cellAt = (source: PageSource, page: Buffer, at: number, isTable: boolean): Cell => {
  const [length, afterLength] = varint(page, at);
  const [rowid, start] = isTable ? varint(page, afterLength) : [null, afterLength];
  const record = wholeRecord(source, page, start, length, isTable);
  return { rowid, row: record === null ? null : { rowid, values: valuesOf(record) } };
};

/** Where the cells of a page begin. */
const cellStarts = (page: Buffer, header: number, isInterior: boolean): number[] => {
  const count = page.readUInt16BE(header + 3);
  const first = header + (isInterior ? 12 : 8);
  if (first + 2 * count > USABLE_BYTES) throw badly();
  return Array.from({ length: count }, (_, index) => page.readUInt16BE(first + 2 * index));
};

const parse = (source: PageSource, number: number, page: Buffer): TreePage | null => {
  const header = number === 1 ? FILE_HEADER : 0;
  const type = page[header];
  const isTable = type === TABLE_LEAF || type === TABLE_INTERIOR;
  const isInterior = type === TABLE_INTERIOR || type === INDEX_INTERIOR;
  if (!isTable && !isInterior && type !== INDEX_LEAF) return null;
  const starts = cellStarts(page, header, isInterior);
  const children = isInterior ? [...starts.map((at) => page.readUInt32BE(at)), page.readUInt32BE(header + 8)] : [];
  // An inner page of a table holds numbers only; that of an index holds rows as well.
  const cells =
    type === TABLE_INTERIOR ? [] : starts.map((at) => cellAt(source, page, isInterior ? at + 4 : at, isTable));
  return {
    kind: isTable ? 'table' : 'index',
    rows: cells.flatMap(({ row }) => (row === null ? [] : [row])),
    lost: cells.flatMap(({ row, rowid }) => (row === null ? [rowid] : [])),
    children,
  };
};

/** What stands on a page of a b-tree; null where it cannot be read or is none. */
export const readTreePage = (source: PageSource, number: number): TreePage | null => {
  if (number < 1 || number > source.pages) return null;
  const page = source.read(number);
  if (page === null) return null;
  try {
    return parse(source, number, page);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
};
