import { describe, expect, test } from 'vitest';
import { documentText } from '#core/document';
import { readImport, tempFile } from '#tests/support/temp-imports';

const asFile = (value: unknown) => tempFile('export.json', JSON.stringify(value, null, 2));

describe('a Mini Diary export', () => {
  test('has an entry a day, in Markdown', async () => {
    const { format, records, bad } = await readImport(
      asFile({
        metadata: { application: 'Mini Diary', version: '3.3.0', dateUpdated: 'Sun Feb 15 2026 15:15:23 GMT+0100' },
        entries: {
          '2024-01-01': {
            dateUpdated: 'Sun Feb 15 2026 15:15:14 GMT+0100',
            title: 'First',
            text: 'This is **it**.\n\n- a',
          },
          '2024-02-30': { dateUpdated: '', title: 'No day', text: '' },
          '01/02/2024': { dateUpdated: '', title: 'Any day', text: '' },
          '2024-01-02': { title: 5, text: 'x' },
        },
      }),
    );
    expect([format, bad.map(({ where, reason }) => [where.line, reason])]).toEqual([
      'mini-diary',
      [
        [2, 'bad-date'],
        [3, 'bad-date'],
        [4, 'not-text'],
      ],
    ]);
    expect(records[0]).toMatchObject({
      title: 'First',
      day: '2024-01-01',
      at: Date.parse('2024-01-01T12:00:00+01:00'),
    });
    expect(records[0]?.body.content.map(({ type }) => type)).toEqual(['paragraph', 'bulletList']);
  });
});

describe('a Mini Diarium export', () => {
  test('has several entries a day, in HTML with pictures in it', async () => {
    const png = Buffer.from('89504e470d0a1a0a', 'hex');
    const { format, records, bad } = await readImport(
      asFile({
        metadata: { application: 'Mini Diarium', version: '1.0.0' },
        entries: [
          {
            id: 1,
            date: '2024-01-15',
            title: '',
            text: `<p>a</p><img src="data:image/png;base64,${png.toString('base64')}" alt="x">`,
            tags: ['travel'],
          },
          { id: 2, date: '2024-01-15', title: 'b', text: 'plain', dateUpdated: '2024-01-01T12:00:00Z', tags: [] },
          { id: 3, date: '2024-01-16', title: 'c', text: '<p>c<img src="image://7"></p>' },
        ],
      }),
    );
    expect(format).toBe('mini-diarium');
    expect(bad).toEqual([{ where: { file: '', line: 3 }, reason: 'missing-picture' }]);
    expect(records.map(({ title, tags, body }) => [title, documentText(body), ...tags])).toEqual([
      ['', 'a', 'travel'],
      ['b', 'plain'],
      ['c', 'c'],
    ]);
    const [picture] = records[0]?.pictures ?? [];
    expect(records[0]?.body.content[1]).toEqual({ type: 'image', attrs: { id: picture?.id, caption: '', alt: 'x' } });
    expect(Buffer.from((await picture?.read()) ?? [])).toEqual(png);
    expect(picture?.name).toBe('picture.png');
  });
});
