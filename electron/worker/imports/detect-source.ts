import { AppError } from '#core/errors';
import type { ImportFormat } from '#core/import';
import { csvRows } from './csv-rows';
import { DAY_ONE_DATE } from './day-one-text';
import { daylioColumns } from './daylio';
import { ImportProblem } from './imported';
import { jrnlDate } from './jrnl-text';
import { type JsonPart, jsonParts, parsePart } from './json-parts';
import { isMarkdown } from './markdown-files';
import { dateOfNote } from './note-date';
import { entriesAt } from './read-files';
import { extensionOf, MAX_TEXT_BYTES, type Source } from './source';
import { textOfBytes } from './text-of-bytes';

/** What a file is: a format, `empty` (a journal without entries, or nothing at all), or null for anything else. */
type Verdict = ImportFormat | 'empty' | null;

const HEAD_BYTES = 1024 * 1024;
/** How many files of a folder are looked into. */
const MAX_LOOKS = 50;

const namesOf = (text: string): ReadonlySet<string> => {
  const value = parsePart(text);
  return new Set(typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []);
};

const formatOfEntry = (names: ReadonlySet<string>): ImportFormat | null => {
  if (names.has('creationDate')) return 'day-one';
  if (names.has('date') && names.has('time') && (names.has('body') || names.has('starred'))) return 'jrnl-json';
  return names.has('date') && names.has('text') ? 'mini-diarium' : null;
};

const formatOfPart = ({ key, text }: JsonPart): ImportFormat | null =>
  key === null
    ? formatOfEntry(namesOf(text))
    : /^\d{4}-\d{2}-\d{2}$/.test(key) && namesOf(text).has('text')
      ? 'mini-diary'
      : null;

const verdictOfJson = (text: string): Verdict => {
  const at = entriesAt(text);
  if (at < 0) return formatOfEntry(namesOf(text)) === 'jrnl-json' ? 'jrnl-json' : null;
  let seen = 0;
  for (const part of jsonParts(text, at)) {
    const format = formatOfPart(part);
    seen += 1;
    if (format !== null) return format;
    if (seen === MAX_LOOKS) return null;
  }
  return seen === 0 && /^[[{]$/.test(text.charAt(at === 0 ? text.search(/\S/) : at)) ? 'empty' : null;
};

const verdictOfText = (text: string): Verdict => {
  const [first] = csvRows(text.slice(0, 20_000));
  if (first?.cells && daylioColumns(first.cells) !== null) return 'daylio';
  if (DAY_ONE_DATE.test(text)) return 'day-one-text';
  return text.split('\n', 5000).some((line) => jrnlDate(line) !== null) ? 'jrnl-text' : null;
};

const verdictOf = (text: string): Verdict => {
  if (text.trim() === '') return 'empty';
  return /^\s*[{[](?!\d)/.test(text) ? (verdictOfJson(text) ?? verdictOfText(text)) : verdictOfText(text);
};

const CODES = { 'too-large': 'IMPORT_TOO_LARGE', locked: 'IMPORT_ENCRYPTED' } as const;

const toAppError = (error: unknown): unknown => {
  if (!(error instanceof ImportProblem)) return error;
  const { reason } = error;
  const code = reason === 'too-large' || reason === 'locked' ? CODES[reason] : 'IMPORT_DAMAGED';
  return new AppError(code, { cause: error });
};

/** A first look at the beginning; the whole only where that says nothing because it breaks off within the first entry. */
const look = async (source: Source, file: string): Promise<Verdict> => {
  try {
    const head = await source.read(file, { bytes: HEAD_BYTES, head: true });
    const verdict = verdictOf(textOfBytes(head));
    if (verdict !== null || head.length < HEAD_BYTES) return verdict;
    return verdictOf(textOfBytes(await source.read(file, { bytes: MAX_TEXT_BYTES })));
  } catch (error) {
    throw toAppError(error);
  }
};

const single = async (source: Source): Promise<ImportFormat> => {
  const verdict = await look(source, '');
  if (verdict === 'empty') throw new AppError('IMPORT_EMPTY');
  if (verdict !== null && !(verdict === 'jrnl-text' && isMarkdown(source.name))) return verdict;
  if (isMarkdown(source.name)) return 'markdown';
  throw new AppError('IMPORT_UNKNOWN');
};

const depthOf = (file: string): number => file.split('/').length;

const several = async (source: Source): Promise<ImportFormat> => {
  const likely = source.files.filter((file) => ['json', 'csv', 'txt'].includes(extensionOf(file)));
  const notes = source.files.filter(isMarkdown);
  let empty = source.files.length === 0;
  // Exports lie at the top; what a vault holds besides its notes lies deeper.
  const looked = likely.sort((one, other) => depthOf(one) - depthOf(other)).slice(0, MAX_LOOKS);
  // Dated notes are a journal, whatever else lies among them.
  const dated = notes.some((file) => dateOfNote(file.replace(/\.[a-z]+$/i, '')).written !== null);
  for (const file of dated ? [] : looked) {
    const verdict = await look(source, file);
    if (verdict !== null && verdict !== 'empty') return verdict;
    empty ||= verdict === 'empty';
  }
  if (notes.length > 0) return 'markdown';
  throw new AppError(empty ? 'IMPORT_EMPTY' : 'IMPORT_UNKNOWN');
};

/**
 * Which journal's export a source is, by what is in it. Fails with IMPORT_UNKNOWN, IMPORT_EMPTY (a journal without entries),
 * IMPORT_TOO_LARGE, IMPORT_ENCRYPTED, IMPORT_DAMAGED.
 */
export const detectSource = (source: Source): Promise<ImportFormat> =>
  source.files.length === 1 && source.files[0] === '' ? single(source) : several(source);
