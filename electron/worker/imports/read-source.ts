import type { ImportFormat } from '#core/import';
import { readDayOne } from './day-one';
import { readDayOneText } from './day-one-text';
import { readDaylio } from './daylio';
import type { ImportedRow, ReadOptions } from './imported';
import { readJrnlJson } from './jrnl-json';
import { readJrnlText } from './jrnl-text';
import { readMarkdownFiles } from './markdown-files';
import { readMiniDiarium, readMiniDiary } from './mini-diary';
import type { Source } from './source';

type Reader = (source: Source, options: ReadOptions) => AsyncGenerator<ImportedRow>;

const readers: Readonly<Record<ImportFormat, Reader>> = {
  'day-one': readDayOne,
  'day-one-text': readDayOneText,
  daylio: readDaylio,
  'jrnl-json': readJrnlJson,
  'jrnl-text': readJrnlText,
  'mini-diary': readMiniDiary,
  'mini-diarium': readMiniDiarium,
  markdown: readMarkdownFiles,
};

/**
 * What a source holds, one after the other: its records, and what could not be taken with its place and reason. Never fails
 * for what is in the source; its pictures can be read until it is closed.
 */
export const readSource = (source: Source, format: ImportFormat, options: ReadOptions): AsyncGenerator<ImportedRow> =>
  readers[format](source, options);
