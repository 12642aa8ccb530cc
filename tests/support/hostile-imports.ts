import type { Contents } from '#tests/support/temp-imports';
import { type Member, zipOf } from '#tests/support/zip-files';

/** A file that means harm: what it is, its name, and what is in it. */
export type HostileFile = readonly [what: string, name: string, contents: () => Contents];

const MANY = 100_000;
const CSV = 'full_date,date,weekday,time,mood,activities,note_title,note\n';
const date = '"date":"2024-01-15","time":"09:30"';

/** Values that no field expects. */
const values: readonly (readonly [string, string])[] = [
  ['null', 'null'],
  ['a number', '1e400'],
  ['true', 'true'],
  ['a list', '[]'],
  ['an object', '{}'],
  ['a prototype', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
  ['a toString of its own', '{"toString":"x","valueOf":"y","length":-1}'],
  ['half a pair', '"\\ud800"'],
  ['NUL and controls', '"\\u0000\\u0007\\u001b[31m\\u0085"'],
  ['other directions', '"\\u202e\\u2066abc\\u2069"'],
  ['a hundred thousand brackets', `${'['.repeat(MANY)}${']'.repeat(MANY)}`],
  ['a hundred thousand open brackets', '['.repeat(MANY)],
  ['a hundred thousand objects', `${'{"a":'.repeat(MANY)}1${'}'.repeat(MANY)}`],
  ['a long word', `"${'x'.repeat(2_000_000)}"`],
];

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  'day-one': ['creationDate', 'timeZone', 'text', 'richText', 'tags', 'photos', 'uuid'],
  jrnl: ['date', 'time', 'title', 'body', 'tags'],
};

const entries = (kind: string, field: string, value: string): string => {
  const sound =
    kind === 'day-one'
      ? '{"creationDate":"2024-01-15T09:30:00Z","text":"sound"}'
      : `{${date},"title":"sound","body":""}`;
  const around =
    kind === 'day-one' ? '"creationDate":"2024-01-15T09:30:00Z","text":"a"' : `${date},"title":"a","body":"b"`;
  return `{"entries":[${sound},{${around},"${field}":${value}}`;
};

const inFields: readonly HostileFile[] = Object.entries(fieldsOf).flatMap(([kind, fields]) =>
  fields.flatMap((field) =>
    values.map(
      ([what, value]): HostileFile => [
        `${what} for ${field} in ${kind}`,
        'a.json',
        () => `${entries(kind, field, value)}]}`,
      ],
    ),
  ),
);

const rich = (contents: unknown): string =>
  JSON.stringify({
    entries: [{ creationDate: '2024-01-15T09:30:00Z', text: 'plain', richText: JSON.stringify({ contents }) }],
  });

const line = (about: Readonly<Record<string, unknown>>) => ({ text: 'a\n', attributes: { line: about } });

const richTexts: readonly HostileFile[] = [
  [
    'rich text of lists without end',
    'a.json',
    () => rich(Array.from({ length: 5000 }, (_, index) => line({ listStyle: 'bulleted', indentLevel: index }))),
  ],
  [
    'rich text of lists to and fro',
    'a.json',
    () =>
      rich(
        Array.from({ length: 5000 }, (_, index) =>
          line({ listStyle: index % 2 ? 'x' : 'numbered', indentLevel: index % 7, listIndex: -5.5 }),
        ),
      ),
  ],
  [
    'rich text of senseless forms',
    'a.json',
    () =>
      rich([
        line({ header: -1 }),
        line({ header: 1e300 }),
        line({ listStyle: '__proto__', indentLevel: Number.MAX_VALUE }),
        line({ quote: 'yes' }),
      ]),
  ],
  [
    'rich text with a script for a link',
    'a.json',
    () => rich([{ text: 'a', attributes: { linkURL: 'javascript:alert(1)' } }]),
  ],
  [
    'rich text with a path for a picture',
    'a.json',
    () => rich([{ embeddedObjects: [{ type: 'photo', identifier: '../../etc/passwd' }] }]),
  ],
  [
    'rich text of many quotations',
    'a.json',
    () => rich(Array.from({ length: 20_000 }, (_, index) => line({ quote: index % 2 === 0 }))),
  ],
  ['rich text in rich text', 'a.json', () => rich([{ text: JSON.stringify({ contents: [{ text: 'a' }] }) }])],
];

