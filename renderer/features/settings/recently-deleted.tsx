import { keepPreviousData } from '@tanstack/react-query';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Binned, lastDayInBin } from '#core/bin';
import type { Mood } from '#core/feeling';
import { isolated } from '#lib/bidi';
import { formatDayShort, formatMomentInSentence } from '#lib/format';
import { useOneAtATime } from '#lib/one-at-a-time';
import { command, useCallQuery } from '#lib/query-client';
import { takeRunBack } from '#lib/run-words';
import { tellFailure } from '#lib/tell-failure';
import { showToast } from '#lib/toasts';
import { systemZone, useToday } from '#lib/today';
import { Button } from '#ui/button';
import { ErrorState } from '#ui/error-state';
import { Skeleton } from '#ui/skeleton';
import css from './settings.module.css';

const STRETCH = 20;

/** What it is, and the words by which the person knows it again. */
const useWords = (binned: Binned): { readonly what: string; readonly more: string } => {
  const { t } = useTranslation();
  const today = useToday();
  switch (binned.kind) {
    case 'check-in': {
      const { mood, craving, note, ...moment } = binned.record;
      const said = [
        ...(mood === null ? [] : [t(`mood.${mood as Mood}`)]),
        ...(craving === null ? [] : [t('today.said.craving', { value: craving })]),
        ...(note.trim() === '' ? [] : [isolated(note)]),
      ];
      return {
        what: t('settings.data.bin.checkIn', { moment: formatMomentInSentence(moment, today) }),
        more: said.join(' · '),
      };
    }
    case 'goal':
      return { what: t('settings.data.bin.goal', { title: binned.record.title }), more: binned.record.why };
    case 'run': {
      const { began, ended, note } = binned.record;
      const from = formatDayShort(began.day, today);
      return {
        what:
          ended === null
            ? t('settings.data.bin.runSince', { from })
            : t('settings.data.bin.runSpan', { from, to: formatDayShort(ended.day, today) }),
        more: note,
      };
    }
  }
};

const restored = async (method: 'checkIns.restore' | 'goals.restore', id: Binned['record']['id']): Promise<boolean> => {
  const result = await command(method, { id });
  if (!result.ok) tellFailure(result.error.code);
  return result.ok;
};

const takeBack = ({ kind, record: { id } }: Binned): Promise<boolean> => {
  switch (kind) {
    case 'check-in':
      return restored('checkIns.restore', id);
    case 'goal':
      return restored('goals.restore', id);
    case 'run':
      return takeRunBack(id);
  }
};

type RowProps = { readonly binned: Binned; readonly onBack: () => void };

const Row = ({ binned, onBack }: RowProps) => {
  const { t } = useTranslation();
  const today = useToday();
  const restoring = useOneAtATime();
  const { what, more } = useWords(binned);
  const deletedAt = binned.record.deletedAt ?? binned.record.updatedAt;
  const zone = systemZone();
  const times = {
    moment: formatMomentInSentence({ at: deletedAt, zone }, today),
    day: formatDayShort(lastDayInBin(deletedAt, zone), today),
  };
  const restore = async (): Promise<void> => {
    if (!(await takeBack(binned))) return;
    showToast({ text: t(`settings.data.bin.back.${binned.kind}`) });
    onBack();
  };
  return (
    <li className={css.binned}>
      <div className={css.words}>
        <p className={css.clipped} dir="auto">
          {what}
        </p>
        {more.trim() !== '' && (
          <p className={css.said} dir="auto">
            {more}
          </p>
        )}
        <p className={css.more}>{t('settings.data.bin.deleted', times)}</p>
      </div>
      <Button
        variant="ghost"
        isPending={restoring.isRunning}
        aria-label={t('settings.data.bin.takeBackThis', { what })}
        onPress={() => void restoring.run(restore)}
      >
        {t('settings.data.bin.takeBack')}
      </Button>
    </li>
  );
};

const Rows = ({ heading }: { readonly heading: RefObject<HTMLHeadingElement | null> }) => {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(STRETCH);
  const bin = useCallQuery('bin.list', { limit }, { placeholderData: keepPreviousData });
  if (bin.isPending) return <Skeleton lines={1} />;
  if (bin.isError) return <ErrorState code={bin.error.code} onRetry={() => void bin.refetch()} />;
  const { items, total } = bin.data;
  if (items.length === 0) return <p className={css.more}>{t('settings.data.bin.empty')}</p>;
  return (
    <>
      <ul>
        {items.map((binned) => (
          // The button that was pressed goes with its row.
          <Row key={binned.record.id} binned={binned} onBack={() => heading.current?.focus()} />
        ))}
      </ul>
      {items.length < total && (
        <Button variant="ghost" isPending={bin.isFetching} onPress={() => setLimit(limit + STRETCH)}>
          {t('settings.data.bin.further')}
        </Button>
      )}
    </>
  );
};

/** Deleted check-ins, goals and runs, each to be taken back as long as it is there. */
export const RecentlyDeleted = () => {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className={css.bin}>
      <h3 ref={heading} tabIndex={-1}>
        {t('settings.data.bin.title')}
      </h3>
      <p className={css.more}>{t('settings.data.bin.more')}</p>
      <Rows heading={heading} />
    </section>
  );
};
