import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AppError, type ErrorCode } from '#core/errors';
import { tempFolder } from '#tests/support/temp-folder';
import { type Contents, folderWith, tempFile } from '#tests/support/temp-imports';
import { zipOf } from '#tests/support/zip-files';
import { detectSource } from '#worker/imports/detect-source';
import { ImportProblem } from '#worker/imports/imported';
import { openSource } from '#worker/imports/open-source';

const opened = async (path: string) => {
  const source = await openSource(path);
  onTestFinished(() => source.close());
  return source;
};

const outcome = async (path: string): Promise<string> => {
  try {
    return await detectSource(await opened(path));
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

const entry = { creationDate: '2024-01-15T22:30:00Z', text: 'a' };
const dayOne = JSON.stringify({ metadata: { version: '1.0' }, entries: [entry] });
const csv = 'full_date,date,weekday,time,mood,activities,note\n2024-01-15,,,10:00,good,,\n';

describe('what a source is', () => {
  test.each<[string, string, Contents, string]>([
    ['Day One by any name', 'x.dat', dayOne, 'day-one'],
    ['Day One as a bare list', 'x.json', JSON.stringify([entry]), 'day-one'],
    ['Daylio by any name', 'x.txt', csv, 'daylio'],
    ['Daylio with semicolons', 'x.csv', csv.replaceAll(',', ';'), 'daylio'],
    ['a jrnl text by any name', 'x', '[2024-01-15 09:30] a', 'jrnl-text'],
    ['Mini Diary', 'x.json', '{"entries":{"2024-01-15":{"title":"","text":""}}}', 'mini-diary'],
    ['Mini Diarium', 'x.json', '{"entries":[{"date":"2024-01-15","title":"","text":""}]}', 'mini-diarium'],
    ['any Markdown', 'a.md', 'words', 'markdown'],
    ['nothing', 'a.json', '', 'IMPORT_EMPTY'],
    ['white space', 'a.md', ' \n', 'IMPORT_EMPTY'],
    ['a journal without entries', 'a.json', '{"metadata":{},"entries":[]}', 'IMPORT_EMPTY'],
    ['other JSON', 'a.json', '{"a":1}', 'IMPORT_UNKNOWN'],
    ['JSON with other entries', 'a.json', '{"entries":[{"a":1}]}', 'IMPORT_UNKNOWN'],
    ['entries that are a number', 'a.json', '{"entries":5}', 'IMPORT_UNKNOWN'],
    ['another table', 'a.csv', 'name,mood\nx,y\n', 'IMPORT_UNKNOWN'],
    ['a letter', 'a.txt', 'Dear Dana', 'IMPORT_UNKNOWN'],
    ['a PDF', 'a.pdf', '%PDF-1.7', 'IMPORT_UNKNOWN'],
    ['noise', 'a.bin', Buffer.from([0, 1, 2, 255, 254, 253]), 'IMPORT_UNKNOWN'],
    ['a zip that is none', 'a.zip', 'PK\x03\x04 and then nothing', 'IMPORT_DAMAGED'],
    ['an empty zip', 'a.zip', zipOf([]), 'IMPORT_EMPTY'],
    ['a zip of a letter', 'a.zip', zipOf([{ name: 'a.txt', content: 'Dear Dana' }]), 'IMPORT_UNKNOWN'],
    ['a zip of an empty journal', 'a.zip', zipOf([{ name: 'a.json', content: '{"entries":[]}' }]), 'IMPORT_EMPTY'],
    [
      'a zip under a password',
      'a.zip',
      zipOf([{ name: 'a.json', content: dayOne, encrypted: true }]),
      'IMPORT_ENCRYPTED',
    ],
    ['a zip with a broken export', 'a.zip', zipOf([{ name: 'a.json', content: dayOne, at: 7 }]), 'IMPORT_DAMAGED'],
    ['a zip of a Daylio export', 'a.zip', zipOf([{ name: 'x/a.csv', content: csv }]), 'daylio'],
  ])('is told of %s', async (_, name, contents, expected) => {
    expect(await outcome(tempFile(name, contents))).toBe(expected);
  });

  test('is told of folders', async () => {
    expect(await outcome(folderWith({}))).toBe('IMPORT_EMPTY');
    expect(await outcome(folderWith({ 'a.png': 'x' }))).toBe('IMPORT_UNKNOWN');
    expect(await outcome(folderWith({ 'a.md': 'x' }))).toBe('markdown');
    expect(await outcome(folderWith({ '2024-01-15.md': 'x', 'data.json': dayOne }))).toBe('markdown');
    expect(await outcome(folderWith({ 'Journal.json': dayOne, 'README.md': 'x' }))).toBe('day-one');
    expect(await outcome(join(tempFolder(), 'gone'))).toBe('FOLDER_MISSING');
  });

  test('is told also where the first entry is longer than a first look', async () => {
    const long = JSON.stringify({ entries: [{ richText: 'x'.repeat(2_000_000), ...entry }] });
    expect(await outcome(tempFile('a.json', long))).toBe('day-one');
  });

  test('is more than can be read beyond its bounds', async () => {
    const path = tempFile('a.json', ' ');
    truncateSync(path, 301 * 1024 * 1024);
    expect(await outcome(path)).toBe('IMPORT_TOO_LARGE');
    expect(await outcome(tempFile('a.zip', zipOf([], { count: 60_000 })))).toBe('IMPORT_DAMAGED');
    const start = zipOf([{ name: 'a' }]).subarray(0, 31);
    const [directory, locator, end] = [Buffer.alloc(56), Buffer.alloc(20), zipOf([], { count: 0xffff })];
    directory.write('PK\x06\x06');
    directory.writeBigUInt64LE(1_000_000n, 32);
    locator.write('PK\x06\x07');
    locator.writeBigUInt64LE(BigInt(start.length), 8);
    const million = Buffer.concat([start, directory, locator, end]);
    expect(await outcome(tempFile('a.zip', million))).toBe('IMPORT_TOO_LARGE');
  });
});

describe('a zip', () => {
  const bomb = Buffer.alloc(150 * 1024 * 1024);

  test('shows only plain names inside it, the first of each', async () => {
    const names = [
      'a.json',
      '../b.json',
      '/c.json',
      'C:/d.json',
      'd/../../e.json',
      'f\\g.json',
      './h.json',
      'i//j.json',
      'k\0.json',
      '__MACOSX/l.json',
      '.m/n.json',
      '',
    ];
    const members = names.map((name) => ({ name, content: name }));
    const source = await opened(
      tempFile(
        'a.zip',
        zipOf([
          ...members,
          { name: 'a.json', content: 'again' },
          { name: 'link', content: '/etc/passwd', mode: 0o120777 },
          { name: 'folder/' },
        ]),
      ),
    );
    expect(source.files).toEqual(['a.json', 'f/g.json']);
    expect(Buffer.from(await source.read('a.json', { bytes: 100 })).toString()).toBe('a.json');
    await expect(source.read('../b.json', { bytes: 100 })).rejects.toEqual(new ImportProblem('unreadable'));
  });

  test('inflates no more than the bound, whatever a member says of itself', async () => {
    for (const size of [undefined, 10, 0xfffffffe]) {
      const source = await opened(
        tempFile('a.zip', zipOf([{ name: 'a', content: bomb, ...(size !== undefined && { size }) }])),
      );
      const before = process.memoryUsage().arrayBuffers;
      await expect(source.read('a', { bytes: 1024 * 1024 })).rejects.toBeInstanceOf(ImportProblem);
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
    }
  });

  test('reads no more than the head where only that is wanted', async () => {
    const source = await opened(tempFile('a.zip', zipOf([{ name: 'a', content: bomb }])));
    expect(await source.read('a', { bytes: 1000, head: true })).toHaveLength(1000);
  });

  test('that lost its end is damaged, wherever it was cut', async () => {
    const whole = zipOf([{ name: 'a.json', content: dayOne }]);
    for (let length = 4; length < whole.length; length += 7) {
      const code = (await outcome(tempFile('a.zip', whole.subarray(0, length)))) as ErrorCode;
      expect(code).toBe('IMPORT_DAMAGED');
    }
  });

  test('with a member that is damaged fails for that one alone', async () => {
    const whole = zipOf([
      { name: 'a', content: 'a'.repeat(100), stored: true },
      { name: 'b', content: 'b' },
    ]);
    whole.fill(0xff, 31, 50);
    const source = await opened(tempFile('a.zip', whole));
    expect(Buffer.from(await source.read('b', { bytes: 10 })).toString()).toBe('b');
    await expect(source.read('a', { bytes: 1000 })).rejects.toEqual(new ImportProblem('unreadable'));
  });
});

describe('a folder', () => {
  test('is read only where it was listed, and not too deep', async () => {
    const folder = tempFolder();
    const deep = join(folder, ...Array.from({ length: 40 }, () => 'a'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'deep.md'), 'x');
    writeFileSync(join(folder, 'top.md'), 'x');
    const source = await opened(folder);
    expect(source.files).toEqual(['top.md']);
    await expect(source.read('../secret', { bytes: 10 })).rejects.toEqual(new ImportProblem('unreadable'));
    await expect(source.read('top.md', { bytes: 0 })).rejects.toEqual(new ImportProblem('too-large'));
  });
});
