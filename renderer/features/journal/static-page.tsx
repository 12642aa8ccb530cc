import { EditorContent, useEditor } from '@tiptap/react';
import { useState } from 'react';
import type { Document } from '#core/document';
import css from './editor.module.css';
import { editorExtensions } from './editor-extensions';

/** A page to read, not to write in. */
export const StaticPage = ({ body }: { readonly body: Document }) => {
  const [extensions] = useState(() => editorExtensions(''));
  const editor = useEditor({
    extensions,
    content: body,
    editable: false,
    injectCSS: false,
    editorProps: { attributes: { class: css.page ?? '' } },
  });
  return <EditorContent editor={editor} className={css.content} />;
};
