import Papa from 'papaparse';

/** One row of a CSV file with the line it begins on; null where its quotation marks never close. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] | null };

const ROWS_AT_ONCE = 500;
/** How often a broken file may be gone through again, in its own lengths. */
const MAX_TURNS = 20;

const linesIn = (text: string): number => {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
};

const linesOf = (cells: readonly string[]): number => 1 + cells.reduce((lines, cell) => lines + linesIn(cell), 0);

type Parsed = { readonly rows: readonly (readonly string[])[]; readonly length: number; readonly unclosed: number };

const parse = (text: string, delimiter: string, preview: number): Parsed => {
  const { data, meta, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview, fastMode: false });
  const unclosed = errors.find(({ code }) => code === 'MissingQuotes')?.row ?? -1;
  return { rows: data, length: meta.cursor, unclosed };
};

/** What separates the cells of a first line. */
const delimiterOf = (line: string): string =>
  [',', ';', '\t'].reduce((best, mark) => (line.split(mark).length > line.split(best).length ? mark : best));

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && cells[0]?.trim() === '';

const numbered = function* (
  rows: Parsed['rows'],
  from: number,
): Generator<CsvRow & { readonly cells: readonly string[] }> {
  let line = from;
  for (const cells of rows) {
    yield { line, cells };
    line += linesOf(cells);
  }
};

/** Where the line after the row that is never closed begins, from the beginning of `rest`. */
const afterUnclosed = (rest: string, delimiter: string, unclosed: number): number => {
  const begun = unclosed === 0 ? 0 : parse(rest, delimiter, unclosed).length;
  const end = rest.indexOf('\n', begun);
  return end < 0 ? rest.length : end + 1;
};

/**
 * The rows of a CSV file, blank ones left out, cells separated by commas, semicolons or tabs. Where a quotation mark is never
 * closed, its row is told as broken and reading goes on behind its line; a file with very many of those ends there. RFC 4180.
 */
export const csvRows = function* (text: string): Generator<CsvRow> {
  const delimiter = delimiterOf(text.slice(0, 10_000).split('\n', 1)[0] ?? '');
  let budget = MAX_TURNS * text.length + 1_000_000;
  let line = 1;
  for (let rest = text; rest !== '' && budget > 0; ) {
    const { rows, length, unclosed } = parse(rest, delimiter, ROWS_AT_ONCE);
    const sound = unclosed < 0 ? rows : rows.slice(0, unclosed);
    for (const row of numbered(sound, line)) if (!isBlank(row.cells)) yield row;
    line += sound.reduce((lines, cells) => lines + linesOf(cells), 0);
    if (unclosed < 0) {
      rest = rest.slice(Math.max(1, length));
      continue;
    }
    yield { line, cells: null };
    budget -= rest.length;
    rest = rest.slice(afterUnclosed(rest, delimiter, unclosed));
    line += 1;
  }
};
