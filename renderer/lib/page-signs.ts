import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** More than any line that someone marks with signs. */
const LOOKED_AT = 400;

/**
 * Whether a sign after these words can close nothing: it stands after a blank, or what would open does before one
 * (CommonMark 0.31, left- and right-flanking delimiter runs).
 */
const isLoose = (before: string, sign: string): boolean => {
  if (/\s$/u.test(before)) return true;
  const inner = before.endsWith(sign) ? before.slice(0, -1) : before;
  const open = inner.lastIndexOf(sign);
  return open >= 0 && /^\s/u.test(inner.slice(open + 1));
};

/** Keeps the stars of "3 * 4 * 5" stars: the ready-made rule takes them for italic. */
export const LooseSigns = Extension.create({
  name: 'looseSigns',
  priority: 1000,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput: (view, from, _to, text, insert) => {
          if (text !== '*' && text !== '_') return false;
          const { parent, parentOffset: offset } = view.state.doc.resolve(from);
          const before = parent.textBetween(Math.max(0, offset - LOOKED_AT), offset, undefined, '\n');
          if (!isLoose(before, text)) return false;
          view.dispatch(insert());
          return true;
        },
      },
    }),
  ],
});
