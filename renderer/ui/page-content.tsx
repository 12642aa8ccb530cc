import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import css from './page-text.module.css';
import './prosemirror.css';

/** The look of the words on a page, for its editor. */
export const pageClass: string = css.text ?? '';

/** The same for a page that is only read. */
export const readPageClass = `${css.text} ${css.read}`;

type Props = {
  readonly editor: Editor;
  /** Takes the focus when it appears. */
  readonly focus?: boolean;
};

/** The page itself. The editor belongs to the entry's session and outlives this place of it. */
export const PageContent = ({ editor, focus = false }: Props) => {
  const place = useRef<HTMLDivElement>(null);
  const focusFirst = useRef(focus);
  useEffect(() => {
    if (place.current === null) return;
    editor.mount(place.current);
    if (focusFirst.current) editor.view.focus();
    focusFirst.current = false;
    return () => editor.unmount();
  }, [editor]);
  return <div ref={place} />;
};