/** Markdown that would be slow, deep, run, or leave its folder. */
const markdown: readonly (readonly [string, string])[] = [
  ['quotations', `${'>'.repeat(MANY)}a`],
  ['quotations with spaces', `${'> '.repeat(MANY)}a`],
  ['brackets', '['.repeat(MANY)],
  ['pairs of brackets', `${'['.repeat(MANY)}${']'.repeat(MANY)}`],
  ['pictures begun', '!['.repeat(MANY)],
  ['embeds begun', '![['.repeat(MANY)],
  ['links begun', '[a]('.repeat(MANY)],
  ['links in angles begun', '[a](<b'.repeat(MANY)],
  ['titles begun', '[a](b "'.repeat(20_000)],
  ['stars', '*'.repeat(MANY)],
  ['stars and words', '*a '.repeat(MANY)],
  ['stars both ways', 'a**b'.repeat(MANY)],
  ['stars and lines', '*_a'.repeat(MANY)],
  ['backticks', Array.from({ length: 1000 }, (_, index) => `${'`'.repeat(index)}a`).join('')],
  ['angles', '<'.repeat(MANY)],
  ['tags begun', '<a href="'.repeat(MANY)],
  ['comments begun', '<!--'.repeat(MANY)],
  ['data begun', '<![CDATA['.repeat(MANY)],
  ['items in items', Array.from({ length: 1500 }, (_, index) => `${'  '.repeat(index)}- a`).join('\n')],
  ['items in a line', `${'- '.repeat(MANY)}a`],
  ['numbers in a line', `${'1. '.repeat(MANY)}a`],
  ['items and quotations in a line', `${'> - '.repeat(MANY)}a`],
  ['definitions', '[x]: y\n'.repeat(25_000)],
  [
    'definitions and uses',
    `${Array.from({ length: 5000 }, (_, index) => `[${index}]: u`).join('\n')}\n\n${'[1] '.repeat(5000)}`,
  ],
  [
    'definitions of prototypes',
    '[__proto__]: https://example.org\n[constructor]: https://example.org\n\n[__proto__] [constructor]',
  ],
  ['a table of many rows', `|a|b|\n|-|-|\n${'|x|\n'.repeat(50_000)}`],
  ['a table of many columns', `${'|'.repeat(2000)}\n${'|-'.repeat(2000)}\n${'|x\n'.repeat(5000)}`],
  ['many lines', 'a\n'.repeat(MANY)],
  ['many paragraphs', 'a\n\n'.repeat(MANY)],
  ['many headings', '#\n'.repeat(MANY)],
  ['many rules', '---\n'.repeat(MANY)],
  ['spaces', `a${' '.repeat(MANY)}b`],
  ['spaces on many lines', `a${' '.repeat(50_000)}\n${' '.repeat(50_000)}b`],
  ['empty lines in code', `~~~\na${'\n'.repeat(MANY)}b\n~~~`],
  ['empty lines', `a${'\n'.repeat(MANY)}b`],
  ['other spaces', `a${'\u00a0'.repeat(MANY)}b`],
  ['backslashes', '\\'.repeat(MANY)],
  ['references', '&#x'.repeat(MANY)],
  ['references to nothing', '&#0;&#xD800;&#x110000;&bogus;'],
  ['scripts', '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n<svg/onload=alert(1)>'],
  [
    'scripts for links',
    '[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x) [d](vbscript:x) <javascript:x> [e](file:///etc/passwd)',
  ],
  ['scripts with references', '[a](javascript&colon;alert(1)) [b](&#106;avascript:x) [c](java&#10;script:x)'],
  ['links with controls', '[a](https://a\u0000b) [b](<https://a b>) [c](https://a\u202eb)'],
  [
    'pictures from elsewhere',
    '![a](file:///etc/passwd) ![b](//host/x.png) ![c](\\\\host\\x.png) ![d](data:image/png;base64,AAAA)',
  ],
  [
    'pictures outside',
    '![](../x.png) ![](../../../../etc/passwd) ![](/etc/passwd) ![](..%2f..%2fetc/passwd) ![](%2e%2e/x.png) ![[../x.png]]',
  ],
  ['pictures of broken names', '![](%) ![](%ff.png) ![](\u0000.png) ![[]] ![](<>)'],
  ['NUL and controls', '\u0000\u0001\u001b[31m\u0085\ufffe'],
  ['only half pairs', '\\ud800 \ud800'],
];

const front: readonly (readonly [string, string])[] = [
  ['front matter of brackets', `---\na: ${'['.repeat(20_000)}\n---\nb`],
  ['front matter of lists in lists', `---\n${'- '.repeat(20_000)}a\n---\nb`],
  ['front matter of braces', `---\n${'{a: '.repeat(10_000)}\n---\nb`],
  [
    'front matter that laughs',
    `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join()}]`)
      .join('\n')}\n---\nb`,
  ],
  ['front matter with a prototype', '---\n__proto__:\n  polluted: true\nconstructor: x\ndate: 2024-01-15\n---\nb'],
  ['front matter with tags of types', '---\ndate: !!js/function "x"\ntitle: !!binary aGk=\n---\nb'],
  ['front matter that never ends', `---\n${'a: b\n'.repeat(30_000)}`],
  ['front matter of other things', '---\n- a\n- b\n---\nc'],
  ['front matter with numbers', '---\ndate: 1e999\ntitle: 7\ntags: {a: b}\npinned: [true]\n---\nb'],
];

const rows: readonly (readonly [string, string])[] = [
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

const texts: readonly (readonly [string, string])[] = [
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

const html = (text: string): string => JSON.stringify({ entries: [{ date: '2024-01-15', title: '', text }] });

const diaries: readonly (readonly [string, string])[] = [
  [
    'scripts',
    html(
      '<p onclick="x()">a<script>alert(1)</script><iframe src="javascript:x"></iframe><svg onload=x><a href="javascript:x">b</a></p>',
    ),
  ],
  ['a picture that is text', html('<img src="data:text/html;base64,PHNjcmlwdD4="><p>a</p>')],
  ['a picture of nonsense', html('<p>a</p><img src="data:image/png;base64,====">')],
  ['a large picture', html(`<p>a</p><img src="data:image/png;base64,${'A'.repeat(3_000_000)}">`)],
  ['a drawing', html('<img src="data:image/svg+xml;base64,PHN2Zz4="><p>a</p>')],
  [
    'days of prototypes',
    '{"entries":{"2024-01-15":{"title":"a","text":"b"},"__proto__":{"title":"x","text":"y"},"constructor":{"text":"z"}}}',
  ],
  ['days twice', '{"entries":{"2024-01-15":{"text":"a"},"2024-01-15":{"text":"b"}}}'],
  ['entries twice', '{"entries":{"2024-01-15":{"text":"a"}},"entries":{"2024-01-16":{"text":"b"}}}'],
  ['names of broken escapes', '{"\\ud83d\\":1,"entries":{"2024-01-15":{"text":"a"}}}'],
  ['a comma too many', '{"entries":[{"date":"2024-01-15","text":"a"},,,,{"date":"2024-01-16","text":"b"},]}'],
  ['no comma at all', '{"entries":[{"date":"2024-01-15","text":"a"}{"date":"2024-01-16","text":"b"}]}'],
  ['brackets the wrong way', '{"entries":[{"date":"2024-01-15","text":"a"],{"date":"2024-01-16","text":"b"}}}'],
  ['a string without end', `{"entries":[{"date":"2024-01-15","text":"a"},{"date":"${'\\"'.repeat(MANY)}`],
  ['a million of nothing', `{"entries":[{"date":"2024-01-15","text":"a"}${',0'.repeat(200_000)}]}`],
];

const journal =
  '{"entries":[{"creationDate":"2024-01-15T09:30:00Z","text":"![](dayone-moment://A)","photos":[{"identifier":"A","md5":"aa","type":"jpeg"}]}]}';
const withPhoto = (...members: Member[]) => zipOf([{ name: 'a.json', content: journal }, ...members]);

const zips: readonly (readonly [string, () => Buffer])[] = [
  ['a picture above the folder', () => withPhoto({ name: '../photos/aa.jpeg', content: 'x' })],
  ['a picture at the top of the disk', () => withPhoto({ name: '/photos/aa.jpeg', content: 'x' })],
  ['a picture on another drive', () => withPhoto({ name: 'C:\\photos\\aa.jpeg', content: 'x' })],
  ['a picture that is a link', () => withPhoto({ name: 'photos/aa.jpeg', content: '/etc/passwd', mode: 0o120777 })],
  ['a picture that is a folder', () => withPhoto({ name: 'photos/aa.jpeg/' })],
  [
    'a picture twice',
    () => withPhoto({ name: 'photos/aa.jpeg', content: 'x' }, { name: 'photos/aa.jpeg', content: 'y' }),
  ],
  ['a picture under a password', () => withPhoto({ name: 'photos/aa.jpeg', content: 'x', encrypted: true })],
  ['a picture that begins elsewhere', () => withPhoto({ name: 'photos/aa.jpeg', content: 'x', at: 0x7fffffff })],
  ['a picture in the directory itself', () => withPhoto({ name: 'photos/aa.jpeg', content: 'x', at: 1 })],
  [
    'a picture that unpacks to much',
    () => withPhoto({ name: 'photos/aa.jpeg', content: Buffer.alloc(120 * 1024 * 1024) }),
  ],
  [
    'a picture that says it is short',
    () => withPhoto({ name: 'photos/aa.jpeg', content: Buffer.alloc(120 * 1024 * 1024), size: 5 }),
  ],
  [
    'sizes of sixty-four bits',
    () =>
      withPhoto({
        name: 'photos/aa.jpeg',
        content: 'x',
        size: 0xffffffff,
        extra: Buffer.from('01001000ffffffffffffffffffffffffffffffff', 'hex'),
      }),
  ],
  [
    'broken extra fields',
    () => withPhoto({ name: 'photos/aa.jpeg', content: 'x', extra: Buffer.from('0100ffff00', 'hex') }),
  ],
  [
    'another name in an extra field',
    () =>
      withPhoto({
        name: 'photos/bb.jpeg',
        content: 'x',
        extra: Buffer.concat([Buffer.from('75701500010000000000', 'hex'), Buffer.from('../photos/aa.jpeg')]),
      }),
  ],
  ['names that are no text', () => withPhoto({ name: Buffer.from([0xff, 0xfe, 0x2f, 0x80]), content: 'x' })],
  ['a name without end', () => withPhoto({ name: 'a/'.repeat(30_000), content: 'x' })],
  ['more members than there are', () => zipOf([{ name: 'a.json', content: journal }], { count: 500 })],
  [
    'fewer members than there are',
    () =>
      zipOf(
        [
          { name: 'a.json', content: journal },
          { name: 'b.json', content: journal },
        ],
        { count: 1 },
      ),
  ],
  ['a second journal that is broken', () => withPhoto({ name: 'b.json', content: 'x', at: 3 })],
  ['a second journal that is noise', () => withPhoto({ name: 'b.json', content: Buffer.from([0, 255, 128, 7]) })],
];

const as =
  (what: string, name: string) =>
  ([detail, text]: readonly [string, string]): HostileFile => [`${what}: ${detail}`, name, () => text];

/** Files that want a reader to hang, to fail in a way of their own, to run something, or to reach for what is not theirs. */
export const hostileFiles: readonly HostileFile[] = [
  ...inFields,
  ...richTexts,
  ...markdown.map(as('Markdown', '2024-01-15.md')),
  ...markdown.map(
    ([detail, text]): HostileFile => [
      `Day One: ${detail}`,
      'a.json',
      () => JSON.stringify({ entries: [{ creationDate: '2024-01-15T09:30:00Z', text }] }),
    ],
  ),
  ...front.map(as('Markdown', '2024-01-15.md')),
  ...rows.map(as('Daylio', 'a.csv')),
  ...texts.map(as('text', 'a.txt')),
  ...diaries.map(as('diary', 'a.json')),
  ...zips.map(([detail, bytes]): HostileFile => [`zip: ${detail}`, 'a.zip', bytes]),
];
