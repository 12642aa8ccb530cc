import { describe, expect, it } from 'vitest';
import { leaveSlash, slashIn } from '#lib/page-slash';
import { anEditor, pressInEditor, typeInEditor } from './an-editor';

const queryAfter = (content: string, at: number | 'end', typed: string): string | null => {
  const editor = anEditor(content);
  editor.commands.setTextSelection(at === 'end' ? editor.state.doc.content.size - 1 : at);
  typeInEditor(editor, typed);
  return slashIn(editor.state)?.query ?? null;
};

describe('a slash asks for something', () => {
  it.each([
    ['in an empty block', '<p></p>', 'end', '/', ''],
    ['in an empty heading', '<h2></h2>', 'end', '/', ''],
    ['in an empty item of a list', '<ul><li><p></p></li></ul>', 'end', '/', ''],
    ['after a blank', '<p>Some words&nbsp;</p>', 'end', '/qu', 'qu'],
    ['between blanks', '<p>some&nbsp;&nbsp;words</p>', 6, '/', ''],
    ['after a line break', '<p>some<br></p>', 'end', '/', ''],
    ['with words after it', '<p></p>', 'end', '/numbered list', 'numbered list'],
  ] as const)('%s', (_, content, at, typed, query) => {
    expect(queryAfter(content, at, typed)).toBe(query);
  });

  it.each([
    ['after a letter', '<p>and</p>', 'end', '/or'],
    ['inside a word', '<p>word</p>', 3, '/'],
    ['before a word', '<p>a word</p>', 3, '/'],
    ['at the beginning of a line with words', '<p>word</p>', 1, '/'],
    ['in an address', '<p></p>', 'end', 'https://example.org/a'],
    ['in a path', '<p></p>', 'end', '/home/sam'],
    ['before a blank', '<p></p>', 'end', '/ '],
    ['twice', '<p></p>', 'end', '//'],
    ['long before the caret', '<p></p>', 'end', `/${'word '.repeat(8)}`],
  ] as const)('but not %s', (_, content, at, typed) => {
    expect(queryAfter(content, at, typed)).toBeNull();
  });

  it('but not in a link', () => {
    const editor = anEditor('<p><a href="https://example.org">two&nbsp;&nbsp;words</a></p>');
    editor.commands.setTextSelection(5);
    typeInEditor(editor, '/');
    expect(slashIn(editor.state)).toBeNull();
  });

  it('but not when it is pasted, composed, or brought back by undo', () => {
    const editor = anEditor();
    editor.view.pasteText('/');
    expect(editor.getText()).toBe('/');
    expect(slashIn(editor.state)).toBeNull();
    editor.commands.clearContent();
    editor.view.dispatch(editor.state.tr.insertText('/').setMeta('composition', 1));
    expect(editor.getText()).toBe('/');
    expect(slashIn(editor.state)).toBeNull();
    editor.commands.clearContent();
    typeInEditor(editor, '/');
    editor.commands.undo();
    editor.commands.redo();
    expect(slashIn(editor.state)).toBeNull();
  });

  it('until the caret goes elsewhere, the slash is taken away, or it is left', () => {
    const editor = anEditor('<p>one</p><p></p>');
    const begin = (): void => {
      editor.commands.setContent('<p>one</p><p></p>');
      editor.commands.setTextSelection(6);
      typeInEditor(editor, '/li');
      expect(slashIn(editor.state)).toEqual({ from: 6, to: 9, query: 'li' });
    };
    begin();
    editor.commands.setTextSelection(2);
    expect(slashIn(editor.state)).toBeNull();
    begin();
    editor.commands.deleteRange({ from: 6, to: 9 });
    expect(slashIn(editor.state)).toBeNull();
    begin();
    editor.view.dispatch(leaveSlash(editor.state.tr));
    typeInEditor(editor, 's');
    expect(slashIn(editor.state)).toBeNull();
    expect(editor.getText()).toContain('/lis');
    begin();
    pressInEditor(editor, 'Enter');
    expect(slashIn(editor.state)).toBeNull();
  });

  it('and looks at nothing but its own block, however long the page is', () => {
    const editor = anEditor(`${'<p>Twenty words on a line.</p>'.repeat(4000)}<p></p>`);
    editor.commands.setTextSelection(editor.state.doc.content.size - 1);
    const { doc } = editor.state;
    const seen = new Set<unknown>();
    for (let index = 0; index < doc.childCount - 1; index += 1) {
      const block = doc.child(index);
      Object.defineProperty(block, 'textBetween', { value: () => seen.add(block) });
    }
    typeInEditor(editor, '/quote');
    expect(slashIn(editor.state)?.query).toBe('quote');
    expect(seen.size).toBe(0);
  });
});
