import { type KeyboardEvent, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#lib/announce';
import { useCallQuery } from '#lib/query-client';
import { useStore } from '#lib/store';
import { PageContent } from '#ui/page-content';
import { TagInput } from '#ui/tag-input';
import { BackButton } from './back-button';
import css from './entry.module.css';
import { EntryHead } from './entry-head';
import type { EntrySession } from './entry-session';
import { HitBar } from './hit-bar';
import { PageTools } from './page-tools';
import { PictureBar } from './picture-bar';
import { PictureTool } from './picture-tool';
import { PartedNotice, SaveProblem } from './save-words';
import { touchSession } from './sessions';
import { TemplateMenu } from './template-menu';
import { TitleField } from './title-field';
import { useBin } from './use-bin';

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

type Props = {
  readonly session: EntrySession;
  readonly focus: boolean;
  /** What was searched for when it was found; blank for nothing. */
  readonly search: string;
  readonly onLeave: () => void;
  readonly onClosed: () => void;
  readonly onShow: (id: string) => void;
};

/** An entry to write in: when, mood, title, tags, the page and its tools. It is saved as it is written. */
export const EntryEditor = ({ session, focus, search, onLeave, onClosed, onShow }: Props) => {
  const { t } = useTranslation();
  useWriteOnLeaving(session);
  useSavedAloud(session);
  useOwnAddress(session, onShow);
  const bin = useBin(session, { onClosed, onShow });
  const onKeyDown = ({ key, target, defaultPrevented, nativeEvent }: KeyboardEvent): void => {
    // The page keeps the browser from doing anything of its own on Escape; a popover has used it up.
    const isFree = !defaultPrevented || (target instanceof Node && session.editor.view.dom.contains(target));
    if (key === 'Escape' && isFree && !nativeEvent.isComposing) onLeave();
  };
  return (
    <article className={css.entry} aria-label={t('journal.entry')} onKeyDown={onKeyDown}>
      <div className={css.scroll}>
        <div className={css.column}>
          <BackButton onPress={onLeave} />
          <EntryHead session={session} onBin={bin} />
          <TitleField session={session} />
          <Tags session={session} />
          <PageContent editor={session.editor} focus={focus} />
        </div>
      </div>
      <HitBar editor={session.editor} text={search} />
      <SaveProblem session={session} />
      <PartedNotice session={session} onShow={onShow} />
      <PictureBar editor={session.editor} />
      <PageTools
        editor={session.editor}
        pictures={<PictureTool session={session} />}
        end={<TemplateMenu session={session} />}
      />
    </article>
  );
};
