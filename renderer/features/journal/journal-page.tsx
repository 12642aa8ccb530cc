import { useEffect, useRef, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { RecordId } from '#core/record';
import { useIntent } from '#lib/intents';
import { useStore } from '#lib/store';
import { writingOnly } from '#lib/writing-only';
import type { Focused } from './entry-editor';
import { EntryPane } from './entry-pane';
import css from './journal.module.css';
import { ListPane, type View } from './list-pane';
import { type Beginning, beginEntry, findSession } from './sessions';

/** Whether an element is laid out at all: in a narrow window only one pane is. */
const isShown = (element: HTMLElement | null): element is HTMLElement =>
  element !== null && element.getClientRects().length > 0;

/** The list of entries and the one that is open; in a narrow window one of them at a time. */
export const JournalPage = () => {
  const [, navigate] = useLocation();
  const openId = useParams().id ?? null;
  const [text, setText] = useState('');
  const [view, setView] = useState<View>('list');
  /** The entry of which something takes the focus when it is shown. */
  const [arrival, setArrival] = useState<{ readonly id: string; readonly focus: Focused } | null>(null);
  const [wish, setWish] = useState<'list' | 'search' | null>(null);
  const alone = useStore(writingOnly) && openId !== null;
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);

  const show = (id: string | null): void => navigate(id === null ? '/journal' : `/journal/${id}`);
  const onOpen = (id: RecordId, how: 'pointer' | 'keyboard'): void => {
    setArrival(how === 'keyboard' ? { id, focus: 'page' } : null);
    if (id !== openId) show(id);
    else if (how === 'keyboard') findSession(id)?.editor.commands.focus();
  };
  const begin = (beginning: Beginning): void => {
    const { id } = beginEntry(beginning).entry.read();
    setArrival({ id, focus: 'page' });
    show(id);
  };
  const onStep = (id: RecordId, focus: Focused | null): void => {
    setArrival(focus === null ? null : { id, focus });
    show(id);
  };
  const onNew = (about?: string): void => {
    const current = openId === null ? undefined : findSession(openId);
    if (about === undefined && current?.status.read().save.kind === 'untouched') {
      current.editor.commands.focus();
      return;
    }
    begin({ about });
  };
  /** Back to the list: over to it where it stands beside the entry, else in the entry's place. */
  const onLeave = (): void => {
    if (!isShown(list.current)) show(null);
    setWish('list');
  };
  const onClosed = (): void => {
    show(null);
    setWish('list');
  };

  useIntent('new-entry', onNew);
  useIntent('search', (words) => {
    writingOnly.write(false);
    if (words !== undefined) setText(words);
    if (!isShown(field.current)) show(null);
    setWish('search');
  });
  // Asked after every drawing, until the pane that is wished for has been laid out.
  useEffect(() => {
    const target = wish === 'search' ? field.current : list.current;
    if (wish === null || !isShown(target)) return;
    target.focus();
    if (target instanceof HTMLInputElement) target.select();
    setWish(null);
  });

  return (
    <div className={css.journal}>
      <div className={css.panes} data-open={openId !== null || undefined} data-alone={alone || undefined}>
        <ListPane
          {...{ text, view, openId, onOpen, list, field }}
          onText={setText}
          onNew={() => onNew()}
          onView={setView}
          onWrite={(day) => begin({ day })}
        />
        <EntryPane
          id={openId}
          focus={arrival !== null && arrival.id === openId ? arrival.focus : null}
          search={text}
          onNew={() => onNew()}
          {...{ onLeave, onClosed, onStep }}
          onShow={show}
        />
      </div>
    </div>
  );
};
