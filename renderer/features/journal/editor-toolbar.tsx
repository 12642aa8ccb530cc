import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  Heading,
  Italic,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Minus,
  Redo2,
  TextQuote,
  Undo2,
} from 'lucide-react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/icon-button';
import css from './editor.module.css';
import { LinkButton } from './link-button';

const tools = [
  'bold',
  'italic',
  'heading',
  'bulletList',
  'orderedList',
  'taskList',
  'blockquote',
  'rule',
  'undo',
  'redo',
] as const;
type Tool = (typeof tools)[number];

type Action = {
  readonly icon: LucideIcon;
  readonly keys?: string;
  readonly run: (chain: ChainedCommands) => ChainedCommands;
};

const actions: Readonly<Record<Tool, Action>> = {
  bold: { icon: Bold, keys: 'Ctrl B', run: (chain) => chain.toggleBold() },
  italic: { icon: Italic, keys: 'Ctrl I', run: (chain) => chain.toggleItalic() },
  heading: { icon: Heading, keys: 'Ctrl Alt 2', run: (chain) => chain.toggleHeading({ level: 2 }) },
  bulletList: { icon: List, keys: 'Ctrl Shift 8', run: (chain) => chain.toggleBulletList() },
  orderedList: { icon: ListOrdered, keys: 'Ctrl Shift 7', run: (chain) => chain.toggleOrderedList() },
  taskList: { icon: ListChecks, keys: 'Ctrl Shift 9', run: (chain) => chain.toggleTaskList() },
  blockquote: { icon: TextQuote, keys: 'Ctrl Shift B', run: (chain) => chain.toggleBlockquote() },
  rule: { icon: Minus, run: (chain) => chain.setHorizontalRule() },
  undo: { icon: Undo2, keys: 'Ctrl Z', run: (chain) => chain.undo() },
  redo: { icon: Redo2, keys: 'Ctrl Shift Z', run: (chain) => chain.redo() },
};

const stateOf = (editor: Editor) => ({
  pressed: tools.filter((tool) => editor.isActive(tool)).join(' '),
  canUndo: editor.can().undo(),
  canRedo: editor.can().redo(),
});

/** Form for the page: one stop for Tab, arrows within. */
export const EditorToolbar = ({ editor }: { readonly editor: Editor }) => {
  const { t } = useTranslation();
  const { pressed, canUndo, canRedo } = useEditorState({ editor, selector: (context) => stateOf(context.editor) });
  const active = pressed.split(' ');
  const isDisabled = (tool: Tool): boolean => (tool === 'undo' && !canUndo) || (tool === 'redo' && !canRedo);
  return (
    <Toolbar aria-label={t('journal.tools.label')} className={css.toolbar}>
      {tools.map((tool) => (
        <IconButton
          key={tool}
          name={t(`journal.tools.${tool}`)}
          icon={actions[tool].icon}
          keys={actions[tool].keys}
          pressed={['rule', 'undo', 'redo'].includes(tool) ? undefined : active.includes(tool)}
          isDisabled={isDisabled(tool)}
          onPress={() => actions[tool].run(editor.chain().focus()).run()}
        />
      ))}
      <LinkButton editor={editor} />
    </Toolbar>
  );
};
