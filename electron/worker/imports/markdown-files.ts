import { splitFrontMatter } from './front-matter';
import { takeHeading } from './heading-title';
import { badRow, type ImportedRow, type Place, type ReadOptions, reasonOf } from './imported';
import { MAX_WORDS, makeRow } from './make-row';
import type { FindPicture } from './markdown-inlines';
import { markdownToDocument } from './markdown-to-document';
import { momentOf, readMoment } from './moment-words';
import { dateOfNote } from './note-date';
import { newPictures, type Pictures } from './pictures';
import { readFiles } from './read-files';
import { baseName, extensionOf, type Source } from './source';

const PICTURES = new Set('png,jpg,jpeg,gif,webp,heic,heif,avif,bmp,tif,tiff'.split(','));

/** Whether a file is one of Markdown, by its name. */
export const isMarkdown = (file: string): boolean => /\.(?:md|markdown|mdown|mkd)$/i.test(file);

type Files = { readonly all: ReadonlySet<string>; readonly byName: ReadonlyMap<string, string> };

const listFiles = ({ files }: Source): Files => {
  const byName = new Map<string, string>();
  for (const file of files) {
    const name = baseName(file).toLowerCase();
    if (PICTURES.has(extensionOf(file)) && !byName.has(name)) byName.set(name, file);
  }
  return { all: new Set(files), byName };
};

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    // Not written in percents, then.
    return address;
  }
};

/** A path inside the source, from the folder that the note lies in; null where it leads out of it. */
const inside = (note: string, address: string): string | null => {
  const parts = address.startsWith('/') ? [] : note.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
};

/** The file that an address in a note means: from the note's folder, from the top, or, as Obsidian has it, by its name. */
const fileOf = ({ all, byName }: Files, note: string, address: string): string | undefined => {
  for (const path of [address, decoded(address)].map((written) => written.replaceAll('\\', '/'))) {
    const found = [inside(note, path), inside('', path)].find((file) => file !== null && all.has(file));
    if (found) return found;
    const named = inside(note, path) === null ? undefined : byName.get(baseName(path).toLowerCase());
    if (named !== undefined) return named;
  }
  return undefined;
};

const findPicture =
  (files: Files, note: string, pictures: Pictures): FindPicture =>
  (address) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return 'as-words';
    const file = fileOf(files, note, address);
    const kind = extensionOf(file ?? address);
    if (file !== undefined && PICTURES.has(kind)) return pictures.take(file);
    // An embed of another note is words like any link to it.
    if (kind !== '' && kind !== 'md')
      pictures.refuse(file === undefined && PICTURES.has(kind) ? 'missing-picture' : 'other-file');
    return 'as-words';
  };

type Context = { readonly source: Source; readonly files: Files; readonly options: ReadOptions };

const NO_FRONT = { date: null, title: '', tags: [], pinned: false };

const readNote = (text: string, where: Place, { source, files, options }: Context): ImportedRow[] => {
  const { front, words } = splitFrontMatter(text) ?? { front: NO_FRONT, words: text };
  const name = (where.file === '' ? source.name : where.file).replace(/\.[a-z]+$/i, '');
  const named = dateOfNote(name);
  const written = front.date === null ? named.written : readMoment(front.date);
  if (written === null) return [badRow(where, front.date === null ? 'no-date' : 'bad-date')];
  if (words.length > MAX_WORDS) return [badRow(where, 'too-long')];
  const pictures = newPictures(source, where, options.newId);
  const made = markdownToDocument(words, findPicture(files, where.file, pictures));
  const headed = front.title === '' ? takeHeading(made) : { title: front.title, document: made };
  const row = makeRow({
    where,
    source: 'markdown',
    written: [front.date ?? name, front.title, words],
    moment: momentOf(written, options.zone),
    title: headed.title === '' ? named.rest : headed.title,
    tags: front.tags,
    pinned: front.pinned,
    body: () => ({ document: headed.document, pictures: pictures.found }),
  });
  return row.kind === 'record' ? [row, ...pictures.bad] : [row];
};

const readNoteSafely = (text: string, where: Place, context: Context): ImportedRow[] => {
  try {
    return readNote(text, where, context);
  } catch (error) {
    return [badRow(where, reasonOf(error))];
  }
};

/**
 * The notes of a folder of Markdown files (or of one file), with the pictures of that folder that they show; a note without
 * a date in its front matter or its name is told as no-date. Format: CommonMark with YAML front matter and daily notes as
 * in Obsidian's help, "Daily notes", "Properties" and "Embed files".
 */
export const readMarkdownFiles = async function* (source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const context = { source, files: listFiles(source), options };
  const notes = source.files.filter((file) => file === '' || isMarkdown(file));
  for await (const found of readFiles(source, notes)) {
    if ('bad' in found) yield found.bad;
    else yield* readNoteSafely(found.text, { file: found.file, line: 1 }, context);
  }
};
