import type { Document } from '#core/document';
import { type CsvRow, csvRows } from './csv-rows';
import { documentOfWords } from './document-parts';
import { htmlToDocument, isHtml } from './html-to-document';
import { badRow, type ImportedRow, type Place, type ReadOptions } from './imported';
import { makeRow } from './make-row';
import { momentOf, readMoment, type WrittenMoment } from './moment-words';
import { readFiles } from './read-files';
import { extensionOf, type Source } from './source';

/** The names of the columns of a Daylio export and where each stands, or null where a first row is none. */
export const daylioColumns = (cells: readonly string[]): ReadonlyMap<string, number> | null => {
  const columns = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const name = cell
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase();
    if (!columns.has(name)) columns.set(name, index);
  }
  const dated = columns.has('full_date') || (columns.has('year') && columns.has('date'));
  return dated && columns.has('mood') ? columns : null;
};

type Cells = { readonly [name: string]: string };

const cellsOf = (cells: readonly string[], columns: ReadonlyMap<string, number>): Cells => {
  const at = (name: string): string => cells[columns.get(name) ?? -1]?.trim() ?? '';
  const names = ['full_date', 'year', 'date', 'time', 'mood', 'activities', 'note_title', 'note'];
  return Object.fromEntries(names.map((name) => [name, at(name)]));
};

const dateOf = ({ full_date: full = '', date = '', year = '' }: Cells): string =>
  full === '' && date !== '' ? `${date} ${year}`.trim() : full;

const writtenOf = (cells: Cells): WrittenMoment | null => {
  const day = readMoment(dateOf(cells));
  if (day === null || !cells.time) return day;
  const clock = readMoment(`${day.day} ${cells.time}`);
  return clock;
};

const noteToDocument = (note: string): Document =>
  isHtml(note) ? htmlToDocument(note, () => 'as-words') : documentOfWords(note);

const readRow = (cells: Cells, where: Place, { zone }: ReadOptions): ImportedRow => {
  const { time = '', mood = '', activities = '', note_title: title = '', note = '' } = cells;
  const date = dateOf(cells);
  if (date === '') return badRow(where, 'no-date');
  const written = writtenOf(cells);
  return makeRow({
    where,
    source: 'daylio',
    written: [date, time, mood, activities, title, note],
    moment: written === null ? null : momentOf(written, zone),
    title,
    mood: mood === '' ? null : mood,
    activities: activities.split('|'),
    body: () => ({ document: noteToDocument(note) }),
  });
};

const readRows = function* (file: string, rows: Iterable<CsvRow>, options: ReadOptions): Generator<ImportedRow> {
  let columns: ReadonlyMap<string, number> | null = null;
  for (const { line, cells } of rows) {
    if (cells === null) yield badRow({ file, line }, 'bad-csv');
    else if (columns !== null) yield readRow(cellsOf(cells, columns), { file, line }, options);
    else {
      columns = daylioColumns(cells);
      if (columns === null) {
        yield badRow({ file, line }, 'bad-csv');
        return;
      }
    }
  }
};

/**
 * The rows of Daylio's CSV export; moods and activities by the person's own names, whatever they are. Format: a first row of
 * names, `full_date,date,weekday,time,mood,activities,note_title,note` with `scales` between in newer ones, or, in older
 * ones, `year,date,weekday,time,mood,activities,note`; `full_date` as 2021-09-28, `time` as the phone shows it, activities
 * between " | ", notes in plain words or simple HTML; after MichaelCurrin/daylio-csv-parser, docs/csv-format.md and
 * docs/usage.md.
 */
export const readDaylio = async function* (source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const files = source.files.filter((file) => file === '' || extensionOf(file) === 'csv');
  for await (const found of readFiles(source, files)) {
    if ('bad' in found) yield found.bad;
    else yield* readRows(found.file, csvRows(found.text), options);
  }
};
