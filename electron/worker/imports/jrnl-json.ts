import { z } from 'zod';
import { documentOfWords } from './document-parts';
import { badRow, type ImportedRow, type Place, type ReadOptions } from './imported';
import { parsePart } from './json-parts';
import { makeRow } from './make-row';
import { momentOf, readMoment } from './moment-words';
import { entriesAt, readFiles, readJsonText } from './read-files';
import { extensionOf, type Source } from './source';

const entry = z.object({
  title: z.string().nullish(),
  body: z.string().nullish(),
  date: z.unknown().optional(),
  time: z.string().nullish().catch(null),
  tags: z.array(z.unknown()).nullish().catch(null),
  starred: z.boolean().nullish().catch(null),
});

const readEntry = (value: object, where: Place, { zone }: ReadOptions): ImportedRow => {
  const parsed = entry.safeParse(value);
  if (!parsed.success) return badRow(where, 'not-text');
  const { title, body, date, time, tags, starred } = parsed.data;
  if (typeof date !== 'string' || date === '') return badRow(where, 'no-date');
  const written = readMoment(`${date} ${time ?? ''}`);
  return makeRow({
    where,
    source: 'jrnl',
    written: [date, time, title, body],
    moment: written === null ? null : momentOf(written, zone),
    title: title ?? '',
    tags: (tags ?? []).filter((tag) => typeof tag === 'string'),
    pinned: starred === true,
    body: () => ({ document: documentOfWords((body ?? '').replace(/\r\n?/g, '\n')) }),
  });
};

/**
 * The entries of jrnl's JSON export, one file or a folder with one for each entry. Format: `{ tags, entries: [{ title, body,
 * date: "2024-01-15", time: "09:30", tags: ["@work"], starred }] }`, local time; after jrnl-org/jrnl,
 * jrnl/plugins/json_exporter.py, version 4.
 */
export const readJrnlJson = async function* (source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const files = source.files.filter((file) => file === '' || extensionOf(file) === 'json');
  for await (const found of readFiles(source, files)) {
    if ('bad' in found) {
      yield found.bad;
      continue;
    }
    const single = entriesAt(found.text) < 0 ? parsePart(found.text) : undefined;
    const where = { file: found.file, line: 1 };
    if (typeof single === 'object' && single !== null) yield readEntry(single, where, options);
    else yield* readJsonText(found, ({ value, where }) => [readEntry(value, where, options)]);
  }
};
