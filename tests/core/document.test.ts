import { getSchema } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  countWords,
  type Document,
  document,
  documentFromText,
  documentText,
  emptyDocument,
  excerptOf,
  type Inline,
  type ListItem,
  type Mark,
  type TaskItem as TaskItemNode,
} from '#core/document';
import { isSafeHref, MAX_DEPTH, MAX_HREF, MAX_NODES } from '#core/document-problem';
import type { RecordId } from '#core/record';

const editor = getSchema([
  StarterKit.configure({
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    heading: { levels: [1, 2, 3] },
    link: { isAllowedUri: isSafeHref },
  }),
  TaskList,
  TaskItem.configure({ nested: true }),
]);
const throughEditor = (doc: unknown): unknown => ProseMirrorNode.fromJSON(editor, doc).toJSON();

const accepts = (value: unknown): boolean => document.safeParse(value).success;
const pathOf = (value: unknown): string => document.safeParse(value).error?.issues[0]?.path.join('.') ?? 'accepted';

const text = (words: string, ...marks: Mark[]): Inline =>
  marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks };
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content });
const doc = (...content: Block[]): Document => ({ type: 'doc', content });
const picture = {
  type: 'image',
  attrs: { id: '0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b' as RecordId, caption: 'The lake', alt: 'Grey water, a jetty' },
} as const;
const link = (href: string): Mark => ({ type: 'link', attrs: { href } });

const anyMarks = (): fc.Arbitrary<Mark[]> =>
  fc
    .record({ link: fc.option(fc.webUrl()), bold: fc.boolean(), italic: fc.boolean() })
    // In the order in which the editor ranks them.
    .map(({ link: href, bold, italic }) => [
      ...(href === null ? [] : [link(href)]),
      ...(bold ? [{ type: 'bold' } as const] : []),
      ...(italic ? [{ type: 'italic' } as const] : []),
    ]);
const anyInline = (): fc.Arbitrary<Inline> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(fc.string({ minLength: 1 }), anyMarks()).map(([words, marks]) => text(words, ...marks)),
    },
    { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
  );
const anyInlines = () => fc.array(anyInline(), { maxLength: 4 });

const { block: anyBlock } = fc.letrec<{ block: Block; item: ListItem; task: TaskItemNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    anyInlines().map((content): Block => ({ type: 'paragraph', content })),
    fc
      .tuple(fc.constantFrom(1 as const, 2 as const, 3 as const), anyInlines())
      .map(([level, content]): Block => ({ type: 'heading', attrs: { level }, content })),
    fc.constant<Block>({ type: 'horizontalRule' }),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content): Block => ({ type: 'bulletList', content })),
    fc
      .tuple(fc.integer({ min: 0, max: 99 }), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([start, content]): Block => ({ type: 'orderedList', attrs: { start, type: null }, content })),
    fc.array(tie('task'), { minLength: 1, maxLength: 3 }).map((content): Block => ({ type: 'taskList', content })),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content): Block => ({ type: 'blockquote', content })),
  ),
  item: fc
    .tuple(anyInlines(), fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, rest]): ListItem => ({ type: 'listItem', content: [paragraph(...first), ...rest] })),
  task: fc.tuple(fc.boolean(), anyInlines(), fc.array(tie('block'), { maxLength: 2 })).map(
    ([checked, first, rest]): TaskItemNode => ({
      type: 'taskItem',
      attrs: { checked },
      content: [paragraph(...first), ...rest],
    }),
  ),
}));
const anyDocument = (): fc.Arbitrary<Document> =>
  fc.array(anyBlock, { minLength: 1, maxLength: 6 }).map((content) => ({ type: 'doc', content }));

const nested = (levels: number): Document => {
  let block: Block = paragraph(text('deep'));
  for (let level = 1; level < levels; level += 1) block = { type: 'blockquote', content: [block] };
  return doc(block);
};

