import type { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { anEditor, pressInEditor, typeInEditor } from './an-editor';

/** A page as its blocks, marks and words, written shortly. */
const outline = (editor: Editor): string => {
  const write = (node: ReturnType<Editor['state']['doc']['child']>): string => {
    if (node.isText) return `${node.marks.map(({ type }) => type.name).join('+')}“${node.text}”`;
    const inner: string[] = [];
    node.forEach((child) => {
      inner.push(write(child));
    });
    const detail = node.attrs.level ?? (node.attrs.checked === true ? 'x' : '');
    return `${node.type.name}${detail}(${inner.join(' ')})`;
  };
  return write(editor.state.doc).slice('doc('.length, -1);
};

/** What is typed, and the page it makes. */
const made: readonly (readonly [typed: string, page: string])[] = [
  ['# ', 'heading1()'],
  ['## ', 'heading2()'],
  ['### ', 'heading3()'],
  ['- ', 'bulletList(listItem(paragraph()))'],
  ['* ', 'bulletList(listItem(paragraph()))'],
  ['1. ', 'orderedList(listItem(paragraph()))'],
  ['[] ', 'taskList(taskItem(paragraph()))'],
  ['[ ] ', 'taskList(taskItem(paragraph()))'],
  ['[x] ', 'taskList(taskItemx(paragraph()))'],
  ['> ', 'blockquote(paragraph())'],
  ['---', 'horizontalRule() paragraph()'],
  ['**bold**', 'paragraph(bold“bold”)'],
  ['*italic*', 'paragraph(italic“italic”)'],
  ['_italic_', 'paragraph(italic“italic”)'],
];

describe('Markdown that is typed', () => {
  it.each(made)('%j makes what it means', (typed, page) => {
    const editor = anEditor();
    typeInEditor(editor, typed);
    expect(outline(editor)).toBe(page);
  });

  it.each(made)('%j is what was typed again after one Backspace', (typed) => {
    const editor = anEditor();
    typeInEditor(editor, typed);
    expect(pressInEditor(editor, 'Backspace')).toBe(true);
    expect(outline(editor)).toBe(`paragraph(“${typed}”)`);
  });

  it.each(made)('%j is what was typed again after one Ctrl Z', (typed) => {
    const editor = anEditor();
    typeInEditor(editor, typed);
    expect(pressInEditor(editor, 'z', true)).toBe(true);
    expect(outline(editor)).toBe(`paragraph(“${typed}”)`);
  });

  it.each(['a# ', '#x ', '1.x', 'a**b', '3 * 4 * 5', '3 * 4*', '2 ** 3 ** 4', '_ a_', 'snake_case_name', '--', '[y] '])(
    '%j stays as it is',
    (typed) => {
      const editor = anEditor();
      typeInEditor(editor, typed);
      expect(outline(editor)).toBe(`paragraph(“${typed}”)`);
    },
  );
});

describe('Alt and an arrow', () => {
  it('are left to the window, even beside a line across', () => {
    const editor = anEditor('<p>one</p><hr><p></p>');
    editor.commands.setTextSelection(editor.state.doc.content.size - 1);
    const press = (altKey: boolean): boolean => {
      const event = new KeyboardEvent('keydown', {
        key: 'ArrowUp',
        keyCode: 38,
        altKey,
        bubbles: true,
        cancelable: true,
      });
      editor.view.dom.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(press(true)).toBe(false);
    expect(press(false)).toBe(true);
  });
});
