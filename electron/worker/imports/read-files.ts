import { badRow, type ImportedRow, type Place, reasonOf } from './imported';
import { type JsonPart, jsonParts, jsonValueAt, parsePart } from './json-parts';
import { MAX_TEXT_BYTES, type Source } from './source';
import { textOfBytes } from './text-of-bytes';

/** A file of text, or the row that says why it could not be read. */
export type ReadFile = { readonly file: string; readonly text: string } | { readonly bad: ImportedRow };

const readText = async (source: Source, file: string): Promise<ReadFile> => {
  try {
    return { file, text: textOfBytes(await source.read(file, { bytes: MAX_TEXT_BYTES })) };
  } catch (error) {
    return { bad: badRow({ file, line: 1 }, reasonOf(error)) };
  }
};

/** The texts of these files of a source, one after the other, each in memory only while it is looked at. */
export const readFiles = async function* (source: Source, files: readonly string[]): AsyncGenerator<ReadFile> {
  for (const file of files) yield await readText(source, file);
};

/** Where the entries of an export begin: the value of "entries", the list itself, or -1. */
export const entriesAt = (text: string): number => {
  if (/^\s*\[/.test(text)) return 0;
  return jsonValueAt(text, 'entries');
};

/** One entry of a JSON export, parsed. */
export type JsonEntry = { readonly key: string | null; readonly value: object; readonly where: Place };

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readPart = (
  { key, text }: JsonPart,
  where: Place,
  read: (entry: JsonEntry) => readonly ImportedRow[],
): readonly ImportedRow[] => {
  const value = parsePart(text);
  return isObject(value) ? read({ key, value, where }) : [badRow(where, 'bad-json')];
};

/** The rows of the entries of a JSON export: `line` counts them. An entry that is broken is told and the next one read. */
export const readJsonText = function* (
  { file, text }: { readonly file: string; readonly text: string },
  read: (entry: JsonEntry) => readonly ImportedRow[],
): Generator<ImportedRow> {
  const at = entriesAt(text);
  if (at < 0) {
    yield badRow({ file, line: 1 }, 'bad-json');
    return;
  }
  let line = 0;
  for (const part of jsonParts(text, at)) {
    line += 1;
    yield* readPart(part, { file, line }, read);
  }
};
