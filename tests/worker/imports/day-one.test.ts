import { describe, expect, test } from 'vitest';
import { documentText } from '#core/document';
import { folderWith, readImport, tempFile } from '#tests/support/temp-imports';
import { type Member, zipOf } from '#tests/support/zip-files';

type Fields = Readonly<Record<string, unknown>>;

const anEntryOf = (fields: Fields): Fields => ({
  uuid: 'AEF9A0A34B8A443AA9A83F3713C94244',
  creationDate: '2024-01-15T22:30:00Z',
  timeZone: 'Europe/Helsinki',
  ...fields,
});
const journal = (...entries: Fields[]) => JSON.stringify({ metadata: { version: '1.0' }, entries });
const rich = (...contents: unknown[]) =>
  JSON.stringify({
    meta: { version: 1, 'small-lines-removed': true, created: { platform: 'x', version: 1 } },
    contents,
  });
const readZip = (...members: Member[]) => readImport(tempFile('Export.zip', zipOf(members)));
const readEntries = (...entries: Fields[]) => readZip({ name: 'Journal.json', content: journal(...entries) });

const MD5 = '4b5997d3e4d8ed8f581395ae365d2f71';
const ID = 'D102C64516364C2195B19636EAC9FE9F';
const photos = [{ identifier: ID, md5: MD5, type: 'jpeg', orderInEntry: 0 }];
const photo: Member = { name: `photos/${MD5}.jpeg`, content: Buffer.from('a picture'), stored: true };

describe("Day One's JSON", () => {
  test('has the moment in its own zone, a heading as the title, tags, a star, and words without their escapes', async () => {
    const { format, records, bad } = await readEntries(
      anEntryOf({
        text: '# TYT\\-tulos\n\nA *good* day\\.',
        tags: ['travel', 'with Dana', 7],
        starred: true,
        isAllDay: false,
      }),
    );
    expect([format, bad]).toEqual(['day-one', []]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      where: { file: 'Journal.json', line: 1 },
      key: 'day-one:AEF9A0A34B8A443AA9A83F3713C94244',
      at: Date.parse('2024-01-15T22:30:00Z'),
      zone: 'Europe/Helsinki',
      day: '2024-01-16',
      title: 'TYT-tulos',
      tags: ['travel', 'with Dana'],
      pinned: true,
      mood: null,
      activities: [],
    });
    expect(documentText(records[0]?.body ?? { type: 'doc', content: [] })).toBe('A good day.');
  });

  test.each([undefined, null, '', 'Mars/Olympus', 7])('assumes the zone where it is %j', async (timeZone) => {
    const { records } = await readEntries(anEntryOf({ timeZone, text: 'a' }));
    expect(records[0]).toMatchObject({ zone: 'Europe/Berlin', day: '2024-01-15' });
  });

  test('has its pictures where they stand, and those that stand nowhere at the end', async () => {
    const other = { identifier: 'B', md5: 'b'.repeat(32), type: 'png', filename: 'IMG_1.PNG' };
    const { records, bad } = await readZip(
      {
        name: 'Journal.json',
        content: journal(anEntryOf({ text: `a\n\n![](dayone-moment://${ID})\n\nb`, photos: [...photos, other] })),
      },
      photo,
      { name: `photos/${'b'.repeat(32)}.png`, content: 'another' },
    );
    expect(bad).toEqual([]);
    const [record] = records;
    expect(record?.body.content.map(({ type }) => type)).toEqual(['paragraph', 'image', 'paragraph', 'image']);
    expect(record?.pictures.map(({ name }) => name)).toEqual([`${MD5}.jpeg`, 'IMG_1.PNG']);
    expect(record?.body.content[1]).toMatchObject({ attrs: { id: record?.pictures[0]?.id } });
    const bytes = await Promise.all(record?.pictures.map((picture) => picture.read()) ?? []);
    expect(bytes.map((part) => Buffer.from(part).toString())).toEqual(['a picture', 'another']);
  });

  test('has pictures that are not there, films and recordings told', async () => {
    const { records, bad } = await readEntries(
      anEntryOf({ text: `a\n![](dayone-moment://${ID})\n![](dayone-moment:/video/6F9B)`, photos }),
    );
    expect(records.map(({ body }) => documentText(body).trim())).toEqual(['a']);
    expect(bad.map(({ reason }) => reason)).toEqual(['missing-picture', 'other-file']);
  });

  test('is read from the folder it unpacks to, and from the JSON alone', async () => {
    const text = journal(anEntryOf({ text: `![](dayone-moment://${ID})`, photos }));
    const unpacked = await readImport(folderWith({ 'Journal.json': text, [`photos/${MD5}.jpeg`]: 'a picture' }));
    expect(unpacked.records[0]?.pictures).toHaveLength(1);
    const alone = await readImport(tempFile('Journal.json', `\ufeff${text}`));
    expect([alone.records[0]?.pictures.length, alone.bad.map(({ reason }) => reason)]).toEqual([
      0,
      ['missing-picture'],
    ]);
  });

  test('has all its journals read, and bad entries told by number', async () => {
    const { records, bad } = await readZip(
      {
        name: 'One.json',
        content: journal(
          anEntryOf({ text: 'a' }),
          anEntryOf({ creationDate: undefined }),
          anEntryOf({ creationDate: 'soon' }),
        ),
      },
      {
        name: 'Two.json',
        content: `{"metadata":{},"entries":[{"creationDate":},${JSON.stringify(anEntryOf({ text: 7 }))},[1],${JSON.stringify(anEntryOf({ text: 'b' }))}`,
      },
    );
    expect(records.map(({ where }) => [where.file, where.line])).toEqual([
      ['One.json', 1],
      ['Two.json', 4],
    ]);
    expect(bad.map(({ where, reason }) => [where.file, where.line, reason])).toEqual([
      ['One.json', 2, 'no-date'],
      ['One.json', 3, 'bad-date'],
      ['Two.json', 1, 'bad-json'],
      ['Two.json', 2, 'not-text'],
      ['Two.json', 3, 'bad-json'],
    ]);
  });

  test('without an id has a key of its time and words', async () => {
    const read = async () => (await readEntries(anEntryOf({ uuid: undefined, text: 'a' }))).records[0]?.key;
    expect(await read()).toMatch(/^day-one:[0-9a-f]{32}$/);
    expect(await read()).toBe(await read());
  });
});

