import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#core/record';
import { announce } from '#lib/announce';
import { useCallQuery } from '#lib/query-client';
import { useStore } from '#lib/store';
import { PageContent } from '#ui/page-content';
import { TagInput } from '#ui/tag-input';
import { AloneBar } from './alone-bar';
import { BackButton } from './back-button';
import css from './entry.module.css';
import { EntryHead } from './entry-head';
import type { EntrySession } from './entry-session';
import { HitBar } from './hit-bar';
import { LinkAtCaret } from './link-at-caret';
import { PageTools } from './page-tools';
import { PictureBar } from './picture-bar';
import { PictureTool } from './picture-tool';
import { PartedNotice, SaveProblem } from './save-words';
import { touchSession } from './sessions';
import { SlashMenu } from './slash-menu';
import { TemplateMenu } from './template-menu';
import { TitleField } from './title-field';
import { useAlone } from './use-alone';
import { useBin } from './use-bin';
import { type Direction, useSteps } from './use-steps';

/** How long saving has to be at rest before it is said aloud: once after a pause, not once a second. */
const REST_MS = 1500;

/** Writes at once whenever the person turns away: to another entry, another page, another window. */
const useWriteOnLeaving = (session: EntrySession): void => {
  useEffect(() => {
    touchSession(session);
    const flush = (): void => void session.flush();
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('blur', flush);
      flush();
    };
  }, [session]);
};

const useSavedAloud = ({ status }: EntrySession): void => {
  const { t } = useTranslation();
  const words = t('ui.saved');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let before = status.read().save.kind;
    const stop = status.subscribe(() => {
      const now = status.read().save.kind;
      if (now === before) return;
      before = now;
      clearTimeout(timer);
      if (now === 'saved') timer = setTimeout(() => announce(words), REST_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [status, words]);
};

/** An entry that had to part from the stored one is at an address of its own from then on. */
const useOwnAddress = ({ entry, parted }: EntrySession, onShow: Props['onShow']): void => {
  const { id } = useStore(entry);
  const from = useStore(parted)?.from;
  const isNews = from !== undefined && from !== id;
  const show = useEffectEvent(onShow);
  useEffect(() => {
    if (isNews) show(id);
  }, [id, isNews]);
};

const Tags = ({ session }: Pick<Props, 'session'>) => {
  const { t } = useTranslation();
  const { tags } = useStore(session.fields);
  const { data: known } = useCallQuery('tags.list', {});
  return (
    <div className={css.tags}>
      <TagInput
        label={t('journal.tags')}
        placeholder={t('journal.addTag')}
        tags={tags}
        onChange={(next) => session.change({ tags: [...next] })}
        suggestions={known?.map(({ name }) => name) ?? []}
      />
    </div>
  );
};

/** What of an entry takes the focus when it is shown: its page, or the button by which one came to it. */
export type Focused = 'page' | Direction;

type Props = {
  readonly session: EntrySession;
  readonly focus: Focused | null;
  /** What was searched for when it was found; blank for nothing. */
  readonly search: string;
  readonly onLeave: () => void;
  readonly onClosed: () => void;
  readonly onShow: (id: string) => void;
  readonly onStep: (id: RecordId, focus: Focused | null) => void;
};

/** An entry to write in: when, mood, title, tags, the page and its tools. It is saved as it is written. */
export const EntryEditor = ({ session, focus, search, onLeave, onClosed, onShow, onStep }: Props) => {
  const { t } = useTranslation();
  const { editor } = session;
  const [area, setArea] = useState<HTMLElement | null>(null);
  useWriteOnLeaving(session);
  useSavedAloud(session);
  useOwnAddress(session, onShow);
  const bin = useBin(session, { onClosed, onShow });
  const [alone, toggleAlone] = useAlone(editor);
  const steps = useSteps(session, {
    search,
    onStep: (id, by) => onStep(id, by !== 'keys' ? by : area?.contains(document.activeElement) ? 'page' : null),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, target, defaultPrevented, nativeEvent } = event;
    // The page keeps the browser from doing anything of its own on Escape; a popover has used it up.
    const isFree = !defaultPrevented || (target instanceof Node && editor.view.dom.contains(target));
    if (key !== 'Escape' || !isFree || nativeEvent.isComposing) return;
    // One Escape is one step back, not the window's as well.
    event.preventDefault();
    if (alone) toggleAlone();
    else onLeave();
  };
  return (
    <article ref={setArea} className={css.entry} aria-label={t('journal.entry')} onKeyDown={onKeyDown}>
      {alone && <AloneBar session={session} onLeave={toggleAlone} />}
      <div className={css.scroll}>
        <div className={css.column}>
          <div hidden={alone}>
            <BackButton onPress={onLeave} />
            <EntryHead
              {...{ session, steps }}
              cameBy={focus === 'page' ? null : focus}
              onAlone={toggleAlone}
              onBin={bin}
            />
          </div>
          <TitleField session={session} />
          <div hidden={alone}>
            <Tags session={session} />
          </div>
          <SlashMenu session={session} area={area}>
            <PageContent editor={editor} focus={focus === 'page'} />
          </SlashMenu>
        </div>
      </div>
      <LinkAtCaret editor={editor} area={area} />
      <div hidden={alone}>
        <HitBar editor={editor} text={search} />
      </div>
      <SaveProblem session={session} />
      <PartedNotice session={session} onShow={onShow} />
      <div hidden={alone}>
        <PictureBar editor={editor} />
        <PageTools
          editor={editor}
          pictures={<PictureTool session={session} />}
          end={<TemplateMenu session={session} />}
        />
      </div>
    </article>
  );
};