describe('a document', () => {
  test('may hold everything the editor makes, as the editor writes it', () => {
    const everything = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('Yesterday')] },
      paragraph(
        text('I '),
        text('nearly', { type: 'bold' }, { type: 'italic' }),
        { type: 'hardBreak' },
        text('did not go', link('https://example.org/a?b=c#d')),
      ),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('one'))] }] },
      {
        type: 'orderedList',
        attrs: { start: 3, type: 'a' },
        content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
      },
      {
        type: 'taskList',
        content: [{ type: 'taskItem', attrs: { checked: true }, content: [paragraph(text('call'))] }],
      },
      { type: 'blockquote', content: [paragraph(text('said'))] },
      { type: 'horizontalRule' },
      { type: 'paragraph' },
    );
    const written = throughEditor(everything);
    expect(JSON.stringify(written)).toContain('"target":"_blank","rel":"noopener noreferrer nofollow","class":null');
    expect(document.parse(written)).toEqual(written);
    expect(accepts(everything)).toBe(true);
    expect(accepts(throughEditor(emptyDocument))).toBe(true);
  });

  test('of any make that is accepted is one the editor can show, and what the editor writes is accepted again', () => {
    fc.assert(
      fc.property(anyDocument(), (made) => {
        expect(accepts(made)).toBe(true);
        const node = ProseMirrorNode.fromJSON(editor, made);
        expect(() => node.check()).not.toThrow();
        const written = node.toJSON() as Document;
        expect(pathOf(written)).toBe('accepted');
        expect(documentText(written)).toBe(documentText(made));
      }),
      { numRuns: 200 },
    );
  });

  test.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['text', 'hello', ''],
    ['a list', [], ''],
    ['another type', { type: 'paragraph' }, 'type'],
    ['no content', { type: 'doc' }, 'content'],
    ['empty content', { type: 'doc', content: [] }, 'content'],
    ['content that is no list', { type: 'doc', content: {} }, 'content'],
    ['a field of its own', { ...emptyDocument, version: 1 }, 'version'],
    ['words outside a paragraph', { type: 'doc', content: [text('x')] }, 'content.0.type'],
    ['an unknown node', { type: 'doc', content: [{ type: 'video' }] }, 'content.0.type'],
    ['a picture of nothing', { type: 'doc', content: [{ type: 'image' }] }, 'content.0.attrs.id'],
    [
      'a picture from an address',
      { type: 'doc', content: [{ type: 'image', attrs: { ...picture.attrs, src: 'https://example.org/x.png' } }] },
      'content.0.attrs.src',
    ],
    [
      'an address for the id of a picture',
      { type: 'doc', content: [{ type: 'image', attrs: { ...picture.attrs, id: '../x' } }] },
      'content.0.attrs.id',
    ],
    [
      'too long a caption',
      { type: 'doc', content: [{ type: 'image', attrs: { ...picture.attrs, caption: 'x'.repeat(20_001) } }] },
      'content.0.attrs.caption',
    ],
    [
      'a picture among words',
      { type: 'doc', content: [{ type: 'paragraph', content: [picture] }] },
      'content.0.content.0.type',
    ],
    ['code', { type: 'doc', content: [{ type: 'codeBlock' }] }, 'content.0.type'],
    ['an inherited name as type', { type: 'doc', content: [{ type: 'constructor' }] }, 'content.0.type'],
    ['no type', { type: 'doc', content: [{}] }, 'content.0.type'],
    ['null for a node', { type: 'doc', content: [null] }, 'content.0'],
    ['a hole for a node', { type: 'doc', content: new Array(1) }, 'content.0'],
    ['empty text', { type: 'doc', content: [paragraph(text(''))] }, 'content.0.content.0.text'],
    [
      'a paragraph in a paragraph',
      { type: 'doc', content: [{ type: 'paragraph', content: [paragraph()] }] },
      'content.0.content.0.type',
    ],
    ['content in a rule', { type: 'doc', content: [{ type: 'horizontalRule', content: [] }] }, 'content.0.content'],
    ['text on a paragraph', { type: 'doc', content: [{ type: 'paragraph', text: 'x' }] }, 'content.0.text'],
    ['marks on a paragraph', { type: 'doc', content: [{ type: 'paragraph', marks: [] }] }, 'content.0.marks'],
    ['a style', { type: 'doc', content: [{ type: 'paragraph', attrs: { style: 'x' } }] }, 'content.0.attrs.style'],
    [
      'a fourth-level heading',
      { type: 'doc', content: [{ type: 'heading', attrs: { level: 4 } }] },
      'content.0.attrs.level',
    ],
    ['a heading of no level', { type: 'doc', content: [{ type: 'heading' }] }, 'content.0.attrs.level'],
    ['attributes that are a list', { type: 'doc', content: [{ type: 'paragraph', attrs: [] }] }, 'content.0.attrs'],
    ['an empty list', { type: 'doc', content: [{ type: 'bulletList', content: [] }] }, 'content.0.content'],
    [
      'a list without items',
      { type: 'doc', content: [{ type: 'bulletList', content: [paragraph()] }] },
      'content.0.content.0.type',
    ],
    [
      'an item that begins with a list',
      {
        type: 'doc',
        content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'horizontalRule' }] }] }],
      },
      'content.0.content.0.content.0.type',
    ],
    [
      'a check box neither on nor off',
      {
        type: 'doc',
        content: [
          { type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: null }, content: [paragraph()] }] },
        ],
      },
      'content.0.content.0.attrs.checked',
    ],
    [
      'an unknown mark',
      doc(paragraph({ ...text('x'), marks: [{ type: 'underline' } as never] })),
      'content.0.content.0.marks.0.type',
    ],
    ['a mark twice', doc(paragraph(text('x', { type: 'bold' }, { type: 'bold' }))), 'content.0.content.0.marks.1.type'],
    [
      'a mark with a style',
      doc(paragraph(text('x', { type: 'bold', attrs: { style: 'x' } } as never))),
      'content.0.content.0.marks.0.attrs.style',
    ],
    [
      'a link to nowhere',
      doc(paragraph(text('x', { type: 'link' } as never))),
      'content.0.content.0.marks.0.attrs.href',
    ],
    [
      'a link to a script',
      doc(paragraph(text('x', link('javascript:alert(1)')))),
      'content.0.content.0.marks.0.attrs.href',
    ],
    [
      'a link with a handler',
      doc(paragraph(text('x', { type: 'link', attrs: { href: 'tel:1', onclick: 'x' } } as never))),
      'content.0.content.0.marks.0.attrs.onclick',
    ],
  ])('with %s is refused, and the place is named', (_, value, path) => {
    expect(accepts(value)).toBe(false);
    expect(pathOf(value)).toBe(path);
  });

  test('with a field named __proto__ from JSON is refused', () => {
    expect(accepts(JSON.parse('{"type":"doc","content":[{"type":"paragraph"}],"__proto__":{}}'))).toBe(false);
    expect(accepts(JSON.parse('{"type":"doc","content":[{"type":"paragraph","attrs":{"__proto__":1}}]}'))).toBe(false);
  });

  test('may be 40 levels deep, its text the last, and no deeper', () => {
    expect(accepts(nested(MAX_DEPTH - 1))).toBe(true);
    expect(accepts(nested(MAX_DEPTH))).toBe(false);
    expect(accepts(nested(5000))).toBe(false);
  });

  test('that holds itself is refused', () => {
    const quote = { type: 'blockquote', content: [] as unknown[] };
    quote.content.push(quote, quote);
    expect(accepts({ type: 'doc', content: [quote] })).toBe(false);
  });

  test('may have 200,000 nodes and no more', () => {
    const lines = (count: number) => ({
      type: 'doc',
      content: Array.from({ length: count }, () => ({ type: 'paragraph' })),
    });
    expect(accepts(lines(MAX_NODES - 1))).toBe(true);
    expect(accepts(lines(MAX_NODES))).toBe(false);
  });

  test('is judged without failing, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withMap: true, withDate: true, withSparseArray: true }),
        (value) => {
          expect(typeof accepts(value)).toBe('boolean');
          expect(accepts({ type: 'doc', content: [value] })).toBe(false);
        },
      ),
    );
  });
});

