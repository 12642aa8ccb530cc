import { documentOfWords } from './document-parts';
import { badRow, type ImportedRow, type Place, type ReadOptions } from './imported';
import { makeRow } from './make-row';
import { momentOf, readMoment, type WrittenMoment } from './moment-words';
import { readFiles } from './read-files';
import { extensionOf, type Source } from './source';

const BRACKETED = /^\[([^\]]{1,60})\] ?(.*)$/;
// In brackets and beginning like a date, it is one that went wrong, not words of the entry before.
const LIKE_A_DATE = /^\d{1,4}[-/.]\d{1,2}[-/.]/;

/** The date that begins an entry, with the words behind it; null where a line begins none. */
export const jrnlDate = (line: string): { readonly written: string; readonly rest: string } | null => {
  const [, written = '', rest = ''] = BRACKETED.exec(line) ?? [];
  if (written === '' || !/\d/.test(written)) return null;
  return readMoment(written) !== null || LIKE_A_DATE.test(written) ? { written, rest } : null;
};

const TAG = /(?<!\S)@[-+*#/\p{L}\p{N}_]+/gu;

// What ends a sentence and may be followed by a closing quotation mark or bracket.
const SENTENCE = /[.!?\u2026\u203c\u203d\u2047-\u2049]['’"”]?[\])]*\s+|[\uff01\uff0e\uff1f\uff61\u3002]/;

const splitTitle = (words: string): readonly [title: string, body: string] => {
  const line = words.indexOf('\n');
  if (line >= 0) return [words.slice(0, line), words.slice(line + 1)];
  const end = SENTENCE.exec(words);
  if (end === null) return [words, ''];
  const at = end.index + end[0].length;
  return [words.slice(0, at), words.slice(at)];
};

/** The stars of a starred entry are no words. */
const withoutStars = (line: string): string => {
  let words = line.trimEnd();
  while (words.endsWith('*')) words = words.slice(0, -1).trimEnd();
  return words;
};

type Begun = { readonly written: string; readonly line: number; readonly lines: string[] };

const readEntry = ({ written, lines }: Begun, where: Place, { zone }: ReadOptions): ImportedRow => {
  const moment: WrittenMoment | null = readMoment(written);
  const words = lines.join('\n').trim();
  const [first = ''] = words.split('\n', 1);
  const pinned = first.trimEnd().endsWith('*');
  const plain = pinned ? withoutStars(first) + words.slice(first.length) : words;
  const [title, body] = splitTitle(plain);
  return makeRow({
    where,
    source: 'jrnl',
    written: [written, words],
    moment: moment === null ? null : momentOf(moment, zone),
    title,
    tags: words.match(TAG) ?? [],
    pinned,
    body: () => ({ document: documentOfWords(body.trim()) }),
  });
};

const entriesOf = function* (text: string): Generator<Begun | { readonly stray: number }> {
  let begun: Begun | null = null;
  let stray = 0;
  let line = 0;
  for (const words of text.split('\n')) {
    line += 1;
    const date = jrnlDate(words);
    if (date !== null) {
      if (begun !== null) yield begun;
      else if (stray > 0) yield { stray };
      begun = { written: date.written, line, lines: [date.rest] };
    } else if (begun !== null) begun.lines.push(words);
    else if (stray === 0 && words.trim() !== '') stray = line;
  }
  if (begun !== null) yield begun;
};

/**
 * The entries of a jrnl journal in text; words before the first date are told as no-date. Format: "[2024-01-15 09:30] Title"
 * with any time format in the brackets, a star at the end of the line for a starred entry, the words below, tags as "@tag"
 * among them; the title ends with its line, or with its sentence where there is only one line; after jrnl-org/jrnl,
 * jrnl/journals/Journal.py and Entry.py, version 4.
 */
export const readJrnlText = async function* (source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const files = source.files.filter((file) => file === '' || extensionOf(file) === 'txt');
  for await (const found of readFiles(source, files)) {
    if ('bad' in found) {
      yield found.bad;
      continue;
    }
    const { file, text } = found;
    for (const begun of entriesOf(text)) {
      if ('stray' in begun) yield badRow({ file, line: begun.stray }, 'no-date');
      else yield readEntry(begun, { file, line: begun.line }, options);
    }
  }
};
