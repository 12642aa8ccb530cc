import { PenLine } from 'lucide-react';
import { type RefObject, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Draft } from '#core/draft';
import { isCramped } from '#lib/appearance';
import { draftKind, draftWords, pageOfDraft } from '#lib/draft-words';
import { formatMomentInSentence } from '#lib/format';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command } from '#lib/query-client';
import { useStore } from '#lib/store';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { systemZone, useToday } from '#lib/today';
import { takeUpDraft, useWaitingDrafts } from '#lib/waiting-drafts';
import { Button } from '#ui/button';
import { Notice } from '#ui/notice';
import css from './unfinished.module.css';

/** As many as stand above a page without pushing it out of sight. */
const SHOWN = 2;

const useLettingGo = ({ id, content }: Draft) => {
  const { t } = useTranslation();
  const running = useOneAtATime();
  const undo = async (): Promise<void> => {
    const kept = await command('drafts.keep', { id, content });
    if (!kept.ok) tellFailure(kept.error.code);
  };
  const letGo = async (): Promise<boolean> => {
    const dropped = await command('drafts.drop', { id });
    if (!dropped.ok) tellFailure(dropped.error.code);
    else showToast({ text: t('drafts.gone'), action: { label: t('ui.undo'), run: () => void undo() } });
    return dropped.ok;
  };
  return {
    isRunning: running.isRunning,
    letGo: (after: () => void) => running.run(async () => (await letGo()) && after()),
  };
};

type Shared = { readonly words: RefObject<HTMLParagraphElement | null>; readonly onGoOn?: () => void };

const Row = ({ draft, words, onGoOn }: Shared & { readonly draft: Draft }) => {
  const { t } = useTranslation();
  const today = useToday();
  const [, navigate] = useLocation();
  const { isRunning, letGo } = useLettingGo(draft);
  const { content, at } = draft;
  const what = draftKind(content);
  const typed = draftWords(content);
  const goOn = (): void => {
    navigate(pageOfDraft[content.form]);
    takeUpDraft(draft);
    onGoOn?.();
  };
  return (
    <li className={css.draft}>
      <div className={css.about}>
        <p className={css.what}>
          <strong>{what}</strong>
          {' · '}
          {t('drafts.typed', { moment: formatMomentInSentence({ at, zone: systemZone() }, today) })}
        </p>
        {typed !== '' && (
          <p className={css.typed} dir="auto">
            {typed}
          </p>
        )}
      </div>
      <div className={css.ways}>
        <Button
          variant="quiet"
          isPending={isRunning}
          aria-label={t('drafts.letGoThis', { what })}
          // The button that was pressed goes with its row.
          onPress={() => void letGo(() => words.current?.focus())}
        >
          {t('drafts.letGo')}
        </Button>
        <Button variant="ghost" aria-label={t('drafts.continueThis', { what })} onPress={goOn}>
          {t('drafts.continue')}
        </Button>
      </div>
    </li>
  );
};

type ListProps = Shared & { readonly drafts: readonly Draft[] };

const Rows = ({ drafts, ...shared }: ListProps) => (
  <ul className={css.drafts}>
    {drafts.map((draft) => (
      <Row key={draft.id} draft={draft} {...shared} />
    ))}
  </ul>
);

const InFull = ({ drafts, words }: ListProps) => {
  const { t } = useTranslation();
  const [areAllShown, setAllShown] = useState(false);
  const shown = areAllShown ? drafts : drafts.slice(0, SHOWN);
  return (
    <Notice icon={PenLine}>
      <p ref={words} tabIndex={-1}>
        {t('drafts.lead', { count: drafts.length })}
      </p>
      <Rows drafts={shown} words={words} />
      {shown.length < drafts.length && (
        <div className={css.all}>
          <Button variant="quiet" onPress={() => setAllShown(true)}>
            {t('drafts.showAll', { count: drafts.length })}
          </Button>
        </div>
      )}
    </Notice>
  );
};

/** One line that opens the rest: the room there is belongs to the page. */
const InOneLine = ({ drafts, words }: ListProps) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const look = (
    <Button
      variant="quiet"
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      onPress={() => setOpen(!isOpen)}
    >
      {t(isOpen ? 'drafts.hide' : 'drafts.look')}
    </Button>
  );
  const rows = isOpen && (
    <div id={id}>
      <Rows drafts={drafts} words={words} onGoOn={() => setOpen(false)} />
    </div>
  );
  return (
    <Notice icon={PenLine} action={look} below={rows === false ? undefined : rows}>
      <p ref={words} tabIndex={-1}>
        {t('drafts.short', { count: drafts.length })}
      </p>
    </Notice>
  );
};

/** What was being typed in forms when the journal was closed, to be gone on with or let go. */
export const Unfinished = () => {
  const drafts = useWaitingDrafts();
  const isShort = useStore(isCramped);
  const words = useRef<HTMLParagraphElement>(null);
  if (drafts.length === 0) return null;
  return isShort ? <InOneLine drafts={drafts} words={words} /> : <InFull drafts={drafts} words={words} />;
};
