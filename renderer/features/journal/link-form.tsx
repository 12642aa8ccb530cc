import type { Editor } from '@tiptap/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSafeHref } from '#core/document-problem';
import { call } from '#lib/client';
import { showToast } from '#lib/toasts';
import { Button } from '#ui/button';
import { TextField } from '#ui/text-field';
import css from './page.module.css';

const MAIL = /^[^\s@/]+@[^\s@/]+$/u;
const SCHEME = /^(?:https?|mailto|tel):/iu;

/** The address that is meant: what has no scheme is a web site, or a mail address. */
export const addressOf = (typed: string): string => {
  const text = typed.trim();
  if (text === '' || SCHEME.test(text)) return text;
  return MAIL.test(text) ? `mailto:${text}` : `https://${text}`;
};

/** Has a foreign scheme: `javascript:`, `file:`, or anything else with a colon that is no port. */
const isForeign = (typed: string): boolean =>
  /^[a-z][a-z0-9+.-]*:(?!\d)/iu.test(typed.trim()) && !SCHEME.test(typed.trim());

const setLink = (editor: Editor, href: string): void => {
  const { empty } = editor.state.selection;
  const chain = editor.chain().focus();
  if (empty && !editor.isActive('link')) {
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
  } else chain.extendMarkRange('link').setLink({ href }).run();
};

type Props = { readonly editor: Editor; readonly current: string | null; readonly close: () => void };

/** A link's address: to set, to copy, to take away. Never to open: Ebb speaks to no network. */
export const LinkForm = ({ editor, current, close }: Props) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(current ?? '');
  const [isWrong, setWrong] = useState(false);
  const remove = (): void => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    close();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const href = addressOf(typed);
    if (href === '') remove();
    else if (isForeign(typed) || !isSafeHref(href)) setWrong(true);
    else {
      setLink(editor, href);
      close();
    }
  };
  const copy = async (): Promise<void> => {
    const copied = await call('shell.copy', { text: current ?? '' });
    if (copied.ok) showToast({ text: t('journal.link.copied') });
    close();
  };
  return (
    <form className={css.link} onSubmit={onSubmit}>
      <TextField
        label={t('journal.link.address')}
        description={t('journal.link.never')}
        error={isWrong ? t('journal.link.wrong') : undefined}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          setWrong(false);
        }}
        maxLength={2048}
        autoFocus
      />
      <div className={css.linkActions}>
        {current !== null && (
          <>
            <Button variant="ghost" onPress={() => void copy()}>
              {t('ui.copy')}
            </Button>
            <Button variant="ghost" onPress={remove}>
              {t('journal.link.remove')}
            </Button>
          </>
        )}
        <Button type="submit">{t('journal.link.set')}</Button>
      </div>
    </form>
  );
};
