import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentText } from '#core/document';
import { readImport, tempFile } from '#tests/support/temp-imports';

describe("Day One's plain text", () => {
  test('of the app itself is read whole, and what stands before the first date told', async () => {
    const { format, records, bad } = await readImport(
      join(import.meta.dirname, '../../fixtures/import/dayone-sample.txt'),
    );
    expect(format).toBe('day-one-text');
    expect(bad).toEqual([{ where: { file: '', line: 1 }, reason: 'no-date' }]);
    expect(records.map(({ title, day, where }) => [title, day, where.line])).toEqual([
      ['Morning Reflections', '2024-01-15', 3],
      ['Project Milestone', '2024-01-16', 9],
      ['Leap Year Entry', '2024-02-29', 15],
    ]);
    expect(documentText(records[2]?.body ?? { type: 'doc', content: [] })).toMatch(
      /^This is a special entry.*family and friends\.$/,
    );
  });

  test('has times, tags, and what else it tells of an entry above the words', async () => {
    const { records, bad } = await readImport(
      tempFile(
        'Journal.txt',
        [
          '\tDate:\tJanuary 15, 2024 at 9:30:00\u202fPM GMT+1',
          '\tTags:\ttravel, with Dana',
          '\tWeather:\t3°C Clear',
          '',
          'Only one line\\.',
          '\tDate:\tsometime',
          '',
          'b',
          '\tDate:\t',
          '\tDate:\t16 January 2024',
        ].join('\r\n'),
      ),
    );
    expect(records.map(({ title, tags, at, body }) => ({ title, tags, at, words: documentText(body) }))).toEqual([
      { title: '', tags: ['travel', 'with Dana'], at: Date.parse('2024-01-15T20:30:00Z'), words: 'Only one line.' },
      { title: '', tags: [], at: Date.parse('2024-01-16T11:00:00Z'), words: '' },
    ]);
    expect(bad.map(({ where, reason }) => [where.line, reason])).toEqual([
      [6, 'bad-date'],
      [9, 'no-date'],
    ]);
  });
});
