import { takeHeading } from './heading-title';
import { badRow, type ImportedRow, type Place, type ReadOptions } from './imported';
import { makeRow } from './make-row';
import { markdownToDocument } from './markdown-to-document';
import { momentOf, readMoment } from './moment-words';
import { readFiles } from './read-files';
import { extensionOf, type Source } from './source';

/** The line that begins an entry. */
export const DAY_ONE_DATE = /^\tDate:\t(.*)$/m;

const ABOUT = /^\t([A-Z][A-Za-z ]{0,30}):\t(.*)$/;
const MAX_TITLE = 100;

/** A short first line with a paragraph behind it is what Day One shows as the title. */
const splitTitle = (words: string): { readonly title: string; readonly rest: string } => {
  const [first = '', second, ...more] = words.split('\n');
  const isTitle = first.length <= MAX_TITLE && second?.trim() === '' && more.join('').trim() !== '';
  return isTitle && /^[\p{L}\p{N}]/u.test(first) ? { title: first, rest: more.join('\n') } : { title: '', rest: words };
};

const readEntry = (date: string, lines: readonly string[], where: Place, { zone }: ReadOptions): ImportedRow => {
  const begin = lines.findIndex((line) => !ABOUT.test(line));
  const about = lines.slice(0, begin < 0 ? lines.length : begin).map((line) => ABOUT.exec(line));
  const tags = about.find((found) => found?.[1] === 'Tags')?.[2]?.split(',') ?? [];
  const words = lines.slice(about.length).join('\n').trim();
  const written = readMoment(date);
  if (date.trim() === '') return badRow(where, 'no-date');
  const { title, rest } = splitTitle(words);
  const made = () => markdownToDocument(rest, () => 'as-words');
  const row = makeRow({
    where,
    source: 'day-one-text',
    written: [date, words],
    moment: written === null ? null : momentOf(written, zone),
    title,
    tags,
    body: () => ({ document: made() }),
  });
  if (row.kind === 'bad' || title !== '') return row;
  const headed = takeHeading(row.body);
  return { ...row, title: headed.title, body: headed.document };
};

type Begun = { readonly date: string; readonly line: number; readonly lines: string[] };

const entriesOf = function* (text: string): Generator<Begun | { readonly stray: number }> {
  let begun: Begun | null = null;
  let stray = 0;
  let line = 0;
  for (const words of text.split('\n')) {
    line += 1;
    const date = DAY_ONE_DATE.exec(words)?.[1];
    if (date !== undefined) {
      if (begun !== null) yield begun;
      else if (stray > 0) yield { stray };
      begun = { date, line, lines: [] };
    } else if (begun !== null) begun.lines.push(words);
    else if (stray === 0 && words.trim() !== '') stray = line;
  }
  if (begun !== null) yield begun;
};

/**
 * The entries of Day One's plain text export; words before the first date are told as no-date. Format: each entry begins
 * with "\\tDate:\\t<date>", then lines such as "\\tWeather:\\t…", then its words in Markdown; the date as "15 January 2024" or
 * "January 15, 2024 at 9:30:00 AM GMT+1"; after fjrevoredo/mini-diarium, src-tauri/src/import/dayone_txt.rs.
 */
export const readDayOneText = async function* (source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const files = source.files.filter((file) => file === '' || extensionOf(file) === 'txt');
  for await (const found of readFiles(source, files)) {
    if ('bad' in found) {
      yield found.bad;
      continue;
    }
    const { file, text } = found;
    for (const begun of entriesOf(text)) {
      if ('stray' in begun) yield badRow({ file, line: begun.stray }, 'no-date');
      else yield readEntry(begun.date, begun.lines, { file, line: begun.line }, options);
    }
  }
};
