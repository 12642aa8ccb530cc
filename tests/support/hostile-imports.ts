import { hostileRows, hostileTexts } from '#tests/support/hostile-lines';
import { hostileFronts, hostileMarkdown } from '#tests/support/hostile-markdown';
import type { Contents } from '#tests/support/temp-imports';
import { type Member, zipOf } from '#tests/support/zip-files';

/** A file that means harm: what it is, its name, and what is in it. */
export type HostileFile = readonly [what: string, name: string, contents: () => Contents];

const MANY = 100_000;
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
  ...hostileMarkdown.map(as('Markdown', '2024-01-15.md')),
  ...hostileMarkdown.map(
    ([detail, text]): HostileFile => [
      `Day One: ${detail}`,
      'a.json',
      () => JSON.stringify({ entries: [{ creationDate: '2024-01-15T09:30:00Z', text }] }),
    ],
  ),
  ...hostileFronts.map(as('Markdown', '2024-01-15.md')),
  ...hostileRows.map(as('Daylio', 'a.csv')),
  ...hostileTexts.map(as('text', 'a.txt')),
  ...diaries.map(as('diary', 'a.json')),
  ...zips.map(([detail, bytes]): HostileFile => [`zip: ${detail}`, 'a.zip', bytes]),
];
