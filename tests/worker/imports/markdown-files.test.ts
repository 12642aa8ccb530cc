import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentText } from '#core/document';
import { tempFolder } from '#tests/support/temp-folder';
import { folderWith, readImport, tempFile } from '#tests/support/temp-imports';
import { zipOf } from '#tests/support/zip-files';

describe('a folder of Markdown files', () => {
  test('has dates in front matter and names, titles, tags and pins', async () => {
    const { format, records, bad } = await readImport(
      folderWith({
        'Daily/2024-01-15.md': '# Monday\n\nwent well',
        'Daily/2024-01-16 At the lake.md': 'cold',
        'Ideas.md':
          '---\ntitle: An idea\ncreated: 2024-01-17T09:30:00+01:00\ntags: [one, "#two"]\nstarred: true\nother: x\n---\nbody',
        'Tags.md': '\ufeff---\r\ndate: 2024-01-18\r\ntags: one, two\r\n---\r\nbody\r\n',
        'journals/2024_01_19.md': '---\nbroken: [\n---\nbody',
        'Undated.md': 'when?',
        'Wrong.md': '---\ndate: someday\n---\nbody',
        'empty 2024.md': '',
      }),
    );
    expect(format).toBe('markdown');
    expect(
      records.map(({ day, title, tags, pinned, body }) => [day, title, tags.join(), pinned, documentText(body)]),
    ).toEqual([
      ['2024-01-15', 'Monday', '', false, 'went well'],
      ['2024-01-16', 'At the lake', '', false, 'cold'],
      ['2024-01-17', 'An idea', 'one,two', true, 'body'],
      ['2024-01-18', 'Tags', 'one,two', false, 'body'],
      ['2024-01-19', '', '', false, 'broken: [\nbody'],
    ]);
    expect(bad.map(({ where, reason }) => [where.file, reason])).toEqual([
      ['Undated.md', 'no-date'],
      ['Wrong.md', 'bad-date'],
      ['empty 2024.md', 'no-date'],
    ]);
  });

  test('shows the pictures of the folder, however they are named, and no others', async () => {
    const text = [
      '![one](../img/a%20b.png)',
      '![two](<../img/a b.png>)',
      '![[a b.png|200]]',
      '![three](/img/c.jpg)',
      '![gone](gone.png)',
      '![out](../../../../etc/passwd.png)',
      '![afar](https://example.org/x.png)',
      '![file](file:///etc/passwd)',
      '![film](../img/film.mp4)',
    ].join('\n\n');
    const folder = folderWith({
      'Daily/2024-01-15.md': text,
      'img/a b.png': 'ab',
      'img/c.jpg': 'c',
      'img/film.mp4': 'f',
    });
    const { records, bad } = await readImport(folder);
    expect(records[0]?.pictures.map(({ name }) => name)).toEqual(['a b.png', 'a b.png', 'a b.png', 'c.jpg']);
    expect(bad.map(({ reason }) => reason)).toEqual(['missing-picture', 'missing-picture', 'other-file']);
    const words = documentText(records[0]?.body ?? { type: 'doc', content: [] });
    expect(words).toContain('out (../../../../etc/passwd.png)');
    expect(Buffer.from((await records[0]?.pictures[3]?.read()) ?? []).toString()).toBe('c');
  });

  test('is not left by links, and hidden folders are passed over', async () => {
    const outside = tempFolder();
    writeFileSync(join(outside, '2024-01-01.md'), 'secret');
    writeFileSync(join(outside, 'secret.png'), 'secret');
    const folder = folderWith({
      '2024-01-15.md': '![[secret.png]]\n\n![](linked.png)',
      '.obsidian/2024-01-02.md': 'settings',
      '.trash/2024-01-03.md': 'gone',
      'a/.git/2024-01-04.md': 'x',
    });
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(join(outside, '2024-01-01.md'), join(folder, '2024-01-01.md'));
    symlinkSync(join(outside, 'secret.png'), join(folder, 'linked.png'));
    mkdirSync(join(folder, 'round'));
    symlinkSync(folder, join(folder, 'round', 'again'));
    const { records } = await readImport(folder);
    expect(records.map(({ day, pictures }) => [day, pictures.length])).toEqual([['2024-01-15', 0]]);
  });

  test('may lie in a zip, or be a single file', async () => {
    const zip = zipOf([
      { name: 'vault/2024-01-15.md', content: '![](a.png)' },
      { name: 'vault/a.png', content: 'a' },
    ]);
    const zipped = await readImport(tempFile('vault.zip', zip));
    expect([zipped.format, zipped.records[0]?.pictures.length]).toEqual(['markdown', 1]);
    const single = await readImport(tempFile('2024-01-15.md', '[2024-01-15 09:30] is a time'));
    expect([single.format, single.records[0]?.day]).toEqual(['markdown', '2024-01-15']);
  });

  test('may link to a file that is chosen by a link itself', async () => {
    const path = join(tempFolder(), '2024-01-15.md');
    symlinkSync(tempFile('2024-01-15.md', 'words'), path);
    expect((await readImport(path)).records).toHaveLength(1);
  });
});
