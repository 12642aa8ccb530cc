import { PenLine } from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Draft } from '#core/draft';
import { draftKind, draftWords, pageOfDraft } from '#lib/draft-words';
import { formatMomentInSentence } from '#lib/format';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command } from '#lib/query-client';
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

type RowProps = { readonly draft: Draft; readonly words: RefObject<HTMLParagraphElement | null> };

const Row = ({ draft, words }: RowProps) => {
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

/** What was being typed in forms when the journal was closed, to be gone on with or let go. */
export const Unfinished = () => {
  const { t } = useTranslation();
  const drafts = useWaitingDrafts();
  const [areAllShown, setAllShown] = useState(false);
  const words = useRef<HTMLParagraphElement>(null);
  if (drafts.length === 0) return null;
  const shown = areAllShown ? drafts : drafts.slice(0, SHOWN);
  return (
    <Notice icon={PenLine}>
      <p ref={words} tabIndex={-1}>
        {t('drafts.lead', { count: drafts.length })}
      </p>
      <ul className={css.drafts}>
        {shown.map((draft) => (
          <Row key={draft.id} draft={draft} words={words} />
        ))}
      </ul>
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
