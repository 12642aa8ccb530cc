import { describe, expect, test } from 'vitest';
import type { Block } from '#core/document';
import { htmlToDocument, isHtml } from '#worker/imports/html-to-document';

const read = (html: string): Block[] => htmlToDocument(html, () => 'as-words').content;
const p = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const item = (...content: Block[]) => ({ type: 'listItem', content }) as const;

describe('HTML as a document', () => {
  test.each<[string, string, Block[]]>([
    ['nothing', '', [{ type: 'paragraph' }]],
    ['a paragraph', '<p>a &amp; b</p>', [p('a & b')]],
    ['words outside of one', 'a<p>b</p>c', [p('a'), p('b'), p('c')]],
    [
      'marks',
      '<p>a <strong>b</strong></p>',
      [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'a ' },
            { type: 'text', text: 'b', marks: [{ type: 'bold' }] },
          ],
        },
      ],
    ],
    ['words struck through', '<p>I <s>love</s> it</p>', [p('I ~~love~~ it')]],
    [
      'a break',
      'a<br>b',
      [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }],
        },
      ],
    ],
    ['a heading', '<h4>a</h4>', [{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'a' }] }]],
    [
      'a safe link',
      '<a href="https://example.org">a</a>',
      [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }] }],
        },
      ],
    ],
    ['an unsafe link', '<a href="javascript:alert(1)">a</a>', [p('a')]],
    [
      'bullets in numbers',
      '<ol start="3"><li><p>a</p><ul><li>b</li></ul></li></ol>',
      [
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [item(p('a'), { type: 'bulletList', content: [item(p('b'))] })],
        },
      ],
    ],
    [
      'check boxes',
      '<ul data-type="taskList"><li data-checked="true"><label><input type="checkbox" checked></label><div><p>a</p></div></li></ul>',
      [{ type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: true }, content: [p('a')] }] }],
    ],
    ['an item without a list', '<li>a</li>', [p('a')]],
    ['a quotation', '<blockquote><p>a</p></blockquote>', [{ type: 'blockquote', content: [p('a')] }]],
    ['a rule', 'a<hr>b', [p('a'), { type: 'horizontalRule' }, p('b')]],
    ['a table', '<table><tr><td>a</td><td>b</td></tr></table>', [p('a | b')]],
    ['a script', 'a<script>alert(1)</script><style>b{}</style>', [p('a')]],
    [
      'what is never closed',
      '<blockquote><b>a',
      [
        {
          type: 'blockquote',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'bold' }] }] }],
        },
      ],
    ],
    ['what was never opened', 'a</b></ul></blockquote>b', [p('ab')]],
    [
      'a picture from afar',
      '<img src="https://example.org/x.png" alt="x" onerror="y()">',
      [p('x https://example.org/x.png')],
    ],
  ])('reads %s', (_, html, expected) => {
    expect(read(html)).toEqual(expected);
  });

  test.each([
    ['a <b>bold</b> word', true],
    ['line<br>line', true],
    ['I <3 you, a < b > c', false],
    ['<name>', false],
  ])('of %j is seen: %s', (text, expected) => {
    expect(isHtml(text)).toBe(expected);
  });
});
