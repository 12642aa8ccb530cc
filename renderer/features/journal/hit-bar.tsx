import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { parseSearch } from '#core/search-query';
import { formatNumber } from '#lib/format';
import { useShortcuts } from '#lib/keyboard';
import { currentHit, markHits, pageHits, stepHits } from '#lib/page-hits';
import { IconButton } from '#ui/icon-button';
import css from './finding.module.css';

const reveal = (editor: Editor): void => {
  const hit = currentHit(editor.state);
  if (hit === null) return;
  const { node } = editor.view.domAtPos(hit.from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'center' });
};

type Props = {
  readonly editor: Editor;
  /** The search by which the entry was found; blank for none. */
  readonly text: string;
};

/** Shows what the entry was found by, and leads from one place to the next. */
export const HitBar = ({ editor, text }: Props) => {
  const { t } = useTranslation();
  const { count, current } = useEditorState({
    editor,
    selector: (context) => {
      const { found, current: at } = pageHits(context.editor.state);
      return { count: found.find().length, current: at };
    },
  });
  const isFresh = useRef(true);
  useEffect(() => {
    editor.view.dispatch(markHits(parseSearch(text).terms, editor.state.tr));
    // A page that was open already stays where it is while a search is typed.
    if (isFresh.current) reveal(editor);
    isFresh.current = false;
    return () => {
      if (!editor.isDestroyed) editor.view.dispatch(markHits([], editor.state.tr));
    };
  }, [editor, text]);
  const step = (by: 1 | -1): void => {
    editor.view.dispatch(stepHits(editor.state, by));
    reveal(editor);
  };
  useShortcuts({ F3: () => step(1), 'Shift+F3': () => step(-1) }, { evenInFields: true });
  if (count === 0) return null;
  const place = formatNumber(Math.min(current, count - 1) + 1, 0);
  return (
    <search className={css.hits} aria-label={t('journal.hits.label')}>
      <span role="status">{t('journal.hits.place', { place, count, shown: formatNumber(count, 0) })}</span>
      <IconButton
        name={t('journal.hits.previous')}
        keys={t('journal.hits.keys.previous')}
        icon={ChevronUp}
        onPress={() => step(-1)}
      />
      <IconButton
        name={t('journal.hits.next')}
        keys={t('journal.hits.keys.next')}
        icon={ChevronDown}
        onPress={() => step(1)}
      />
    </search>
  );
};
