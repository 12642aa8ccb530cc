import type { ChainedCommands, Editor, Range } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import {
  Heading1,
  Heading2,
  Heading3,
  LayoutTemplate,
  Link,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Minus,
  Pilcrow,
  TextQuote,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type BuiltInTemplate, builtInTemplates } from '#core/templates';
import { requestIntent } from '#lib/intents';
import type { EntrySession } from './entry-session';
import { insertTemplate } from './insert-template';

export const slashGroups = ['blocks', 'more', 'templates'] as const;
export type SlashGroup = (typeof slashGroups)[number];

/** Something that can be put into the page in place of the typed words that asked for it. */
export type SlashChoice = {
  readonly id: string;
  readonly group: SlashGroup;
  readonly label: string;
  /** Other words by which it is found. */
  readonly words: string;
  readonly icon: LucideIcon;
  readonly run: (asked: Range) => void;
};

type Act = (chain: ChainedCommands, editor: Editor) => ChainedCommands;

/** Items of a list begin with text: the line comes out of it first. */
const heading =
  (level: 1 | 2 | 3): Act =>
  (chain, editor) =>
    (editor.isActive('listItem') || editor.isActive('taskItem') ? chain.clearNodes() : chain).setNode('heading', {
      level,
    });

/** Asked for where it is already, a list or quote stays. */
const blocks = {
  text: { icon: Pilcrow, act: (chain) => chain.clearNodes() },
  heading1: { icon: Heading1, act: heading(1) },
  heading2: { icon: Heading2, act: heading(2) },
  heading3: { icon: Heading3, act: heading(3) },
  bulletList: {
    icon: List,
    act: (chain, editor) => (editor.isActive('bulletList') ? chain : chain.toggleBulletList()),
  },
  orderedList: {
    icon: ListOrdered,
    act: (chain, editor) => (editor.isActive('orderedList') ? chain : chain.toggleOrderedList()),
  },
  taskList: {
    icon: ListChecks,
    act: (chain, editor) => (editor.isActive('taskList') ? chain : chain.toggleTaskList()),
  },
  blockquote: {
    icon: TextQuote,
    act: (chain, editor) => (editor.isActive('blockquote') ? chain : chain.setBlockquote()),
  },
  rule: { icon: Minus, act: (chain) => chain.setHorizontalRule() },
} as const satisfies Record<string, { readonly icon: LucideIcon; readonly act: Act }>;

const blockNames = Object.keys(blocks) as (keyof typeof blocks)[];

/** Takes the asking words out and does the rest in one step for undo, apart from the typing before it. */
const inTheirPlace = (editor: Editor, asked: Range): ChainedCommands =>
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      closeHistory(tr);
      return true;
    })
    .deleteRange(asked);

/** All that can be put into an entry's page, in order. */
export const useSlashChoices = (session: EntrySession): readonly SlashChoice[] => {
  const { t } = useTranslation();
  const { editor } = session;
  const words = (key: string): string => t(key as BuiltInTemplate['title']);
  return [
    ...blockNames.map(
      (id): SlashChoice => ({
        id,
        group: 'blocks',
        label: t(`journal.slash.names.${id}`),
        words: t(`journal.slash.words.${id}`),
        icon: blocks[id].icon,
        run: (asked) => void blocks[id].act(inTheirPlace(editor, asked), editor).run(),
      }),
    ),
    {
      id: 'link',
      group: 'more',
      label: t('journal.slash.names.link'),
      words: t('journal.slash.words.link'),
      icon: Link,
      run: (asked) => {
        inTheirPlace(editor, asked).run();
        requestIntent('link');
      },
    },
    ...builtInTemplates.map(
      (template): SlashChoice => ({
        id: template.key,
        group: 'templates',
        label: t(template.title),
        words: t('journal.slash.words.template'),
        icon: LayoutTemplate,
        run: (asked) => insertTemplate(session, template, { words, asked }),
      }),
    ),
  ];
};

const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '');

/** The choices that what was typed after the slash may mean: by their names, or by a word that begins with it. */
export const matching = (choices: readonly SlashChoice[], typed: string): readonly SlashChoice[] => {
  const query = bare(typed.trim());
  if (query === '') return choices;
  return choices.filter(({ label, words }) => {
    const name = bare(label);
    return name.startsWith(query) || `${name} ${bare(words)}`.split(' ').some((word) => word.startsWith(query));
  });
};
