import { z } from 'zod';
import type { Document } from '#core/document';
import { htmlToDocument, isHtml } from './html-to-document';
import { badRow, type ImportedRow, type Place, type ReadOptions } from './imported';
import { MAX_WORDS, makeRow } from './make-row';
import type { FindPicture } from './markdown-inlines';
import { markdownToDocument } from './markdown-to-document';
import { momentOf, readMoment } from './moment-words';
import { newPictures, type Pictures } from './pictures';
import { readFiles, readJsonText } from './read-files';
import { extensionOf, type Source } from './source';

const entry = z.object({
  date: z.unknown().optional(),
  title: z.string().nullish(),
  text: z.string().nullish(),
  tags: z.array(z.unknown()).nullish().catch(null),
});

const EMBEDDED = /^data:image\/([a-z]{2,5});base64,([A-Za-z0-9+/=\s]+)$/;

/** Pictures that stand in the text themselves, as letters. */
const findEmbedded =
  (pictures: Pictures): FindPicture =>
  (address) => {
    const [, kind = '', letters = ''] = EMBEDDED.exec(address) ?? [];
    if (letters !== '') return pictures.hold(`picture.${kind}`, () => Buffer.from(letters, 'base64'));
    if (!/^[a-z-]+:/i.test(address) || /^https?:/i.test(address)) return 'as-words';
    pictures.refuse('missing-picture');
    return 'left-out';
  };

type Kind = 'mini-diary' | 'mini-diarium';

// Early versions of Mini Diarium wrote their HTML in the form of Mini Diary.
const BEGINS_AS_HTML = /^\s*<(?:p|h[1-6]|ul|ol|blockquote|pre)[\s>]/i;

const bodyOf = (kind: Kind, text: string, pictures: Pictures): Document =>
  (kind === 'mini-diarium' ? isHtml(text) : BEGINS_AS_HTML.test(text))
    ? htmlToDocument(text, findEmbedded(pictures))
    : markdownToDocument(text, findEmbedded(pictures));

// A picture in letters is a third longer than it is.
const LETTERS = /data:image\/[a-z]{2,5};base64,[A-Za-z0-9+/=]+/g;
const wordsIn = (text: string): number =>
  text.length <= MAX_WORDS ? text.length : text.length - (text.match(LETTERS) ?? []).join('').length;

type Asked = { readonly kind: Kind; readonly source: Source; readonly options: ReadOptions };

const readEntry = (value: object, where: Place & { readonly key: string | null }, asked: Asked): ImportedRow[] => {
  const { kind, source, options } = asked;
  const { key, ...place } = where;
  const parsed = entry.safeParse(value);
  if (!parsed.success) return [badRow(place, 'not-text')];
  const { title, text, tags } = parsed.data;
  const date = key ?? parsed.data.date;
  if (typeof date !== 'string' || date === '') return [badRow(place, 'no-date')];
  const pictures = newPictures(source, place, options.newId);
  const written = readMoment(date);
  const row = makeRow({
    where: place,
    source: kind,
    written: [date, title, text],
    length: wordsIn(text ?? ''),
    moment: written === null ? null : momentOf(written, options.zone),
    title: title ?? '',
    tags: (tags ?? []).filter((tag) => typeof tag === 'string'),
    body: () => ({
      document: bodyOf(kind, (text ?? '').replace(/\r\n?/g, '\n'), pictures),
      pictures: pictures.found,
    }),
  });
  return row.kind === 'record' ? [row, ...pictures.bad] : [row];
};

const read = async function* (source: Source, kind: Kind, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const files = source.files.filter((file) => file === '' || extensionOf(file) === 'json');
  for await (const found of readFiles(source, files)) {
    if ('bad' in found) yield found.bad;
    else
      yield* readJsonText(found, ({ key, value, where }) =>
        readEntry(value, { ...where, key }, { kind, source, options }),
      );
  }
};

/**
 * The entries of Mini Diary's JSON export, one a day. Format: `{ metadata: { application, version, dateUpdated }, entries: {
 * "2024-01-15": { dateUpdated, title, text } } }`, the text in Markdown; after fjrevoredo/mini-diarium,
 * src-tauri/src/import/minidiary.rs.
 */
export const readMiniDiary = (source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> =>
  read(source, 'mini-diary', options);

/**
 * The entries of Mini Diarium's JSON export. Format: `{ metadata: { application, version, exportedAt }, entries: [{ id, date:
 * "2024-01-15", title, text, dateUpdated, tags, metadata? }] }`, the text in TipTap's HTML, `id` counted in each journal
 * anew and so no key; after fjrevoredo/mini-diarium, src-tauri/src/export/json.rs. Versions before that wrote Mini Diary's.
 */
export const readMiniDiarium = (source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> =>
  read(source, 'mini-diarium', options);
