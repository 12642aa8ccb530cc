import { ArrowLeft, Plus, Search, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#core/record';
import { formatNumber } from '#lib/format';
import { useIntent } from '#lib/intents';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Kbd } from '#ui/kbd';
import { PageTitle } from '#ui/page';
import css from './list.module.css';
import { BinEntries, FoundEntries, KeptEntries } from './lists';

type Props = {
  readonly selected: RecordId | null;
  readonly onSelect: (id: RecordId) => void;
  readonly onNew: () => void;
};

/** The left pane: search, the list by month, and quietly at its foot the bin. */
export const ListPane = ({ selected, onSelect, onNew }: Props) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [showsBin, setShowsBin] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { data: count } = useCallQuery('entries.count', {});
  useIntent('search', () => {
    setShowsBin(false);
    field.current?.focus();
    field.current?.select();
  });
  const isSearching = text.trim() !== '';
  const lists = { selected, onSelect };
  return (
    <section className={css.pane} aria-label={t('journal.listPane')}>
      <header className={css.top}>
        <PageTitle>{t('journal.title')}</PageTitle>
        <Button icon={Plus} onPress={onNew}>
          {t('journal.new')} <Kbd>N</Kbd>
        </Button>
      </header>
      {showsBin ? (
        <div className={css.back}>
          <Button variant="quiet" icon={ArrowLeft} onPress={() => setShowsBin(false)}>
            {t('journal.backToList')}
          </Button>
        </div>
      ) : (
        <SearchField className={css.search} aria-label={t('journal.search')} value={text} onChange={setText}>
          <Search className={css.searchIcon} strokeWidth={1.75} aria-hidden />
          <Input
            ref={field}
            className={css.searchInput}
            placeholder={t('journal.searchPlaceholder', {
              count: count?.kept ?? 0,
              shown: formatNumber(count?.kept ?? 0, 0),
            })}
          />
          {text === '' && <Kbd>Ctrl F</Kbd>}
        </SearchField>
      )}
      <div className={css.body}>
        {showsBin && <BinEntries {...lists} />}
        {!showsBin && isSearching && <FoundEntries text={text.trim()} {...lists} />}
        {!showsBin && !isSearching && <KeptEntries {...lists} onNew={onNew} />}
      </div>
      {!showsBin && (count?.bin ?? 0) > 0 && (
        <footer className={css.foot}>
          <Button variant="quiet" icon={Trash2} onPress={() => setShowsBin(true)}>
            {t('journal.bin', { count: count?.bin ?? 0 })}
          </Button>
        </footer>
      )}
    </section>
  );
};
