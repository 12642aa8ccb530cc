import { PenLine, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { formatMomentExactly, formatMomentInSentence } from '#lib/format';
import { requestIntent } from '#lib/intents';
import { useCallQuery } from '#lib/query-client';
import { useToday } from '#lib/today';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { Skeleton } from '#ui/skeleton';
import css from './today-page.module.css';
import { useTodaysPrompt } from './todays-prompt';

/** The question for the latest page; the same wherever it is asked, so that it is asked once. */
export const useLastEntry = () => {
  const { data } = useCallQuery('entries.list', { before: null, limit: 1 });
  return { isKnown: data !== undefined, entry: data?.items[0] ?? null };
};

/** Something to write about, and the way to a new page of the journal. */
export const WriteCard = () => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { entry } = useLastEntry();
  const today = useToday();
  const { isKnown, words, showAnother } = useTodaysPrompt();
  const write = (): void => {
    navigate('/journal');
    requestIntent('new-entry', words ?? undefined);
  };
  const another = words !== null && (
    <div className={css.another}>
      <Button variant="quiet" icon={RotateCw} onPress={() => void showAnother()}>
        {t('today.write.another')}
      </Button>
    </div>
  );
  return (
    <Card tone="tide" title={t('today.write.title')} aside={another}>
      {isKnown ? <p className={css.spoken}>{words ?? t('today.write.allSeen')}</p> : <Skeleton lines={1} />}
      <div className={css.write}>
        <Button variant="soft" icon={PenLine} onPress={write}>
          {t('today.write.button')}
        </Button>
        {entry !== null && (
          <span className={css.small}>
            <time dateTime={new Date(entry.at).toISOString()} title={formatMomentExactly(entry)}>
              {t('today.write.last', { moment: formatMomentInSentence(entry, today) })}
            </time>
          </span>
        )}
      </div>
    </Card>
  );
};
