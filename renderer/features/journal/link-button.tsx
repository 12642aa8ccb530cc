import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Link } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSafeHref } from '#core/document-problem';
import { call } from '#lib/client';
import { showToast } from '#lib/toasts';
import { Button } from '#ui/button';
import { IconButton } from '#ui/icon-button';
import { Popover } from '#ui/popover';
import { TextField } from '#ui/text-field';
import css from './editor.module.css';

const withProtocol = (typed: string): string => {
  const text = typed.trim();
  return text === '' || /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
};

type FormProps = { readonly editor: Editor; readonly current: string; readonly close: () => void };

const LinkForm = ({ editor, current, close }: FormProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(current);
  const href = withProtocol(typed);
  const isWrong = href !== '' && !isSafeHref(href);
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (isWrong) return;
    const chain = editor.chain().focus().extendMarkRange('link');
    if (href === '') chain.unsetLink().run();
    else if (editor.state.selection.empty && current === '')
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    close();
  };
  const copy = async (): Promise<void> => {
    await call('shell.copy', { text: current });
    showToast({ text: t('journal.link.copied') });
    close();
  };
  return (
    <form className={css.link} onSubmit={apply}>
      <TextField
        label={t('journal.link.address')}
        value={typed}
        onChange={setTyped}
        description={t('journal.link.never')}
        error={isWrong ? t('journal.link.wrong') : undefined}
      />
      <div className={css.linkActions}>
        {current !== '' && (
          <Button variant="ghost" onPress={() => void copy()}>
            {t('journal.link.copy')}
          </Button>
        )}
        {current !== '' && (
          <Button
            variant="ghost"
            onPress={() => {
              editor.chain().focus().extendMarkRange('link').unsetLink().run();
              close();
            }}
          >
            {t('journal.link.remove')}
          </Button>
        )}
        <Button type="submit">{t('journal.link.set')}</Button>
      </div>
    </form>
  );
};

/** Sets, shows, copies or removes a link. It is never opened: Ebb does not speak to a network. */
export const LinkButton = ({ editor }: { readonly editor: Editor }) => {
  const { t } = useTranslation();
  const current = useEditorState({
    editor,
    selector: ({ editor: now }) => String(now.getAttributes('link').href ?? ''),
  });
  return (
    <Popover
      label={t('journal.tools.link')}
      trigger={<IconButton name={t('journal.tools.link')} icon={Link} pressed={current !== ''} />}
    >
      {(close) => <LinkForm editor={editor} current={current} close={close} />}
    </Popover>
  );
};