describe('a link', () => {
  test.each(['http://example.org', 'HTTPS://example.org/ä?b=c#d', 'mailto:dana@example.org', 'tel:+15550142'])(
    'may point to %s',
    (href) => {
      expect(isSafeHref(href)).toBe(true);
    },
  );

  test.each([
    '',
    'example.org',
    '/etc/passwd',
    '//example.org',
    'http:',
    'https://',
    'https:example.org',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' https://example.org',
    'java\nscript:alert(1)',
    'https://exa\nmple.org',
    'https://example.org/\u0000',
    'https://exam ple.org',
    'data:text/html,x',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://example.org/x',
    'app://ebb/',
    'https\u200b://example.org',
  ])('may not point to %j', (href) => {
    expect(isSafeHref(href)).toBe(false);
  });

  test('may be 2048 units long', () => {
    expect(isSafeHref(`https://${'a'.repeat(MAX_HREF - 8)}`)).toBe(true);
    expect(isSafeHref(`https://${'a'.repeat(MAX_HREF - 7)}`)).toBe(false);
  });
});

describe('the plain text of a document', () => {
  test('has the caption of a picture, not its description', () => {
    const uncaptioned = { ...picture, attrs: { ...picture.attrs, caption: '' } };
    expect(documentText(doc(paragraph(text('before')), picture, uncaptioned, paragraph(text('after'))))).toBe(
      'before\nThe lake\nafter',
    );
  });

  test('has every paragraph, heading and item on a line of its own and nothing of their form', () => {
    const made = doc(
      { type: 'heading', attrs: { level: 1 }, content: [text('Tuesday')] },
      paragraph(text('Clinic, '), text('then', { type: 'bold' }), { type: 'hardBreak' }, text('home.')),
      { type: 'horizontalRule' },
      {
        type: 'taskList',
        content: [
          {
            type: 'taskItem',
            attrs: { checked: true },
            content: [
              paragraph(text('call Dana')),
              { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('before nine'))] }] },
            ],
          },
          { type: 'taskItem', attrs: { checked: false }, content: [paragraph(text('walk'))] },
        ],
      },
      { type: 'paragraph' },
      { type: 'blockquote', content: [paragraph(text('One day at a time', link('https://example.org')))] },
    );
    expect(documentText(made)).toBe('Tuesday\nClinic, then\nhome.\ncall Dana\nbefore nine\nwalk\n\nOne day at a time');
    expect(documentText(emptyDocument)).toBe('');
  });

  test('is composed, and free of characters that a database or a search would stumble over', () => {
    expect(documentText(doc(paragraph(text('cafe\u0301\u0000\u0002x\u001b\ty'))))).toBe('caf\u00e9  x \ty');
  });

  test('of a document made from text is that text, line for line', () => {
    const anyText = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(anyText, (typed) => {
        const made = documentFromText(typed);
        expect(accepts(made)).toBe(true);
        expect(documentText(made)).toBe(
          typed
            .replace(/\r/g, '\n')
            .replace(/(?![\t\n])\p{Cc}/gu, ' ')
            .normalize('NFC'),
        );
      }),
    );
    expect(documentText(documentFromText('a\r\n\r\nb\rc'))).toBe('a\n\nb\nc');
    expect(documentFromText('')).toEqual(emptyDocument);
  });

  test('has every word that stands in the document', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zñé]{3,12}$/), { minLength: 1, maxLength: 8 }),
        anyDocument(),
        (words, around) => {
          const made: Document = {
            type: 'doc',
            content: [...around.content, paragraph(...words.map((word) => text(` ${word} `)))],
          };
          const found = documentText(made);
          for (const word of words) expect(found).toContain(word);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('an excerpt', () => {
  test('is a short text that keeps its line breaks, and no other space', () => {
    expect(excerptOf('  The meeting \n\n  was the   last thing \t I wanted. ')).toBe(
      'The meeting\nwas the last thing I wanted.',
    );
    expect(excerptOf(' \n ')).toBe('');
    expect(excerptOf('x'.repeat(180))).toBe('x'.repeat(180));
  });

  test('ends at a word, with three points for the rest', () => {
    const excerpt = excerptOf('river '.repeat(60));
    expect(excerpt).toBe(`${'river '.repeat(29)}river…`);
    expect(excerpt).toHaveLength(180);
    expect(excerptOf(`${'x'.repeat(178)} y z`)).toBe(`${'x'.repeat(178)}…`);
    expect(excerptOf(`${'x'.repeat(178)}\ny z`)).toBe(`${'x'.repeat(178)}…`);
    expect(excerptOf('x'.repeat(181))).toBe(`${'x'.repeat(179)}…`);
  });

  test('cuts no character in two', () => {
    expect(excerptOf('🌊'.repeat(200))).toBe(`${'🌊'.repeat(89)}…`);
    expect(excerptOf(`x${'🌊'.repeat(200)}`)).toBe(`x${'🌊'.repeat(89)}…`);
  });

  test('is the folded text or its beginning, never longer than 180', () => {
    const anyText = fc
      .array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 12 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(anyText, (typed) => {
        const folded = typed
          .split(/\s+/)
          .filter((word) => word !== '')
          .join(' ');
        const excerpt = excerptOf(typed);
        expect(excerpt.length).toBeLessThanOrEqual(180);
        if (folded.length <= 180) expect(excerpt).toBe(folded);
        else {
          expect(excerpt.endsWith('…')).toBe(true);
          expect(folded.startsWith(excerpt.slice(0, -1))).toBe(true);
          expect(/\p{Surrogate}/u.test(excerpt)).toBe(false);
        }
      }),
    );
  });
});

describe('counting words', () => {
  test.each([
    ['', 0],
    ['  \n ', 0],
    ['— … ! 🌊', 0],
    ['One day at a time.', 5],
    ["I don't know; she hadn’t called", 6],
    ['well-being and self‑care', 3],
    ['¿Cómo estás? Mañana será otro día.', 6],
    ['ni\u0301n\u0303os', 1],
    ['at 23:00 I took 1,000 steps, 3.5 km', 8],
    ['word—word and/or uno,dos', 6],
    ['Москва и Wrocław', 3],
    ['今天 早上 river', 5],
    ['コーヒー', 4],
  ])('%j has %i', (typed, words) => {
    expect(countWords(typed)).toBe(words);
  });

  test('counts what is typed between spaces, however the spaces are made', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-záéñü]{1,12}$/), { maxLength: 60 }),
        fc.constantFrom(' ', '\n', ' \n\n ', '. ', ', ', ' – '),
        (words, separator) => {
          expect(countWords(words.join(separator))).toBe(words.length);
        },
      ),
    );
  });
});
