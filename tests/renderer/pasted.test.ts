import type { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, document as documentSchema, documentText } from '#core/document';
import { pageLines } from '#tests/support/page-lines';
import { plainPastes, realPastes } from '#tests/support/real-pastes';
import { anEditor } from './an-editor';

const linesOf = (editor: Editor): string[] => pageLines(editor.getJSON() as Document);

/** Every word that can be seen of a piece of HTML. */
const wordsOf = (html: string): string[] => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const unseen of page.querySelectorAll('style, script, noscript, title')) unseen.remove();
  return (page.body.innerHTML.replace(/<[^>]*>/g, ' ').match(/[\p{L}\d.]+/gu) ?? []).filter((word) => word !== 'nbsp');
};

describe('a real paste', () => {
  it.each(realPastes)('from $from keeps its words and their form', ({ html, page }) => {
    const editor = anEditor();
    editor.view.pasteHTML(html);
    expect(linesOf(editor)).toEqual(page.map((line) => line.trimEnd()));
    const body: unknown = JSON.parse(JSON.stringify(editor.state.doc.toJSON()));
    expect(documentSchema.safeParse(body).success).toBe(true);
    const own = editor.view.dom.querySelectorAll('img:not(.ProseMirror-separator), iframe, nav, table, [class*="Mso"]');
    expect(own).toHaveLength(0);
  });

  it.each(plainPastes)('of plain text from %s keeps its lines', (_, text, paragraphs) => {
    const editor = anEditor();
    editor.view.pasteText(text);
    expect(linesOf(editor).map((line) => line.slice(2).split('\n'))).toEqual(paragraphs);
  });

  it('of plain text loses no word and has as many lines, whatever it is', () => {
    const line = fc
      .array(fc.constantFrom('a', 'word', '12', '—', 'x.'), { maxLength: 4 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (lines, end) => {
          fc.pre(lines.some((words) => words !== ''));
          const editor = anEditor();
          editor.view.pasteText(lines.join(end));
          const text = documentText(editor.getJSON() as Document);
          expect(text.split('\n').filter(Boolean)).toEqual(lines.filter(Boolean));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of a table loses no word, whatever lies in its cells', () => {
    const cell = fc.constantFrom(
      'one',
      '<p>two</p>',
      '<b>three</b> four',
      '<ul><li>five</li></ul>',
      '',
      'six<br>seven',
      '<table><tr><td>eight</td><td>nine</td></tr></table>',
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const table = rows.map((cells) => `<tr>${cells.map((words) => `<td>${words}</td>`).join('')}</tr>`).join('');
        const html = `<table>${table}</table><p>end</p>`;
        const editor = anEditor();
        editor.view.pasteHTML(html);
        const text = documentText(editor.getJSON() as Document);
        expect(text.match(/[a-z]+/g)).toEqual(wordsOf(html));
      }),
      { numRuns: 60 },
    );
  });

  it('of an address over chosen words links them', () => {
    const editor = anEditor('<p>read this now</p>');
    editor.commands.setTextSelection({ from: 6, to: 10 });
    editor.view.pasteText('https://example.org/a');
    expect(linesOf(editor)).toEqual(['p read [this](https://example.org/a) now']);
  });

  it('takes the place of chosen words where it is no address', () => {
    const editor = anEditor('<p>read this now</p>');
    editor.commands.setTextSelection({ from: 6, to: 10 });
    editor.view.pasteText('that one');
    expect(linesOf(editor)).toEqual(['p read that one now']);
  });

  it('never links to what is no web, mail or telephone address', () => {
    const editor = anEditor('<p>read this now</p>');
    editor.commands.setTextSelection({ from: 6, to: 10 });
    editor.view.pasteText('javascript:alert(1)');
    expect(linesOf(editor)).toEqual(['p read javascript:alert(1) now']);
  });
});
