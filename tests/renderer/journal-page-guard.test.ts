import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Document } from '#core/document';
import { document as documentSchema } from '#core/document';
import { findDocumentProblem, MAX_DEPTH } from '#core/document-problem';
import { pageExtensions } from '#lib/page-extensions';
import { addressOf } from '../../renderer/features/journal/link-form';
import '#lib/i18n';

const open: Editor[] = [];
const anEditor = (content: Document | string = ''): Editor => {
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: pageExtensions(),
    content,
    injectCSS: false,
  });
  open.push(editor);
  return editor;
};
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

const bodyOf = (editor: Editor): unknown => JSON.parse(JSON.stringify(editor.state.doc.toJSON()));
const paste = (html: string): Editor => {
  const editor = anEditor();
  editor.view.pasteHTML(html);
  return editor;
};

const hostile: readonly (readonly [what: string, html: string])[] = [
  ['scripts', '<p>one<script>alert(1)</script></p>'],
  ['remote pictures', '<p>one <img src="https://example.com/x.png" onerror="alert(1)"></p>'],
  ['styles and handlers', '<h1 style="color:red" onclick="alert(1)">one</h1>'],
  ['headings of every level', '<h1>one</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>'],
  ['a javascript link', '<p>one <a href="javascript:alert(1)">x</a><a href="JaVa&#10;script:alert(1)">y</a></p>'],
  [
    'data, file and ftp links',
    '<p>one <a href="data:text/html,x">x</a><a href="file:///etc">y</a><a href="ftp://a/b">z</a></p>',
  ],
  [
    'a link with a very long class',
    `<p>one <a href="https://example.com" class="${'x'.repeat(5000)}" target="_top" title="t">l</a></p>`,
  ],
  ['an endless address', `<p>one <a href="https://example.com/${'x'.repeat(5000)}">l</a></p>`],
  ['a table', '<table><tr><td>one</td><td>two</td></tr></table>'],
  ['a list that starts nowhere', '<ol start="x" type="weird"><li>one</li></ol>'],
  ['a list of lists', '<ul><li><ul><li>one</li></ul></li></ul>'],
  ['a foreign slice', `<p data-pm-slice='1 1 ["heading",{"level":99}]'>one</p>`],
  [
    'a slice that lies about what is around it',
    `<p data-pm-slice='0 0 ["bulletList",null,"taskItem",{"checked":"x"}]'>one</p>`,
  ],
  [
    'a foreign checklist',
    `<ul data-type="taskList"><li data-type="taskItem" data-checked="maybe"><div>one</div></li></ul>`,
  ],
  ['three hundred quotes in one another', `${'<blockquote>'.repeat(300)}one${'</blockquote>'.repeat(300)}`],
  ['code', '<pre><code>one</code></pre>'],
  ['forms and vector graphics', '<form><input value="q">one</form><svg onload="alert(1)"></svg>'],
];

describe('what is pasted into a page', () => {
  for (const [what, html] of hostile) {
    it(`is an entry's body whatever it was: ${what}`, () => {
      const editor = paste(html);
      expect(findDocumentProblem(bodyOf(editor))).toBeNull();
      expect(documentSchema.safeParse(bodyOf(editor)).success).toBe(true);
      expect(editor.state.doc.textContent).toContain('one');
      expect(
        editor.view.dom.querySelector('script, img:not(.ProseMirror-separator), iframe, [onclick], [style]:not(span)'),
      ).toBeNull();
    });
  }

  it('keeps its form where the page has one', () => {
    const body = JSON.stringify(
      bodyOf(paste('<h2>a</h2><p><b>b</b> <i>c</i></p><ul><li>d</li></ul><blockquote><p>e</p></blockquote><hr>')),
    );
    for (const type of ['heading', 'bold', 'italic', 'bulletList', 'blockquote', 'horizontalRule']) {
      expect(body).toContain(`"${type}"`);
    }
  });

  it('keeps of a link only where it leads to', () => {
    const body = bodyOf(
      paste('<p><a href="https://example.com/" class="x" target="_blank" rel="y">there</a></p>'),
    ) as Document;
    expect(JSON.stringify(body)).toContain('"href":"https://example.com/"');
    expect(JSON.stringify(body)).not.toMatch(/_blank|"x"|"y"/);
  });
});

describe('a page', () => {
  it('leaves a stored body exactly as it was', () => {
    const body: Document = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'a' }] },
        {
          type: 'taskList',
          content: [{ type: 'taskItem', attrs: { checked: true }, content: [{ type: 'paragraph' }] }],
        },
      ],
    };
    expect(bodyOf(anEditor(body))).toEqual(body);
  });

  it('cannot be indented deeper than an entry may be', () => {
    const editor = anEditor({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'deep' }] }],
    });
    editor.commands.selectAll();
    for (let time = 0; time < MAX_DEPTH * 2; time += 1) editor.commands.wrapIn('blockquote');
    expect(findDocumentProblem(bodyOf(editor))).toBeNull();
  });

  it('takes no link that leads anywhere else', () => {
    const editor = anEditor('<p>word</p>');
    editor.commands.selectAll();
    expect(editor.commands.setLink({ href: 'javascript:alert(1)' })).toBe(false);
    expect(editor.commands.setLink({ href: 'tel:5550142' })).toBe(true);
    expect(findDocumentProblem(bodyOf(editor))).toBeNull();
  });

  it('never follows a link', () => {
    const editor = anEditor('<p><a href="https://example.com/">there</a></p>');
    document.body.append(editor.view.dom);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    editor.view.dom.querySelector('a')?.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
  });
});

describe('a typed address', () => {
  it('is completed to the one that is meant', () => {
    expect(addressOf(' example.org/a ')).toBe('https://example.org/a');
    expect(addressOf('dana@example.org')).toBe('mailto:dana@example.org');
    expect(addressOf('tel:5550142')).toBe('tel:5550142');
    expect(addressOf('HTTP://example.org')).toBe('HTTP://example.org');
    expect(addressOf('')).toBe('');
  });
});
