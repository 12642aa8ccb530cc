import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bareLabel, foldLabel } from '#core/label';
import type { TagChange, TagUse } from '#core/tag-change';
import { formatNumber } from '#lib/format';
import { useOneAtATime } from '#lib/one-at-a-time';
import { tellFailure } from '#lib/tell-failure';
import { Button } from '#ui/button';
import { EmptyState } from '#ui/empty-state';
import { SearchField } from '#ui/search-field';
import { changeTags } from './change-tags';
import { MergeTag } from './merge-tag';
import { RenameTag } from './rename-tag';
import { type Asked, TagRow } from './tag-row';
import css from './tags.module.css';

const nameAfter = (change: TagChange): string | null => {
  switch (change.kind) {
    case 'renamed':
      return change.to;
    case 'merged':
      return change.into;
    case 'removed':
      return null;
  }
};

/** Brings the focus to the row of a name as soon as the list shows it so: the row that had it may be gone. */
const useRowFocus = (tags: readonly TagUse[]) => {
  const rows = useRef(new Map<string, HTMLLIElement>());
  const wanted = useRef<{ readonly gone: string | null; readonly name: string } | null>(null);
  useEffect(() => {
    const want = wanted.current;
    if (want === null) return;
    const isThere = (name: string): boolean => tags.some((tag) => foldLabel(tag.name) === foldLabel(name));
    if (!isThere(want.name) || (want.gone !== null && isThere(want.gone))) return;
    wanted.current = null;
    rows.current.get(foldLabel(want.name))?.querySelector('button')?.focus();
  }, [tags]);
  return {
    refOf:
      (name: string) =>
      (row: HTMLLIElement | null): void => {
        if (row === null) rows.current.delete(foldLabel(name));
        else rows.current.set(foldLabel(name), row);
      },
    /** Asks for the row of `name`, once that of `gone` is not there any more. */
    want: (name: string, gone: string | null): void => {
      wanted.current = { name, gone };
    },
  };
};

type Question = { readonly asked: Asked; readonly tag: TagUse };

/** Every tag, narrowed by what is typed, and what is asked of one. */
export const TagList = ({ tags, onEmptied }: { readonly tags: readonly TagUse[]; readonly onEmptied: () => void }) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [question, setQuestion] = useState<Question | null>(null);
  const removing = useOneAtATime();
  const { refOf, want } = useRowFocus(tags);
  const typed = bareLabel(text);
  const shown = tags.filter(({ name }) => bareLabel(name).includes(typed));
  const count = { count: tags.length, n: formatNumber(tags.length, 0) };
  const remove = async (tag: TagUse): Promise<void> => {
    const at = shown.indexOf(tag);
    const next = shown[at + 1] ?? shown[at - 1];
    const came = await changeTags({ kind: 'removed', name: tag.name });
    if (came !== 'done') return came === 'unwritten' ? undefined : tellFailure(came, 'tags');
    if (next === undefined) onEmptied();
    else want(next.name, tag.name);
  };
  const ask = (asked: Asked, tag: TagUse): void => {
    if (asked === 'remove') void removing.run(() => remove(tag));
    else setQuestion({ asked, tag });
  };
  const onClose = (done: TagChange | null): void => {
    setQuestion(null);
    const name = done === null ? null : nameAfter(done);
    if (done === null || name === null) return;
    // What it is called now may not fit what was typed.
    if (!bareLabel(name).includes(typed)) setText('');
    want(name, foldLabel(name) === foldLabel(done.name) ? null : done.name);
  };
  return (
    <>
      <div className={css.find}>
        <SearchField label={t('tags.filter')} text={text} onChange={setText} />
        <p className={css.count} role="status">
          {typed === '' ? t('tags.all', count) : t('tags.some', { ...count, shown: formatNumber(shown.length, 0) })}
        </p>
        {shown.length > 0 && <p className={css.count}>{t('tags.showHint')}</p>}
      </div>
      {shown.length === 0 && (
        <EmptyState
          action={
            <Button variant="soft" onPress={() => setText('')}>
              {t('tags.showAll')}
            </Button>
          }
        >
          {t('tags.noneFound')}
        </EmptyState>
      )}
      <ul className={css.list} aria-label={t('tags.title')} hidden={shown.length === 0}>
        {shown.map((tag) => (
          <TagRow
            key={foldLabel(tag.name)}
            ref={refOf(tag.name)}
            tag={tag}
            hasOthers={tags.length > 1}
            onAsk={(asked) => ask(asked, tag)}
          />
        ))}
      </ul>
      {question?.asked === 'rename' && <RenameTag tag={question.tag} tags={tags} onClose={onClose} />}
      {question?.asked === 'merge' && <MergeTag tag={question.tag} tags={tags} onClose={onClose} />}
    </>
  );
};