describe("Day One's rich text", () => {
  test('is preferred to the plain text', async () => {
    const line = (attributes: Fields, text: string, marks: Fields = {}) => ({
      attributes: { ...marks, line: attributes },
      text,
    });
    const { records, bad } = await readZip(
      {
        name: 'Journal.json',
        content: journal(
          anEntryOf({
            text: 'plain',
            photos,
            richText: rich(
              line({ header: 1, identifier: 'x' }, 'A title\n'),
              { text: 'Plain, ' },
              { text: 'bold', attributes: { bold: true } },
              { text: ' and linked\nnext line\n', attributes: { linkURL: 'https://example.org' } },
              { text: '\n' },
              line({ listStyle: 'bulleted', indentLevel: 1 }, 'one\n'),
              line({ listStyle: 'bulleted', indentLevel: 2 }, 'deeper\n'),
              line({ listStyle: 'bulleted', indentLevel: 1 }, 'two\n'),
              line({ listStyle: 'numbered', indentLevel: 1, listIndex: 4 }, 'four\n'),
              line({ listStyle: 'checkbox', indentLevel: 1, checked: true }, 'done\n'),
              line({ quote: true }, 'said\n'),
              line({ codeBlock: true }, 'code # kept\n'),
              { embeddedObjects: [{ type: 'horizontalRuleLine' }] },
              { embeddedObjects: [{ type: 'photo', identifier: ID }] },
              { embeddedObjects: [{ type: 'video', identifier: 'V' }] },
              line({ header: 5 }, 'Last'),
            ),
          }),
        ),
      },
      photo,
    );
    expect(bad.map(({ reason }) => reason)).toEqual(['other-file']);
    expect(records[0]?.title).toBe('A title');
    expect(records[0]?.body.content).toMatchObject([
      {
        type: 'paragraph',
        content: [
          { text: 'Plain, ' },
          { text: 'bold', marks: [{ type: 'bold' }] },
          { text: ' and linked', marks: [{ type: 'link' }] },
        ],
      },
      { type: 'paragraph', content: [{ text: 'next line' }] },
      {
        type: 'bulletList',
        content: [
          {
            content: [
              { content: [{ text: 'one' }] },
              { type: 'bulletList', content: [{ content: [{ content: [{ text: 'deeper' }] }] }] },
            ],
          },
          { content: [{ content: [{ text: 'two' }] }] },
        ],
      },
      { type: 'orderedList', attrs: { start: 4 } },
      { type: 'taskList', content: [{ attrs: { checked: true } }] },
      { type: 'blockquote', content: [{ content: [{ text: 'said' }] }] },
      { type: 'paragraph', content: [{ text: 'code # kept' }] },
      { type: 'horizontalRule' },
      { type: 'image' },
      { type: 'heading', attrs: { level: 3 } },
    ]);
  });

  test.each([
    ['is no JSON', '{"contents":'],
    ['is of another form', '{"contents":{"text":"a"}}'],
    ['is empty', rich()],
    [
      'holds what only the plain text tells',
      rich({ text: 'a\n' }, { embeddedObjects: [{ type: 'table', identifier: 'T' }] }),
    ],
  ])('gives way to the plain text where it %s', async (_, richText) => {
    const { records, bad } = await readEntries(anEntryOf({ richText, text: 'plain' }));
    expect([bad, records.map(({ body }) => documentText(body))]).toEqual([[], ['plain']]);
  });
});
