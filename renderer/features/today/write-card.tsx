import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { formatMomentExactly, formatMomentInSentence } from '#lib/format';
import { requestIntent } from '#lib/intents';
import { useCallQuery } from '#lib/query-client';
import { useToday } from '#lib/today';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import css from './today-page.module.css';

/** The question for the latest page; the same wherever it is asked, so that it is asked once. */
export const useLastEntry = () => {
  const { data } = useCallQuery('entries.list', { before: null, limit: 1 });
  return { isKnown: data !== undefined, entry: data?.items[0] ?? null };
};

/** Leads to a new page of the journal. */
export const WriteCard = () => {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { entry } = useLastEntry();
  const today = useToday();
  const write = (): void => {
    navigate('/journal');
    requestIntent('new-entry');
  };
  return (
    <Card tone="tide" title={t('today.write.title')}>
      <p className={css.spoken}>{t('today.write.words')}</p>
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
