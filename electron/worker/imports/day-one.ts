import { z } from 'zod';
import type { Document } from '#core/document';
import { richTextToDocument } from './day-one-rich-text';
import { filled } from './document-parts';
import { takeHeading } from './heading-title';
import { badRow, type ImportedRow, type Place, type ReadOptions, reasonOf } from './imported';
import { MAX_WORDS, makeRow } from './make-row';
import { markdownToDocument } from './markdown-to-document';
import { type Moment, momentAt, momentOf, readMoment, zoneOr } from './moment-words';
import { newPictures, type Pictures } from './pictures';
import { readFiles, readJsonText } from './read-files';
import { baseName, extensionOf, type Source } from './source';

const word = z.string().nullish().catch(null);

const photo = z.object({ identifier: word, md5: word, filename: word });

const entry = z.object({
  uuid: word,
  creationDate: word,
  timeZone: word,
  text: z.string().nullish(),
  richText: word,
  tags: z.array(z.unknown()).nullish().catch(null),
  starred: z.boolean().nullish().catch(null),
  isPinned: z.boolean().nullish().catch(null),
  photos: z.array(z.unknown()).nullish().catch(null),
});
type Entry = z.infer<typeof entry>;
type Photo = z.infer<typeof photo>;

/** The files of the folder `photos`, by their names without ending: the MD5 sum of each. */
const photoFiles = (source: Source): ReadonlyMap<string, string> => {
  const files = new Map<string, string>();
  for (const file of source.files) {
    if (/(?:^|\/)photos\/[^/]+$/i.test(file))
      files.set(
        baseName(file)
          .replace(/\.[^.]*$/, '')
          .toLowerCase(),
        file,
      );
  }
  return files;
};

type Reading = {
  readonly files: ReadonlyMap<string, string>;
  readonly photos: readonly Photo[];
  readonly pictures: Pictures;
  readonly placed: Set<Photo>;
};

const placePhoto = ({ files, photos, pictures, placed }: Reading, identifier: string) => {
  const known = photos.find((found) => found.identifier?.toLowerCase() === identifier.toLowerCase());
  const file = files.get((known?.md5 ?? identifier).toLowerCase());
  if (known !== undefined) placed.add(known);
  if (file !== undefined) return pictures.take(file, known?.filename ?? undefined);
  pictures.refuse('missing-picture');
  return 'left-out';
};

const MOMENT = /^dayone-moment:\/(?:\/|([a-z]+)\/)([^/]*)$/i;

const ofMarkdown = (reading: Reading, text: string): Document =>
  markdownToDocument(text, (address) => {
    const [moment, kind = 'photo', identifier = ''] = MOMENT.exec(address) ?? [];
    if (moment === undefined) return 'as-words';
    if (kind === 'photo') return placePhoto(reading, identifier);
    reading.pictures.refuse('other-file');
    return 'left-out';
  });

// What plain text tells no better, because it is a file that is no picture.
const OTHER_FILES = new Set(['video', 'audio', 'pdfAttachment']);

const ofRichText = (reading: Reading, text: string): Document | null =>
  richTextToDocument(text, (type, identifier) => {
    if (type === 'photo') return placePhoto(reading, identifier);
    if (!OTHER_FILES.has(type)) return null;
    reading.pictures.refuse('other-file');
    return 'left-out';
  });

const withUnplaced = (reading: Reading, made: Document): Document => {
  const blocks = [...made.content];
  for (const found of reading.photos) {
    if (reading.placed.has(found)) continue;
    const id = placePhoto(reading, found.identifier ?? '');
    if (id !== 'left-out') blocks.push({ type: 'image', attrs: { id, caption: '', alt: '' } });
  }
  return { type: 'doc', content: filled(blocks) };
};

/** Their dates are UTC, also where that is not said. */
const momentOfEntry = ({ creationDate, timeZone }: Entry, assumed: string): Moment | null => {
  const written = readMoment(creationDate ?? '');
  if (written === null) return null;
  const { day, clock } = written;
  const utc = momentOf({ day, clock: clock && { ms: clock.ms, offset: clock.offset ?? 0 } }, 'UTC');
  return utc === null ? null : momentAt(utc.at, zoneOr(timeZone, assumed));
};

const photosOf = ({ photos }: Entry): Photo[] =>
  (photos ?? []).flatMap((found) => {
    const parsed = photo.safeParse(found);
    return parsed.success ? [parsed.data] : [];
  });

type Context = { readonly source: Source; readonly files: ReadonlyMap<string, string>; readonly options: ReadOptions };

const readBody = (found: Entry, where: Place, { source, files, options }: Context) => {
  const start = (): Reading => ({
    files,
    photos: photosOf(found),
    pictures: newPictures(source, where, options.newId),
    placed: new Set(),
  });
  const rich = start();
  const made = found.richText ? ofRichText(rich, found.richText) : null;
  // Begun anew: what the rich text had placed before it turned out to be none is not in the page.
  const reading = made === null ? start() : rich;
  const { title, document } = takeHeading(made ?? ofMarkdown(reading, (found.text ?? '').replace(/\r\n?/g, '\n')));
  return { title, document: withUnplaced(reading, document), pictures: reading.pictures };
};

const readEntry = (value: object, where: Place, context: Context): ImportedRow[] => {
  const parsed = entry.safeParse(value);
  if (!parsed.success) return [badRow(where, 'not-text')];
  const { uuid, creationDate, timeZone, text, richText, tags, starred, isPinned } = parsed.data;
  if (!creationDate) return [badRow(where, 'no-date')];
  if (Math.max(text?.length ?? 0, (richText?.length ?? 0) / 4) > MAX_WORDS) return [badRow(where, 'too-long')];
  try {
    const { title, document, pictures } = readBody(parsed.data, where, context);
    const row = makeRow({
      where,
      source: 'day-one',
      id: uuid ?? undefined,
      written: [creationDate, timeZone, text],
      moment: momentOfEntry(parsed.data, context.options.zone),
      title,
      tags: (tags ?? []).filter((tag) => typeof tag === 'string'),
      pinned: starred === true || isPinned === true,
      body: () => ({ document, pictures: pictures.found }),
    });
    return row.kind === 'record' ? [row, ...pictures.bad] : [row];
  } catch (error) {
    return [badRow(where, reasonOf(error))];
  }
};

/**
 * The entries of Day One's JSON export: the zip, the folder it unpacks to, or the JSON alone, then without its pictures.
 * Format: `{ metadata, entries: [{ uuid, creationDate (UTC), timeZone (IANA), text (Markdown), richText (JSON as text), tags,
 * starred, isPinned, photos: [{ identifier, md5, type }] }] }` and `photos/<md5>.<type>`, pictures in the text as
 * `![](dayone-moment://<identifier>)`, others as `dayone-moment:/video/…`; after the exports in gokuvinoth/Cairns and in the
 * tests of marcdonald/obsidian-day-one-importer (GitHub), and the least form in Day One's guide "Importing data to Day One".
 */
export const readDayOne = async function* (source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const context = { source, files: photoFiles(source), options };
  const files = source.files.filter((file) => file === '' || extensionOf(file) === 'json');
  for await (const found of readFiles(source, files)) {
    if ('bad' in found) yield found.bad;
    else yield* readJsonText(found, ({ value, where }) => readEntry(value, where, context));
  }
};
