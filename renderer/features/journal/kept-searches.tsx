import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MOST_SEARCHES } from '#core/finding';
import { formatNumber } from '#lib/format';
import { command, useCallQuery } from '#lib/query-client';
import { tellFailure } from '#lib/tell-failure';
import { Button } from '#ui/button';
import { IconButton } from '#ui/icon-button';
import css from './finding.module.css';

type Props = { readonly text: string; readonly onRun: (text: string) => void };

const change = async (method: 'searches.keep' | 'searches.drop', text: string): Promise<void> => {
  const result = await command(method, { text });
  if (!result.ok) tellFailure(result.error.code);
};

/** Searches to come back to, and the way to keep the present one. */
export const KeptSearches = ({ text, onRun }: Props) => {
  const { t } = useTranslation();
  const { data: kept = [] } = useCallQuery('searches.list', {});
  const present = text.trim();
  const isNew = present !== '' && !kept.includes(present);
  if (kept.length === 0 && !isNew) return null;
  return (
    <section className={css.part} aria-label={t('journal.find.kept.title')}>
      <h3>{t('journal.find.kept.title')}</h3>
      {kept.length > 0 && (
        <ul className={css.kept}>
          {kept.map((search) => (
            <li key={search}>
              <Button variant="quiet" onPress={() => onRun(search)}>
                <span dir="auto">{search}</span>
              </Button>
              <IconButton
                small
                name={t('journal.find.kept.drop', { search })}
                icon={X}
                onPress={() => void change('searches.drop', search)}
              />
            </li>
          ))}
        </ul>
      )}
      {isNew && kept.length < MOST_SEARCHES && (
        <Button variant="soft" onPress={() => void change('searches.keep', present)}>
          {t('journal.find.kept.keep')}
        </Button>
      )}
      {isNew && kept.length >= MOST_SEARCHES && (
        <p className={css.hint}>{t('journal.find.kept.tooMany', { most: formatNumber(MOST_SEARCHES, 0) })}</p>
      )}
    </section>
  );
};
