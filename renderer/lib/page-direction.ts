import { TaskItem } from '@tiptap/extension-list';

/**
 * Lists and quotes lie on the side of their first word. As attributes of the HTML alone: TipTap's own text direction
 * would store one with every node. Paragraphs and headings follow their words by style.
 */
export const byFirstWord = { dir: 'auto' } as const;

/** A checklist's item whose box has no say in the side: its name begins with a word of the interface. */
export const CheckItem = TaskItem.extend({
  addNodeView() {
    const makeView = this.parent?.() ?? null;
    if (makeView === null) return null;
    return (props) => {
      const view = makeView(props);
      if (view.dom instanceof HTMLElement) view.dom.querySelector('label')?.setAttribute('dir', 'auto');
      return view;
    };
  },
});
