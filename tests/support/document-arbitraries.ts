import fc from 'fast-check';
import type { Block, Document, Inline, ListItem, Mark, TaskItem } from '#core/document';
import type { RecordId } from '#core/record';

/** What Markdown reads as something else, at the beginning of lines and within them. */
const TRICKY = [
  '# not a heading',
  '## ',
  '#',
  '- item',
  '-',
  '+ plus',
  '* star',
  '1. one',
  '12) twelve',
  '> quote',
  '---',
  '***',
  '- - -',
  '===',
  ':-:',
  ':-',
  '|a|b|',
  '| - | - |',
  '```',
  '~~~',
  '~~struck~~',
  '[x] box',
  '[ ] box',
  '[a](b)',
  '[a]: b',
  '![a](b)',
  '![[a.png]]',
  '!',
  '<b>',
  '<br>',
  '<https://example.org>',
  'https://example.org',
  '&amp;',
  '&#35;',
  '\\',
  '\\*',
  '*',
  '**',
  '_',
  '__a__',
  'a_b_c',
  '`code`',
  '    code',
  '\t',
  ' ',
  '  ',
  '\n',
  'a\nb',
  '\u00a0',
  '\ufeff',
  '\u2028',
  '“',
  '。',
  '🌊',
  '1',
  '.',
  'a ',
  ' a',
  '<!-- -->',
  '$x$',
  '[^1]',
  '[[note]]',
  '-->',
  ']]>',
  ')',
  '("',
];

const anyWords = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(fc.constantFrom(...TRICKY), fc.string({ unit: 'grapheme', maxLength: 6 }), fc.string({ maxLength: 4 })),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((parts) => parts.join(''))
    .filter((words) => words !== '');

const anyHref = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constantFrom(
      'https://example.org/a(b)c',
      'https://example.org/<x>&amp;y',
      'mailto:dana@example.org',
      'tel:+15550142',
      'https://example.org/a\\b*c_d`e|f[g]"h"',
      'https://example.org/ä🌊',
      'https://example.org/%20)',
    ),
  );

const anyMarks = (): fc.Arbitrary<Mark[]> =>
  fc
    .record({
      href: fc.option(anyHref(), { freq: 3 }),
      title: fc.option(
        fc.oneof(fc.constantFrom('a "title"', '', '\\', 'a\n\nb', '&amp;'), fc.string({ maxLength: 6 })),
      ),
      bold: fc.boolean(),
      italic: fc.boolean(),
    })
    .map(({ href, title, bold, italic }) => [
      ...(href === null ? [] : [{ type: 'link', attrs: title === null ? { href } : { href, title } } as const]),
      ...(bold ? [{ type: 'bold' } as const] : []),
      ...(italic ? [{ type: 'italic' } as const] : []),
    ]);

const anyInline = (): fc.Arbitrary<Inline> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(anyWords(), anyMarks())
        .map(([text, marks]): Inline => (marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks })),
    },
    { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
    { weight: 1, arbitrary: anyMarks().map((marks): Inline => ({ type: 'hardBreak', marks })) },
  );

const anyInlines = () => fc.array(anyInline(), { maxLength: 5 });

const anyPicture = (): fc.Arbitrary<Block> =>
  fc
    .record({
      id: fc.uuid({ version: 7 }).map((id) => id as RecordId),
      caption: fc.oneof(fc.constant(''), anyWords()),
      alt: fc.oneof(fc.constant(''), anyWords()),
    })
    .map((attrs) => ({ type: 'image', attrs }));

const anyStart = () =>
  fc.oneof(fc.integer({ min: 0, max: 99 }), fc.constantFrom(null, -1, 1.5, Number.NaN, 999_999_999, 1_000_000_000));

const { block } = fc.letrec<{ block: Block; item: ListItem; task: TaskItem }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    anyInlines().map((content): Block => ({ type: 'paragraph', content })),
    fc
      .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), anyInlines())
      .map(([level, content]): Block => ({ type: 'heading', attrs: { level }, content })),
    fc.constant<Block>({ type: 'horizontalRule' }),
    anyPicture(),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content): Block => ({ type: 'bulletList', content })),
    fc
      .tuple(anyStart(), fc.constantFrom(null, 'a'), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([start, type, content]): Block => ({ type: 'orderedList', attrs: { start, type }, content })),
    fc.array(tie('task'), { minLength: 1, maxLength: 3 }).map((content): Block => ({ type: 'taskList', content })),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content): Block => ({ type: 'blockquote', content })),
  ),
  item: fc
    .tuple(anyInlines(), fc.array(tie('block'), { maxLength: 2 }))
    .map(([content, rest]): ListItem => ({ type: 'listItem', content: [{ type: 'paragraph', content }, ...rest] })),
  task: fc.tuple(fc.boolean(), anyInlines(), fc.array(tie('block'), { maxLength: 2 })).map(
    ([checked, content, rest]): TaskItem => ({
      type: 'taskItem',
      attrs: { checked },
      content: [{ type: 'paragraph', content }, ...rest],
    }),
  ),
}));

/** Documents of every shape the schema allows, full of words that Markdown would read as something else. */
export const trickyDocument = (): fc.Arbitrary<Document> =>
  fc.array(block, { minLength: 1, maxLength: 5 }).map((content) => ({ type: 'doc', content }));
