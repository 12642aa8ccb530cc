const MANY = 100_000;
const CSV = 'full_date,date,weekday,time,mood,activities,note_title,note\n';

/** Daylio's rows that would be slow, or are not what they seem. */
export const hostileRows: readonly (readonly [string, string])[] = [
  ['quotation marks', `${CSV}${'"'.repeat(MANY)}`],
  ['quotation marks on lines', `${CSV}${'"\n'.repeat(MANY)}`],
  ['quotation marks begun', `${CSV}${'2024-01-15,,,10:00,good,,,"\n'.repeat(5000)}`],
  ['commas', `${CSV}${','.repeat(1_000_000)}`],
  ['empty lines', `${CSV}${'\n'.repeat(1_000_000)}`],
  ['columns of prototypes', `__proto__,constructor,${CSV}x,y,2024-01-15,,,10:00,good,,,a\n`],
  ['columns twice', `full_date,full_date,mood,mood,time\n2024-01-15,x,good,y,10:00\n`],
  ['formulas', `${CSV}2024-01-15,,,10:00,=cmd|'/c calc'!A0,@SUM(1),+1,-1\n`],
  ['many activities', `${CSV}2024-01-15,,,10:00,good,"${'a | '.repeat(50_000)}",,\n`],
  [
    'notes of scripts',
    `${CSV}2024-01-15,,,10:00,good,,,"<p><script>alert(1)</script><a href=""javascript:x"">a</a></p>"\n`,
  ],
  ['notes of open tags', `${CSV}2024-01-15,,,10:00,good,,,"${'<blockquote>'.repeat(50_000)}"\n`],
  ['notes of lists in lists', `${CSV}2024-01-15,,,10:00,good,,,"${'<ul><li>'.repeat(50_000)}"\n`],
  ['notes of marks', `${CSV}2024-01-15,,,10:00,good,,,"${'<b><i>'.repeat(50_000)}a"\n`],
  ['notes of paragraphs', `${CSV}2024-01-15,,,10:00,good,,,"${'<p>a'.repeat(50_000)}"\n`],
  ['notes of angles', `${CSV}2024-01-15,,,10:00,good,,,"<p>${'<'.repeat(MANY)}"\n`],
  [
    'dates beyond all',
    `${CSV}0000-00-00,,,10:00,a,,,\n9999-12-31,,,10:00,a,,,\n2199-12-31,,,23:59,a,,,\n1900-01-01,,,0:00,a,,,\n-1,,,,a,,,\n`,
  ],
  [
    'times beyond all',
    `${CSV}2024-01-15,,,${'9'.repeat(500)}:00,a,,,\n2024-01-15,,,-1:00,a,,,\n2024-01-15,,,1:2:3:4,a,,,\n`,
  ],
  ['dates of many words', `${CSV}${'a '.repeat(50_000)},,,10:00,a,,,\n`],
  ['other line ends', `${CSV.replace('\n', '\r')}2024-01-15,,,10:00,good,,,a\r2024-01-16,,,10:00,good,,,b\u2028c`],
];

/** Journals in text of the same kinds. */
export const hostileTexts: readonly (readonly [string, string])[] = [
  ['brackets on lines', `[2024-01-15 09:30] a\n${'[\n'.repeat(MANY)}`],
  ['many dates', '[2024-01-15 09:30] a\n'.repeat(5000)],
  ['a title without end', `[2024-01-15 09:30] ${'a. '.repeat(300_000)}`],
  [
    'many tags',
    `[2024-01-15 09:30] ${'@a'.repeat(MANY)} ${Array.from({ length: 5000 }, (_, index) => `@t${index}`).join(' ')}`,
  ],
  ['stars', `[2024-01-15 09:30] ${'*'.repeat(MANY)}`],
  ['stars and spaces', `[2024-01-15 09:30] ${'* '.repeat(MANY)}a\n${'* '.repeat(MANY)}`],
  ['stars at the end', `[2024-01-15 09:30] a${' *'.repeat(MANY)}`],
  ['dates that run on', `[2024-01-15 09:30] a\n[${'2'.repeat(MANY)}`],
  ["Day One's marks", '\tDate:\t15 January 2024\n'.repeat(5000)],
  ["Day One's marks about it", `\tDate:\t15 January 2024\n${'\tWeather:\tx\n'.repeat(MANY)}`],
  ["Day One's words of quotations", `\tDate:\t15 January 2024\n\n${'>'.repeat(MANY)}`],
];
