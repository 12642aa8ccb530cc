import { Extension } from '@tiptap/core';
import { isHistoryTransaction } from '@tiptap/pm/history';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';

/** A slash that was typed to have something put in its place, and what was typed after it, up to the caret. */
export type Slash = { readonly from: number; readonly to: number; readonly query: string };

const key = new PluginKey<Slash | null>('pageSlash');
const LEAF = '\n';
/** A slash, then words of at most thirty characters that do not begin with a blank; no other slash, no line break. */
const ASKING = /^\/(?:[^\s/][^/\n]{0,29})?$/u;

/** One slash from the keyboard: not pasted, not brought back by undo, not part of a composition. */
const isTypedSlash = (transaction: Transaction): boolean => {
  const [step, ...others] = transaction.steps;
  if (!(step instanceof ReplaceStep) || others.length > 0 || step.slice.content.size !== 1) return false;
  const isByHand =
    transaction.getMeta('uiEvent') === undefined &&
    transaction.getMeta('composition') === undefined &&
    !isHistoryTransaction(transaction);
  return isByHand && step.slice.content.firstChild?.text === '/';
};

/** Whether a slash just before `caret` is alone in its block, or stands after a blank and before nothing but a blank. */
const isFree = ({ parent, parentOffset: offset }: ResolvedPos): boolean => {
  if (parent.content.size === 1) return true;
  const before = parent.textBetween(Math.max(0, offset - 2), offset - 1, undefined, LEAF);
  const after = parent.textBetween(offset, Math.min(parent.content.size, offset + 1), undefined, LEAF);
  return /\s/u.test(before) && (after === '' || /\s/u.test(after));
};

const opened = ({ selection: { $head, empty } }: EditorState): Slash | null => {
  if (!empty || !$head.parent.isTextblock || $head.parentOffset === 0) return null;
  const isInLink = $head.marks().some(({ type }) => type.name === 'link');
  return isInLink || !isFree($head) ? null : { from: $head.pos - 1, to: $head.pos, query: '' };
};

const followed = (before: Slash, transaction: Transaction, { selection }: EditorState): Slash | null => {
  const { $head, empty } = selection;
  const from = transaction.mapping.map(before.from);
  if (!empty || from < $head.start() || from >= $head.pos) return null;
  const typed = $head.parent.textBetween(from - $head.start(), $head.parentOffset, undefined, LEAF);
  return ASKING.test(typed) ? { from, to: $head.pos, query: typed.slice(1) } : null;
};

/** The slash at the caret, or null. */
export const slashIn = (state: EditorState): Slash | null => key.getState(state) ?? null;

/** Leaves the typed slash what it is: a character like any other. */
export const leaveSlash = (transaction: Transaction): Transaction =>
  transaction.setMeta(key, 'leave').setMeta('addToHistory', false);

/** Knows when a slash is typed that asks for something. Looks at the caret's block only. */
export const PageSlash = Extension.create({
  name: 'pageSlash',
  addProseMirrorPlugins: () => [
    new Plugin<Slash | null>({
      key,
      state: {
        init: () => null,
        apply: (transaction, before, _, state) => {
          if (transaction.getMeta(key) === 'leave') return null;
          if (before !== null) return followed(before, transaction, state);
          return isTypedSlash(transaction) ? opened(state) : null;
        },
      },
    }),
  ],
});
