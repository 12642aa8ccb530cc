import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentText } from '#core/document';
import { folderWith, readImport, tempFile } from '#tests/support/temp-imports';

const wordsOf = ({ body }: { readonly body: Parameters<typeof documentText>[0] }) => documentText(body);

describe("jrnl's JSON", () => {
  test('of the program itself is read whole', async () => {
    const { format, records, bad } = await readImport(
      join(import.meta.dirname, '../../fixtures/import/jrnl-sample.json'),
    );
    expect([format, bad, records.length]).toEqual(['jrnl-json', [], 3]);
    expect(records[1]).toMatchObject({ title: 'Project Meeting', tags: ['work'], pinned: true, day: '2024-01-16' });
    expect(records[1]?.at).toBe(Date.parse('2024-01-16T14:00:00+01:00'));
    expect(records.map(wordsOf)[0]).toBe("Started using jrnl today. It's pretty neat for quick journaling.");
  });

  test('may lack bodies, tags and stars, and has its bad entries told by number', async () => {
    const entries = [
      '{"title":"a","date":"2024-01-15","time":"09:30"}',
      '{"title":"b","body":null,"date":"2024-01-15","time":"09:30","tags":null,"starred":null}',
      '{"title":7,"date":"2024-01-15","time":"09:30"}',
      '{"title":"c","time":"09:30"}',
      '{"title":"d","date":"15 or 16","time":"09:30"}',
      '{"title":"e",,}',
      '"f"',
      '{"title":"g","date":"2024-01-15","time":"09:30","tags":["@a",7,"@A","#b"]}',
    ];
    const { records, bad } = await readImport(tempFile('j.json', `{"entries":[${entries.join(',\n')}]}`));
    expect(records.map(({ title, tags }) => [title, ...tags])).toEqual([['a'], ['b'], ['g', 'a', 'b']]);
    expect(bad.map(({ where, reason }) => [where.line, reason])).toEqual([
      [3, 'not-text'],
      [4, 'no-date'],
      [5, 'bad-date'],
      [6, 'bad-json'],
      [7, 'bad-json'],
    ]);
  });

  test('that breaks off is read as far as it goes', async () => {
    const { records, bad } = await readImport(
      tempFile('j.json', '{"entries":[{"title":"a","body":"","date":"2024-01-15","time":"09:30"},{"title":"b","da'),
    );
    expect([records.length, bad.map(({ reason }) => reason)]).toEqual([1, ['bad-json']]);
  });

  test('may be a folder with a file for each entry', async () => {
    const one = '{"title":"a","body":"b","date":"2024-01-15","time":"09:30","tags":[],"starred":false}';
    const { format, records } = await readImport(
      folderWith({ '2024_a.json': one, '2024_b.json': one.replace('"a"', '"c"') }),
    );
    expect([format, records.map(({ title }) => title)]).toEqual(['jrnl-json', ['a', 'c']]);
  });
});

describe("jrnl's text", () => {
  test('has titles, stars, tags and bodies, and words in brackets', async () => {
    const text = [
      '[2024-01-15 09:30] A walk with @Dana *',
      'To the lake.',
      '[not a date] is what I wrote.',
      '',
      'And back. @lake/north mail@example.org',
      '',
      '[2024-01-16 09:30:00 PM] One sentence. Then another.',
      '[2024-01-17 08:00]',
    ].join('\r\n');
    const { format, records, bad } = await readImport(tempFile('journal.txt', text));
    expect([format, bad]).toEqual(['jrnl-text', []]);
    expect(records.map(({ title, tags, pinned, where }) => ({ title, tags, pinned, line: where.line }))).toEqual([
      { title: 'A walk with @Dana', tags: ['Dana', 'lake/north'], pinned: true, line: 1 },
      { title: 'One sentence.', tags: [], pinned: false, line: 7 },
      { title: '', tags: [], pinned: false, line: 8 },
    ]);
    expect(records.map(wordsOf)).toEqual([
      'To the lake.\n[not a date] is what I wrote.\nAnd back. @lake/north mail@example.org',
      'Then another.',
      '',
    ]);
  });

  test('has its bad dates and what stands before the first told', async () => {
    const { records, bad } = await readImport(
      tempFile('j.txt', '\nhello\n[2024-13-45 09:30] a\nb\n[2024-01-15 09:30] c'),
    );
    expect(records.map(({ title }) => title)).toEqual(['c']);
    expect(bad.map(({ where, reason }) => [where.line, reason])).toEqual([
      [2, 'no-date'],
      [3, 'bad-date'],
    ]);
  });
});
