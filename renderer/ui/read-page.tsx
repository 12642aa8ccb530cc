import { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Document } from '#core/document';
import { pageExtensions } from '#lib/page-extensions';
import { PageContent, readPageClass } from './page-content';

type Props = {
  /** The same for as long as this is shown: for another page it is shown anew (key). */
  readonly body: Document;
};

/** A page to be read, not written in. */
export const ReadPage = ({ body }: Props) => {
  const { t } = useTranslation();
  const [editor] = useState(
    () =>
      new Editor({
        element: null,
        extensions: pageExtensions(),
        content: body,
        editable: false,
        editorProps: { attributes: { class: readPageClass, role: 'group', 'aria-label': t('journal.page') } },
        injectCSS: false,
      }),
  );
  return <PageContent editor={editor} />;
};
