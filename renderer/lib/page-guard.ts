import { Extension } from '@tiptap/core';
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep, type Step } from '@tiptap/pm/transform';
import { isSafeHref, MAX_CAPTION, MAX_DEPTH } from '#core/document-problem';
import { tidyHtml } from './pasted-html';
import { sliceOfText } from './pasted-text';

/** How deep the nodes below `nodes` lie in one another; a paragraph with words counts two. */
const depthOf = (nodes: Fragment): number => {
  let deepest = 0;
  nodes.forEach((node) => {
    deepest = Math.max(deepest, 1 + depthOf(node.content));
  });
  return deepest;
};

/** What can be pasted is never deeper than this, so that it fits in lists and quotes that are there already. */
const DEEPEST_PASTE = 20;

const soundMark = (mark: Mark): Mark[] => {
  if (mark.type.name !== 'link') return [mark];
  const href: unknown = mark.attrs.href;
  // Only where it leads to: no target, no class, nothing else that came along.
  return typeof href === 'string' && isSafeHref(href) ? [mark.type.create({ href })] : [];
};

const cut = (words: unknown): string => String(words).slice(0, MAX_CAPTION);

const soundAttributes = ({ type, attrs }: Node): Node['attrs'] | null => {
  switch (type.name) {
    case 'heading':
      return { level: [1, 2, 3].includes(attrs.level) ? attrs.level : 3 };
    case 'taskItem':
      return { checked: attrs.checked === true };
    case 'orderedList':
      return { start: Number.isInteger(attrs.start) ? attrs.start : 1, type: null };
    case 'image':
      return { ...attrs, caption: cut(attrs.caption), alt: cut(attrs.alt) };
    default:
      return null;
  }
};

const soundNode = (node: Node): Node =>
  node.isText
    ? node.mark(node.marks.flatMap(soundMark))
    : node.type.create(soundAttributes(node), soundFragment(node.content), node.marks.flatMap(soundMark));

const soundFragment = (nodes: Fragment): Fragment => {
  const sound: Node[] = [];
  nodes.forEach((node) => {
    sound.push(soundNode(node));
  });
  return Fragment.fromArray(sound);
};

const itemsOf: Readonly<Record<string, string>> = {
  bulletList: 'listItem',
  orderedList: 'listItem',
  taskList: 'taskItem',
};

/** Whether a node can never lie in another: words among blocks, items outside lists. What the schema says of cut edges aside. */
const isMisplaced = (parent: Node, child: Node): boolean =>
  parent.inlineContent !== child.isInline ||
  (itemsOf[parent.type.name] ?? null) !== (child.type.name.endsWith('Item') ? child.type.name : null);

/** A pasted slice may say of itself what is around it, and need not be telling the truth. */
const isTorn = (nodes: Fragment, parent: Node | null = null): boolean => {
  let torn = false;
  nodes.forEach((node) => {
    torn ||= (parent !== null && isMisplaced(parent, node)) || isTorn(node.content, node);
  });
  return torn;
};

const asPlainText = ({ content }: Slice, paragraph: (text: string) => Node): Slice => {
  const text = content.textBetween(0, content.size, '\n', '\n');
  return new Slice(Fragment.fromArray(text.split(/\n+/).map(paragraph)), 1, 1);
};

/**
 * What was pasted or dropped, reduced to what core/document accepts: the schema has already thrown away unknown elements;
 * this also takes values that no button of ours could have set, and nesting without end.
 */
export const soundSlice = (slice: Slice, paragraph: (text: string) => Node): Slice =>
  depthOf(slice.content) > DEEPEST_PASTE || isTorn(slice.content)
    ? asPlainText(slice, paragraph)
    : new Slice(soundFragment(slice.content), slice.openStart, slice.openEnd);

/** Typing within a line: nothing can get deeper by it. */
const staysLevel = (step: Step): boolean =>
  step instanceof ReplaceStep && step.slice.openStart === 0 && step.slice.content.firstChild?.isInline !== false;

const fits = ({ docChanged, steps, doc }: Transaction): boolean =>
  !docChanged || steps.every(staysLevel) || depthOf(doc.content) <= MAX_DEPTH;

/** Keeps the page within what an entry may hold, whatever is pasted, dropped or indented. */
export const PageGuard = Extension.create({
  name: 'pageGuard',
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    const paragraph = (words: string): Node => schema.node('paragraph', null, words === '' ? [] : [schema.text(words)]);
    return [
      new Plugin({
        filterTransaction: fits,
        props: {
          transformPastedHTML: tidyHtml,
          clipboardTextParser: (text, $context) => sliceOfText(text, schema, $context.marks()),
          transformPasted: (slice) => soundSlice(slice, paragraph),
          handleDOMEvents: {
            // Links are shown and copied, never followed.
            click: (_view, event) => {
              if (event.target instanceof Element && event.target.closest('a') !== null) event.preventDefault();
              return false;
            },
            auxclick: (_view, event) => {
              event.preventDefault();
              return true;
            },
            drop: (_view, event) => {
              const isFile = (event.dataTransfer?.files.length ?? 0) > 0;
              if (isFile) event.preventDefault();
              return isFile;
            },
          },
        },
      }),
    ];
  },
});
