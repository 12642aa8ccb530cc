import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/**
 * Words in the page while there is nothing in it. Looks at the first block only: the ready-made extension walks the
 * whole page on every keystroke.
 */
export const PageHint = Extension.create<{ words: string }>({
  name: 'pageHint',
  addOptions: () => ({ words: '' }),
  addProseMirrorPlugins() {
    const { words } = this.options;
    return [
      new Plugin({
        props: {
          decorations: ({ doc }) => {
            const { firstChild } = doc;
            if (doc.childCount !== 1 || firstChild?.type.name !== 'paragraph' || firstChild.content.size > 0)
              return null;
            return DecorationSet.create(doc, [Decoration.node(0, firstChild.nodeSize, { 'data-hint': words })]);
          },
        },
      }),
    ];
  },
});

/** Ctrl Enter ticks the checklist item the caret is in. */
export const TickKey = Extension.create({
  name: 'tickKey',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      'Mod-Enter': ({ editor }) => {
        if (!editor.isActive('taskItem')) return false;
        const { checked } = editor.getAttributes('taskItem');
        return editor.commands.updateAttributes('taskItem', { checked: checked !== true });
      },
    };
  },
});

/** The page's headings stand below the entry's own, which is an h2. */
export const HeadingLevels = Extension.create({
  name: 'headingLevels',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        nodeViews: {
          heading: ({ attrs }) => {
            const dom = document.createElement(`h${Number(attrs.level) + 1}`);
            return { dom, contentDOM: dom };
          },
        },
      },
    }),
  ],
});

/** Alt with Up or Down leads to other entries; beside a line across, the page would take it for itself. */
export const OtherEntriesKeys = Extension.create({
  name: 'otherEntriesKeys',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (_view, { altKey, key }) => altKey && (key === 'ArrowUp' || key === 'ArrowDown'),
        },
      },
    }),
  ],
});
