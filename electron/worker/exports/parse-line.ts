import { AppError } from '#core/errors';
import { EXPORT_VERSION, type ExportEnd, exportEnd, exportLine } from '#core/export-line';
import { type ExportManifest, exportManifest } from '#core/export-manifest';
import type { ExportRecord } from './thread-messages';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const damaged = (cause?: unknown): AppError => new AppError('EXPORT_DAMAGED', { cause });

/** A line as JSON; fails with EXPORT_DAMAGED when it is not UTF-8 or not JSON. */
export const parseJsonLine = (line: Uint8Array): unknown => {
  try {
    return JSON.parse(utf8.decode(line)) as unknown;
  } catch (error) {
    throw damaged(error);
  }
};

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? (value as Readonly<Record<string, unknown>>)[field]
    : undefined;

/** The first line; fails with NOT_AN_EXPORT (some other file under the passphrase), EXPORT_NEWER, EXPORT_DAMAGED. */
export const parseManifest = (line: Uint8Array): ExportManifest => {
  let value: unknown;
  try {
    value = parseJsonLine(line);
  } catch (error) {
    throw new AppError('NOT_AN_EXPORT', { cause: error });
  }
  if (fieldOf(value, 'format') !== 'ebb-export') throw new AppError('NOT_AN_EXPORT');
  const version = fieldOf(value, 'version');
  if (typeof version === 'number' && version > EXPORT_VERSION) throw new AppError('EXPORT_NEWER');
  const parsed = exportManifest.safeParse(value);
  if (!parsed.success) throw damaged(parsed.error);
  return parsed.data;
};

/** The bytes of a base64 text in a buffer of their own, so that they can be handed to another thread. */
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = Buffer.from(new ArrayBuffer(Math.max(0, Math.floor(text.length / 4) * 3 - padding)));
  // Node reads over what is no base64 and takes another alphabet too; here there is one spelling only.
  const whole = text.length % 4 === 0 && bytes.write(text, 'base64') === bytes.length && !/[-_]/.test(text);
  const end = bytes.subarray(Math.max(0, Math.ceil(bytes.length / 3) - 1) * 3);
  if (!whole || end.toString('base64') !== text.slice(-4)) throw damaged();
  return bytes as Uint8Array<ArrayBuffer>;
};

const toRecord = (value: unknown): ExportRecord => {
  const line = exportLine.parse(value);
  if (line.type === 'attachment-piece') return { ...line, bytes: fromBase64(line.bytes) };
  if (line.type !== 'attachment') return line;
  return { ...line, thumbnail: line.thumbnail === null ? null : fromBase64(line.thumbnail) };
};

/**
 * A line after the first: a record, or the end. Fails with EXPORT_DAMAGED for anything that the format does not know,
 * unknown types and fields included: nothing is dropped unseen, and a later Ebb that adds one raises the version.
 */
export const parseLine = (line: Uint8Array): ExportRecord | ExportEnd => {
  const value = parseJsonLine(line);
  try {
    return fieldOf(value, 'type') === 'end' ? exportEnd.parse(value) : toRecord(value);
  } catch (error) {
    // A schema's complaint, or a RangeError from lines made to overflow something.
    throw damaged(error);
  }
};
