import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, minuteOfDay } from '#core/local-date';
import { readClock } from '#worker/imports/clock-words';
import { momentOf, readMoment } from '#worker/imports/moment-words';
import { dateOfNote } from '#worker/imports/note-date';

const told = (text: string): string | null => {
  const found = readMoment(text);
  if (found === null) return null;
  const { day, clock } = found;
  if (clock === null) return day;
  const time = new Date(clock.ms)
    .toISOString()
    .slice(11, 23)
    .replace(/\.000$/, '');
  return `${day} ${time}${clock.offset === null ? '' : ` ${clock.offset}`}`;
};

describe('a date as it was written', () => {
  test.each([
    ['2024-01-15', '2024-01-15'],
    ['2024/1/5', '2024-01-05'],
    ['2024.01.15', '2024-01-15'],
    ['20240115', '2024-01-15'],
    ['20240115T093000Z', null],
    ['2024-01-15T09:30:00Z', '2024-01-15 09:30:00 0'],
    ['2024-01-15T09:30:00.250+02:00', '2024-01-15 09:30:00.250 120'],
    ['2024-01-15 09:30', '2024-01-15 09:30:00'],
    ['2024-01-15 9:30:05 PM', '2024-01-15 21:30:05'],
    ['2024-01-15 09:30 -0500', '2024-01-15 09:30:00 -300'],
    ['15 January 2024', '2024-01-15'],
    ['15. Januar 2024', '2024-01-15'],
    ['15 de enero de 2024', '2024-01-15'],
    ['15 janvier 2024', '2024-01-15'],
    ['15 stycznia 2024', '2024-01-15'],
    ['15 января 2024 г.', '2024-01-15'],
    ['January 15th, 2024', '2024-01-15'],
    ['Monday, January 15, 2024', '2024-01-15'],
    ['January 15, 2024 at 9:30:00 AM GMT+1', '2024-01-15 09:30:00 60'],
    ['15 January 2024 at 09:30:00 CET', '2024-01-15 09:30:00 60'],
    ['January 15, 2024 at 9:30:00\u202fPM EST', '2024-01-15 21:30:00 -300'],
    ['15.1.2024', '2024-01-15'],
    ['15/01/2024', '2024-01-15'],
    ['01/15/2024', '2024-01-15'],
    ['2024年1月15日', '2024-01-15'],
    ['2024년 1월 15일', '2024-01-15'],
    ['December 9 2017', '2017-12-09'],
    ['18 May 2018', '2018-05-18'],
  ])('%j is %j', (text, expected) => {
    expect(told(text)).toBe(expected);
  });

  test.each([
    '',
    'yesterday',
    '2024-13-01',
    '2024-02-30',
    '1066-10-14',
    '01/02/2024',
    '15 January',
    'January 2024',
    '2024-01-15 25:00',
    '2024-01-15 09:30 XYZT',
    '2024-01-15 lunch',
    `15 January 2024${' '.repeat(200)}`,
    '15 Smarch 2024',
  ])('%j is none, or could be two', (text) => {
    expect(told(text)).toBeNull();
  });
});

describe('a time as it was written', () => {
  test.each([
    ['22:00', '22:00'],
    ['10:00 pm', '22:00'],
    ['10:00 p.m.', '22:00'],
    ['10:00 p. m.', '22:00'],
    ['9:05\u202fPM', '21:05'],
    ['9:05\u00a0AM', '09:05'],
    ['12:15 am', '00:15'],
    ['12:00 pm', '12:00'],
    ['下午9:05', '21:05'],
    ['오후 9:05', '21:05'],
    ['9:05 μ.μ.', '21:05'],
    ['٩:٠٥ م', '21:05'],
    ['９：０５', '09:05'],
    ['21.05', '21:05'],
    ['21 h 05', '21:05'],
    ['9 PM', '21:00'],
    ['00:00', '00:00'],
  ])('%j is %j', (text, expected) => {
    expect(new Date(readClock(text)?.ms ?? Number.NaN).toISOString().slice(11, 16)).toBe(expected);
  });

  test.each(['', '24:00', '9:60', '9', '13', 'noon', '9:05 xm', '9:05:99'])('%j is none', (text) => {
    expect(readClock(text)).toBeNull();
  });
});

describe('what a written moment means', () => {
  const at = (text: string, zone: string) => {
    const written = readMoment(text);
    return written === null ? null : momentOf(written, zone);
  };

  test('is noon of its day where no time is given', () => {
    const found = at('2024-01-15', 'Pacific/Kiritimati');
    expect(found?.day).toBe('2024-01-15');
    expect(minuteOfDay(found?.at ?? 0, 'Pacific/Kiritimati')).toBe(720);
  });

  test('is the instant after the gap where clocks jump, and the first of two where they are put back', () => {
    expect(at('2024-03-31 02:30', 'Europe/Berlin')?.at).toBe(Date.parse('2024-03-31T01:30:00Z'));
    expect(at('2024-10-27 02:30', 'Europe/Berlin')?.at).toBe(Date.parse('2024-10-27T00:30:00Z'));
  });

  test('keeps the day it had where it was written', () => {
    const tokyo = at('2024-01-15T23:30:00+09:00', 'Europe/Berlin');
    expect(tokyo).toEqual({ at: Date.parse('2024-01-15T14:30:00Z'), zone: 'Etc/GMT-9', day: '2024-01-15' });
    expect(at('2024-01-15T23:30:00+01:00', 'Europe/Berlin')?.zone).toBe('Europe/Berlin');
    expect(at('2024-01-15T23:30:00Z', 'Europe/Berlin')).toMatchObject({ zone: 'Europe/Berlin', day: '2024-01-16' });
    expect(at('2024-01-15T23:30:00+05:45', 'Europe/Berlin')?.zone).toBe('Europe/Berlin');
  });

  test('is found for any day and time in any zone, on the wall as it was written but for skipped hours', () => {
    const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1905-01-01'), max: new Date('2199-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (date, zone) => {
          const text = date.toISOString().slice(0, 16);
          const found = at(text, zone);
          expect(found).not.toBeNull();
          expect(dayOf(found?.at ?? 0, zone)).toBe(found?.day);
          expect(
            Math.abs(Date.parse(`${found?.day}T12:00Z`) - Date.parse(`${text.slice(0, 10)}T12:00Z`)),
          ).toBeLessThanOrEqual(86_400_000);
        },
      ),
    );
  });
});

describe('the date in the name of a note', () => {
  test.each([
    ['2024-01-15', '2024-01-15', ''],
    ['Daily/2024-01-15', '2024-01-15', ''],
    ['2024-01-15 At the lake', '2024-01-15', 'At the lake'],
    ['2024_01_15', '2024-01-15', ''],
    ['20240115', '2024-01-15', ''],
    ['20240115093000', null, '20240115093000'],
    ['2024-01-15 0930', '2024-01-15', ''],
    ['2024-01-15 09.30.12 Walk', '2024-01-15', 'Walk'],
    ['2024-01-15-walk', '2024-01-15', 'walk'],
    ['2024-01-15 5 things', '2024-01-15', '5 things'],
    ['January 15, 2024', '2024-01-15', ''],
    ['2024/01/15', '2024-01-15', ''],
    ['2024/01-January/15', '2024-01-15', ''],
    ['2024-13-15', null, '2024-13-15'],
    ['Ideas', null, 'Ideas'],
  ])('of %j is %j', (path, day, rest) => {
    const found = dateOfNote(path);
    expect(found.written?.day ?? null).toBe(day);
    expect(found.rest).toBe(rest);
  });
});
