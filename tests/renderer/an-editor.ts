import { Editor } from '@tiptap/core';
import { afterEach } from 'vitest';
import type { Document } from '#core/document';
import { pageExtensions } from '#lib/page-extensions';
import '#lib/i18n';

const open: Editor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

/** A page's editor as entries have it, until the test ends. */
export const anEditor = (content: Document | string = ''): Editor => {
  const editor = new Editor({
    element: document.createElement('div'),
    extensions: pageExtensions(),
    content,
    injectCSS: false,
  });
  open.push(editor);
  return editor;
};

/** Types at the caret, letter by letter, as the keyboard does. */
export const typeInEditor = ({ view }: Editor, text: string): void => {
  for (const letter of text) {
    const { from, to } = view.state.selection;
    const plain = () => view.state.tr.insertText(letter, from, to);
    const isTaken = view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, plain));
    if (isTaken !== true) view.dispatch(plain());
  }
};

/** Presses a key in the page; resolves to whether the page did something of its own. */
export const pressInEditor = ({ view }: Editor, key: string, ctrl = false): boolean => {
  const event = new KeyboardEvent('keydown', { key, ctrlKey: ctrl, bubbles: true, cancelable: true });
  return view.someProp('handleKeyDown', (handle) => handle(view, event)) === true;
};
