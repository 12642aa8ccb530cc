import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '#core/document';
import { anId } from '#tests/support/builders';
import { markdownToDocument } from '#worker/imports/markdown-to-document';

const id = anId();
const read = (text: string): Block[] =>
  markdownToDocument(text, (address) => (address === 'lake.jpg' ? id : 'as-words')).content;
const p = (...content: (string | Inline)[]): Block => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)),
});
const br: Inline = { type: 'hardBreak' };
const bold = (text: string): Inline => ({ type: 'text', text, marks: [{ type: 'bold' }] });
const link = (text: string, href: string): Inline => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }],
});
const image = (alt: string, caption = ''): Block => ({ type: 'image', attrs: { id, caption, alt } });
const item = (...content: Block[]) => ({ type: 'listItem', content }) as const;
const task = (checked: boolean, ...content: Block[]) => ({ type: 'taskItem', attrs: { checked }, content }) as const;

describe('Markdown as a document', () => {
  test.each<[string, string, Block[]]>([
    ['nothing', '', [{ type: 'paragraph' }]],
    ['white space', ' \n\n\t\n', [{ type: 'paragraph' }]],
    ['words', 'One day', [p('One day')]],
    ['lines of one paragraph', 'milk\neggs', [p('milk', br, 'eggs')]],
    ['paragraphs', 'one\n\n\n\ntwo', [p('one'), p('two')]],
    [
      'a heading of the fifth level',
      '##### deep',
      [{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'deep' }] }],
    ],
    [
      'a heading by underline',
      'Tuesday\n===',
      [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Tuesday' }] }],
    ],
    ['bold and italic', 'a **b**', [p('a ', bold('b'))]],
    ['words struck through', 'I ~~love~~ hate it', [p('I ~~love~~ hate it')]],
    ['a safe link', '[site](https://example.org)', [p(link('site', 'https://example.org'))]],
    ['an unsafe link', '[site](javascript:alert(1))', [p('site')]],
    ['a link to another note', '[note](other.md) and [[Other note]]', [p('note and [[Other note]]')]],
    ['an address in angles', '<https://example.org>', [p(link('https://example.org', 'https://example.org'))]],
    ['a bare address', 'https://example.org', [p('https://example.org')]],
    ['a link by its label', '[site][1]\n\n[1]: https://example.org', [p(link('site', 'https://example.org'))]],
    ['a label that no link uses', 'a\n\n[1]: https://example.org', [p('a'), p('[1]: https://example.org')]],
    ['a footnote', 'a[^1]\n\n[^1]: word', [p('a^1'), p('[^1]: word')]],
    ['escaped punctuation', 'Well\\. 3 \\- 2 \\= 1\\!', [p('Well. 3 - 2 = 1!')]],
    ['a rule', 'a\n\n---\n\nb', [p('a'), { type: 'horizontalRule' }, p('b')]],
    ['a quotation', '> a\n> b', [{ type: 'blockquote', content: [p('a', br, 'b')] }]],
    ['an empty quotation', '>', [{ type: 'blockquote', content: [{ type: 'paragraph' }] }]],
    ['bullets', '- a\n- b', [{ type: 'bulletList', content: [item(p('a')), item(p('b'))] }]],
    [
      'numbers from 5',
      '5. a\n6. b',
      [{ type: 'orderedList', attrs: { start: 5 }, content: [item(p('a')), item(p('b'))] }],
    ],
    [
      'a list in a list',
      '- a\n  1. b',
      [
        {
          type: 'bulletList',
          content: [item(p('a'), { type: 'orderedList', attrs: { start: 1 }, content: [item(p('b'))] })],
        },
      ],
    ],
    [
      'check boxes',
      '- [ ] a\n- [X] b\n- [ ]',
      [{ type: 'taskList', content: [task(false, p('a')), task(true, p('b')), task(false, { type: 'paragraph' })] }],
    ],
    [
      'a list with some check boxes',
      '1. a\n2. [x] b\n3. c',
      [
        { type: 'orderedList', attrs: { start: 1 }, content: [item(p('a'))] },
        { type: 'taskList', content: [task(true, p('b'))] },
        { type: 'orderedList', attrs: { start: 3 }, content: [item(p('c'))] },
      ],
    ],
    ['no check box', '- \\[ ] a', [{ type: 'bulletList', content: [item(p('[ ] a'))] }]],
    [
      'an item that begins with a heading',
      '- # a',
      [
        {
          type: 'bulletList',
          content: [
            item(
              { type: 'paragraph' },
              { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'a' }] },
            ),
          ],
        },
      ],
    ],
    ['code among words', 'run `a *b*`', [p('run a *b*')]],
    ['fenced code', '```js\nlet a;\n\n  b();\n```', [p('let a;', br, br, '  b();')]],
    ['indented code', '    a\n    b', [p('a', br, 'b')]],
    ['a table', '| a | **b** |\n|---|---|\n| 1 \\| 2 | 3 |', [p('a | ', bold('b'), br, '1 | 2 | 3')]],
    ['HTML', '<div onclick="x()">\na\n</div>', [p('<div onclick="x()">', br, 'a', br, '</div>')]],
    ['HTML among words', 'a <script>b</script> c', [p('a <script>b</script> c')]],
    ['a break in HTML', 'a<br/>b', [p('a', br, 'b')]],
    ['a picture of its own', '![The lake](lake.jpg "Ours")', [image('The lake', 'Ours')]],
    ['a picture among words', 'a ![](lake.jpg) b', [p('a '), image(''), p(' b')]],
    ['a picture in a link', '[![x](lake.jpg)](https://example.org)', [image('x')]],
    [
      'a picture in a heading',
      '# a ![](lake.jpg)',
      [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'a ' }] }, image('')],
    ],
    [
      'a picture that opens an item',
      '- ![](lake.jpg)',
      [{ type: 'bulletList', content: [item({ type: 'paragraph' }, image(''))] }],
    ],
    ["Obsidian's way to name a picture", '![[lake.jpg|300]]', [image('')]],
    ["Obsidian's way to name a note", '![[Some note]]', [p('![[Some note]]')]],
    [
      'a picture from afar',
      '![The lake](https://example.org/lake.jpg)',
      [p('The lake (https://example.org/lake.jpg)')],
    ],
    ['a picture of no name', '![](https://example.org/lake.jpg)', [p('https://example.org/lake.jpg')]],
  ])('reads %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('says of a text without marks what it says of one with them', () => {
    const text = 'one\ntwo  \n\n\nthree\n';
    expect(read(text)).toEqual(read(`${text}\n<!-- -->`).slice(0, -1));
  });
});
