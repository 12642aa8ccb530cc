import type { Editor } from '@tiptap/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIntent } from '#lib/intents';
import { isDialogOpen, useShortcuts } from '#lib/keyboard';
import { placeAtCaret } from '#lib/page-caret';
import { AnchoredPopover } from '#ui/anchored-popover';
import { LinkForm } from './link-form';
import css from './page.module.css';

type Props = {
  readonly editor: Editor;
  /** What the form stands in. */
  readonly area: HTMLElement | null;
};

const hrefAt = (editor: Editor): string | null =>
  editor.isActive('link') ? String(editor.getAttributes('link').href ?? '') : null;

/** The form for a link where the caret is: for the keys, and for what else asks for it. */
export const LinkAtCaret = ({ editor, area }: Props) => {
  const { t } = useTranslation();
  const anchor = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const open = (): void => {
    if (anchor.current === null || area === null) return;
    placeAtCaret(editor, editor.state.selection.head, { panel: anchor.current, area });
    setOpen(true);
  };
  useIntent('link', open);
  useShortcuts({ '$mod+Shift+k': () => editor.isFocused && !isDialogOpen() && open() }, { evenInFields: true });
  return (
    <>
      <span ref={anchor} className={css.caret} aria-hidden />
      <AnchoredPopover anchor={anchor} label={t('journal.tools.link')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <LinkForm editor={editor} current={hrefAt(editor)} close={() => setOpen(false)} />
      </AnchoredPopover>
    </>
  );
};
