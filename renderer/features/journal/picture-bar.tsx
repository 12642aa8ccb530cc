import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection, type Transaction } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { Maximize2, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImageAttributes } from '#core/document';
import { MAX_CAPTION } from '#core/document-problem';
import { journalPictures } from '#lib/picture-node';
import { showPicture } from '#lib/shown-picture';
import { IconButton } from '#ui/icon-button';
import { TextField } from '#ui/text-field';
import css from './picture.module.css';

type Chosen = { readonly at: number; readonly attrs: ImageAttributes };

const chosenIn = ({ state: { selection } }: Editor): Chosen | null =>
  selection instanceof NodeSelection && selection.node.type.name === 'image'
    ? { at: selection.from, attrs: selection.node.attrs as ImageAttributes }
    : null;

/** Undone by itself, however soon it follows something else. */
const asOwnStep = ({ tr }: { readonly tr: Transaction }): boolean => {
  closeHistory(tr);
  return true;
};

type Props = { readonly editor: Editor };

/** For the picture that is chosen on the page: the words below it, the words for who cannot see it, and a closer look. */
export const PictureBar = ({ editor }: Props) => {
  const { t } = useTranslation();
  const chosen = useEditorState({
    editor,
    selector: (context) => chosenIn(context.editor),
    // Attributes are the same object for as long as nothing was changed.
    equalityFn: (one, other) => one?.at === other?.at && one?.attrs === other?.attrs,
  });
  if (chosen === null) return null;
  const { at, attrs } = chosen;
  const change = (next: Partial<ImageAttributes>): void => {
    const transaction = editor.state.tr.setNodeMarkup(at, undefined, { ...attrs, ...next });
    editor.view.dispatch(transaction.setSelection(NodeSelection.create(transaction.doc, at)));
  };
  return (
    <section className={css.bar} aria-label={t('journal.picture.chosen')}>
      <TextField
        label={t('journal.picture.caption')}
        value={attrs.caption}
        maxLength={MAX_CAPTION}
        onChange={(caption) => change({ caption })}
      />
      <TextField
        label={t('journal.picture.alt')}
        value={attrs.alt}
        maxLength={MAX_CAPTION}
        onChange={(alt) => change({ alt })}
      />
      <div className={css.actions}>
        <IconButton
          name={t('journal.picture.view')}
          icon={Maximize2}
          onPress={() => showPicture({ ...attrs, address: journalPictures(attrs.id, 'full') })}
        />
        <IconButton
          name={t('journal.picture.remove')}
          icon={Trash2}
          onPress={() => editor.chain().focus().command(asOwnStep).deleteSelection().run()}
        />
      </div>
    </section>
  );
};
