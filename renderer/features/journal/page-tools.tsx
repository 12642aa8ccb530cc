import type { ChainedCommands, Editor } from '@tiptap/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
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
import type { ReactNode } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#ui/icon-button';
import { LinkTool } from './link-tool';
import css from './page.module.css';

type Act = (chain: ChainedCommands) => ChainedCommands;

/** Forms that words can have, which their button shows as pressed. */
const forms = {
  bold: { icon: Bold, act: (chain) => chain.toggleBold() },
  italic: { icon: Italic, act: (chain) => chain.toggleItalic() },
  heading: { icon: Heading, act: (chain) => chain.toggleHeading({ level: 2 }) },
  bulletList: { icon: List, act: (chain) => chain.toggleBulletList() },
  orderedList: { icon: ListOrdered, act: (chain) => chain.toggleOrderedList() },
  taskList: { icon: ListChecks, act: (chain) => chain.toggleTaskList() },
  blockquote: { icon: TextQuote, act: (chain) => chain.toggleBlockquote() },
} as const satisfies Record<string, { icon: LucideIcon; act: Act }>;

type Form = keyof typeof forms;
const formNames = Object.keys(forms) as Form[];

/** Read after every keystroke, so it looks at the caret's surroundings only. */
const stateOf = (editor: Editor) => ({
  pressed: formNames.filter((form) => editor.isActive(form)).join(' '),
  canUndo: undoDepth(editor.state) > 0,
  canRedo: redoDepth(editor.state) > 0,
  href: editor.isActive('link') ? String(editor.getAttributes('link').href ?? '') : null,
});

type Props = {
  readonly editor: Editor;
  /** The tool for pictures. */
  readonly pictures: ReactNode;
  /** Stands at the end of the tools. */
  readonly end: ReactNode;
};

/** Form for the page. One stop for Tab, arrows within; every tool has its keys. */
export const PageTools = ({ editor, pictures, end }: Props) => {
  const { t } = useTranslation();
  const state = useEditorState({ editor, selector: (context) => stateOf(context.editor) });
  const pressed = state.pressed.split(' ');
  const run = (act: Act) => () => void act(editor.chain().focus()).run();
  return (
    <Toolbar aria-label={t('journal.tools.label')} className={css.tools}>
      {formNames.map((form) => (
        <IconButton
          key={form}
          name={t(`journal.tools.${form}`)}
          keys={t(`journal.tools.keys.${form}`)}
          icon={forms[form].icon}
          pressed={pressed.includes(form)}
          onPress={run(forms[form].act)}
        />
      ))}
      <LinkTool editor={editor} current={state.href} />
      {pictures}
      <IconButton name={t('journal.tools.rule')} icon={Minus} onPress={run((chain) => chain.setHorizontalRule())} />
      <span className={css.address} title={state.href ?? undefined}>
        {state.href}
      </span>
      <IconButton
        name={t('journal.tools.undo')}
        keys={t('journal.tools.keys.undo')}
        icon={Undo2}
        isDisabled={!state.canUndo}
        onPress={run((chain) => chain.undo())}
      />
      <IconButton
        name={t('journal.tools.redo')}
        keys={t('journal.tools.keys.redo')}
        icon={Redo2}
        isDisabled={!state.canRedo}
        onPress={run((chain) => chain.redo())}
      />
      {end}
    </Toolbar>
  );
};
