import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { countWords } from '#core/document';
import type { ErrorCode } from '#core/errors';
import { formatNumber } from '#lib/format';
import { useStore } from '#lib/store';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { Notice } from '#ui/notice';
import css from './entry.module.css';
import type { EntrySession } from './entry-session';

type Props = { readonly session: EntrySession };

/** How many words are chosen in the page; counts nothing where none are. */
const chosenWords = ({ editor }: { readonly editor: Editor }): number => {
  const { doc, selection } = editor.state;
  return selection.empty ? 0 : countWords(doc.textBetween(selection.from, selection.to, '\n', '\n'));
};

/** Whether every word on the screen is on the disk, and how many there are. Says "Saved" only when it is true. */
export const SaveStatus = ({ session }: Props) => {
  const { t } = useTranslation();
  const { save, words } = useStore(session.status);
  const chosen = useEditorState({ editor: session.editor, selector: chosenWords });
  const shown = formatNumber(words, 0);
  const count =
    chosen === 0
      ? t('journal.words', { count: words, shown })
      : t('journal.wordsOf', { count: words, shown, chosen: formatNumber(chosen, 0) });
  return (
    <span className={css.status}>
      {save.kind === 'saved' && <span className={css.saved}>{t('ui.saved')} · </span>}
      {save.kind === 'saving' && <span>{t('journal.status.saving')} · </span>}
      {save.kind === 'failed' && <span className={css.notSaved}>{t('journal.status.failed')} · </span>}
      {count}
    </span>
  );
};

/** Only its size can make a page something the worker does not take. */
const told = (code: ErrorCode): ErrorCode => (code === 'INVALID_INPUT' ? 'TOO_LARGE' : code);

/** What keeps the words from being written, and what to do. They stay on the screen and can be written on. */
export const SaveProblem = ({ session }: Props) => {
  const { t } = useTranslation();
  const { save } = useStore(session.status);
  if (save.kind !== 'failed') return null;
  return (
    <div className={css.problem}>
      <ErrorState code={told(save.code)} onRetry={() => void session.flush()}>
        <p>{t('journal.stillHere')}</p>
      </ErrorState>
    </div>
  );
};

/** Says that the words went into an entry of their own, because the stored one was changed or removed meanwhile. */
export const PartedNotice = ({ session, onShow }: Props & { readonly onShow: (id: string) => void }) => {
  const { t } = useTranslation();
  const parted = useStore(session.parted);
  if (parted === null) return null;
  return (
    <div className={css.problem} role="status">
      <Notice
        action={
          parted.why === 'changed' && (
            <Button variant="ghost" onPress={() => onShow(parted.from)}>
              {t('journal.parted.show')}
            </Button>
          )
        }
      >
        {t(`journal.parted.${parted.why}`)}
      </Notice>
    </div>
  );
};
