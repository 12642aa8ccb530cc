import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentText } from '#core/document';
import { wallTime } from '#core/local-date';
import { readImport, tempFile } from '#tests/support/temp-imports';

const HEADER = 'full_date,date,weekday,time,mood,activities,note_title,note';
const readCsv = (text: string | Uint8Array) => readImport(tempFile('daylio_export.csv', text));
const wall = ({ at, zone }: { readonly at: number; readonly zone: string }) =>
  new Date(wallTime(at, zone)).toISOString().slice(0, 16);

describe('a Daylio export', () => {
  test('of the app itself is read whole', async () => {
    const { format, records, bad } = await readImport(
      join(import.meta.dirname, '../../fixtures/import/daylio-sample.csv'),
    );
    expect([format, bad, records.length]).toEqual(['daylio', [], 3]);
    const [first] = records;
    expect(first).toMatchObject({
      day: '2021-09-28',
      zone: 'Europe/Berlin',
      mood: 'sad',
      title: '',
      pinned: false,
      tags: [],
    });
    expect(first?.activities).toEqual([
      'clean',
      'music',
      'movies / tv',
      'bad sleep',
      'tired',
      'sleep early',
      'stomachache',
    ]);
    expect(wall(first ?? { at: 0, zone: 'UTC' })).toBe('2021-09-28T22:00');
    expect(first?.where).toEqual({ file: '', line: 2 });
  });

  test('has several entries a day, moods of any name and number, and activities with emoji', async () => {
    const { records, bad } = await readCsv(
      [
        HEADER,
        '2024-01-15,15 January,Monday,22:00,so-so 😐,"🚭 smoke free | meeting | 👨‍👩‍👧 family",Evening,Went well',
        '2024-01-15,15 January,Monday,8:00,Meh+,,,',
        '2024-01-14,14 January,Sunday,9:05\u202fPM,ground zero,walk,,"two',
        'lines, and ""quotes"""',
      ].join('\n'),
    );
    expect(bad).toEqual([]);
    expect(records.map(({ mood, activities }) => [mood, ...activities])).toEqual([
      ['so-so 😐', '🚭 smoke free', 'meeting', '👨‍👩‍👧 family'],
      ['Meh+'],
      ['ground zero', 'walk'],
    ]);
    expect(records.map(wall)).toEqual(['2024-01-15T22:00', '2024-01-15T08:00', '2024-01-14T21:05']);
    expect(records[0]).toMatchObject({ title: 'Evening' });
    expect(documentText(records[2]?.body ?? { type: 'doc', content: [] })).toBe('two\nlines, and "quotes"');
  });

  test('of an old version has its year in a column of its own', async () => {
    const { records, bad } = await readCsv(
      'year,date,weekday,time,mood,activities,note\n2018,18 May,Friday,11:54 pm,happy,"clean | cook","Went to a party"\n2018,Mai 17,Donnerstag,21:40,gut,,""',
    );
    expect(bad).toEqual([]);
    expect(records.map(wall)).toEqual(['2018-05-18T23:54', '2018-05-17T21:40']);
  });

  test('of a new version has more columns, in any order, which are passed over', async () => {
    const { records, bad } = await readCsv(
      'mood,scales,full_date,whatever,time,activities,note\nrad,Sleep: 7 h,2026-07-27,x,13:48,work | walk,n\n',
    );
    expect(bad).toEqual([]);
    expect(records[0]).toMatchObject({ mood: 'rad', activities: ['work', 'walk'], day: '2026-07-27' });
  });

  test('may have a mark at its beginning, other line ends and separators, empty lines and formatted notes', async () => {
    const { records, bad } = await readCsv(
      `\ufeff${HEADER.replaceAll(',', ';')}\r\n\r\n2024-01-15;;;10:00 pm;good;;;"a<br><b>b</b>"\r\n\r\n`,
    );
    expect(bad).toEqual([]);
    expect(records[0]?.where.line).toBe(3);
    expect(records[0]?.body.content).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'a' },
          { type: 'hardBreak' },
          { type: 'text', text: 'b', marks: [{ type: 'bold' }] },
        ],
      },
    ]);
    const wide = Buffer.from(`\ufeff${HEADER}\n2024-01-15,,,10:00,gut,,,ä`, 'utf16le');
    expect((await readCsv(wide)).records.map(({ body }) => documentText(body))).toEqual(['ä']);
  });

  test('has every bad row told with its line, and the others read', async () => {
    const { records, bad } = await readCsv(
      [
        HEADER,
        '2024-01-15,,,10:00,good,,,"a',
        'b"',
        ',,,10:00,good,,,',
        'soon,,,10:00,good,,,',
        '2024-01-16,,,25:00,good,,,',
        '2024-01-17',
        '2024-01-18,,,10:00,good,,,"never closed',
        '2024-01-19,,,10:00,good,,,fine',
        `2024-01-20,,,10:00,${'x'.repeat(500)},,,`,
        `2024-01-21,,,10:00,good,,,${'x'.repeat(1_000_001)}`,
        '2024-01-22,,,10:00,good,,,last',
      ].join('\n'),
    );
    expect(records.map(({ day }) => day)).toEqual(['2024-01-15', '2024-01-17', '2024-01-19', '2024-01-22']);
    expect(bad.map(({ where, reason }) => [where.line, reason])).toEqual([
      [4, 'no-date'],
      [5, 'bad-date'],
      [6, 'bad-date'],
      [8, 'bad-csv'],
      [10, 'too-long'],
      [11, 'too-long'],
    ]);
  });

  test('gives every row the same key each time, in any zone, and each another', async () => {
    const text = `${HEADER}\n2024-01-15,,,10:00,good,,,a\n2024-01-15,,,10:01,good,,,a\n2024-01-15,,,10:00,good,,,b`;
    const keys = async (zone: string) => {
      const { records } = await readImport(tempFile('a.csv', text), { zone });
      return records.map(({ key }) => key);
    };
    const first = await keys('Europe/Berlin');
    expect(await keys('America/New_York')).toEqual(first);
    expect(new Set(first).size).toBe(3);
  });
});
