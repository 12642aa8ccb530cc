import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#lib/store';
import { VisuallyHidden } from '#ui/visually-hidden';
import css from './entry.module.css';
import type { EntrySession } from './entry-session';

const LONGEST = 400;

/** The entry's title: one paragraph that grows with its words. Enter goes on to the page. */
export const TitleField = ({ session }: { readonly session: EntrySession }) => {
  const { t } = useTranslation();
  const { title } = useStore(session.fields);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    session.editor.commands.focus('start');
  };
  return (
    <>
      <h2>
        <VisuallyHidden>{title.trim() || t('journal.untitled')}</VisuallyHidden>
      </h2>
      <textarea
        dir="auto"
        className={css.title}
        rows={1}
        maxLength={LONGEST}
        spellCheck={false}
        value={title}
        aria-label={t('journal.titleField')}
        placeholder={t('journal.titlePlaceholder')}
        onChange={({ target }) => session.change({ title: target.value.replaceAll(/[\r\n]+/g, ' ') })}
        onKeyDown={onKeyDown}
      />
    </>
  );
};
