import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entry } from '#core/entry';
import type { RecordId } from '#core/record';
import { useCallQuery } from '#lib/query-client';
import { TagInput } from '#ui/tag-input';
import css from './editor.module.css';
import { editorExtensions } from './editor-extensions';
import { EditorToolbar } from './editor-toolbar';
import entryCss from './entry.module.css';
import { EntryHead } from './entry-head';
import { SaveProblem } from './entry-status';
import { TitleField } from './title-field';
import { useEntryEditing } from './use-entry-editing';

type Props = {
  readonly entry: Entry;
  readonly onDelete: () => void;
  readonly onOpen: (id: RecordId) => void;
};

/** An entry as a page: when, mood, title, tags and the words themselves, saved as they are written. */
export const EntryEditor = ({ entry, onDelete, onOpen }: Props) => {
  const { t } = useTranslation();
  const editing = useEntryEditing(entry, t('ui.saved'));
  const { data: tags } = useCallQuery('tags.list', {});
  const [extensions] = useState(() => editorExtensions(t('journal.placeholder')));
  const editor = useEditor({
    extensions,
    content: entry.body,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    autofocus: entry.version === '' ? 'end' : false,
    editorProps: {
      attributes: { 'aria-label': t('journal.page'), 'aria-multiline': 'true', role: 'textbox', class: css.page ?? '' },
    },
    onUpdate: () => editing.autosave.changed(),
  });
  useEffect(() => {
    editing.editor.current = editor;
  }, [editor, editing.editor]);
  const keepAsOwn = async (): Promise<void> => {
    const id = await editing.keepAsOwn();
    if (id !== null) onOpen(id);
  };
  // What is on the screen is stored first, so that it comes back whole.
  const toBin = async (): Promise<void> => {
    await editing.autosave.flush();
    onDelete();
  };
  return (
    <article className={entryCss.entry} aria-label={t('journal.entry')}>
      <div className={entryCss.column}>
        <EntryHead editing={editing} onDelete={() => void toBin()} />
        <SaveProblem
          state={editing.state}
          onRetry={() => void editing.autosave.flush()}
          onKeepAsOwn={() => void keepAsOwn()}
        />
        <TitleField
          value={editing.fields.title}
          onChange={(next) => editing.change({ title: next })}
          onLeave={() => editor.commands.focus('start')}
        />
        <TagInput
          label={t('journal.tags')}
          placeholder={t('journal.addTag')}
          tags={editing.fields.tags}
          onChange={(next) => editing.change({ tags: [...next] })}
          suggestions={tags?.map(({ name }) => name) ?? []}
        />
        <EditorContent editor={editor} className={css.content} />
      </div>
      <EditorToolbar editor={editor} />
    </article>
  );
};
