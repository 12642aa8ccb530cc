import type { Extensions } from '@tiptap/core';
import { TaskList } from '@tiptap/extension-list';
import StarterKit from '@tiptap/starter-kit';
import { isSafeHref } from '#core/document-problem';
import { i18n } from './i18n';
import { byFirstWord, CheckItem } from './page-direction';
import { PageGuard } from './page-guard';
import { HeadingLevels, OtherEntriesKeys, PageHint, TickKey } from './page-hints';
import { PageHitMarks } from './page-hits';
import { LooseSigns } from './page-signs';
import { PageSlash } from './page-slash';
import { journalPictures, type PictureAddressOf, PictureNode } from './picture-node';

/**
 * A step is what is typed between two pauses, and takes about 1.4 KB of memory (measured): so many are a long sitting's
 * thirteen thousand words, in each of the eight pages that are kept open at most 7 MB.
 */
const UNDO_STEPS = 5000;

/** What a page may hold: exactly what core/document accepts. Whatever is pasted is reduced to it. */
export const pageExtensions = (addressOf: PictureAddressOf = journalPictures): Extensions => [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    bulletList: { HTMLAttributes: byFirstWord },
    orderedList: { HTMLAttributes: byFirstWord },
    blockquote: { HTMLAttributes: byFirstWord },
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    // It would change pages by merely opening them.
    trailingNode: false,
    undoRedo: { depth: UNDO_STEPS },
    dropcursor: { color: false, class: 'drop-cursor' },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: isSafeHref,
      shouldAutoLink: isSafeHref,
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  TaskList.configure({ HTMLAttributes: byFirstWord }),
  CheckItem.configure({
    nested: true,
    a11y: { checkboxLabel: (node) => i18n.t('journal.check', { item: node.firstChild?.textContent ?? '' }) },
  }),
  PictureNode.configure({ addressOf }),
  PageGuard,
  PageHitMarks,
  PageHint.configure({ words: i18n.t('journal.placeholder') }),
  HeadingLevels,
  TickKey,
  OtherEntriesKeys,
  PageSlash,
  LooseSigns,
];
