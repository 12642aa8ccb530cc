import { Plus } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#core/record';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Kbd } from '#ui/kbd';
import { PageTitle } from '#ui/page';
import { TextLink } from '#ui/text-link';
import { EmptyJournal } from './empty-journal';
import css from './list.module.css';
import { FoundEntries, StoredEntries } from './lists';
import { SearchField } from './search-field';
import { UnwrittenNotice } from './unwritten-notice';

type Props = {
  /** What is searched for; nothing but blanks shows the whole journal. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly openId: string | null;
  readonly onOpen: (id: RecordId, how: 'pointer' | 'keyboard') => void;
  readonly onNew: () => void;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly field: RefObject<HTMLInputElement | null>;
};

const Foot = () => {
  const { t } = useTranslation();
  return (
    <div className={css.foot}>
      <TextLink href="/deleted">{t('journal.recentlyDeleted')}</TextLink>
    </div>
  );
};

/** The left pane: search, the entries by month, and quietly at its foot the way to what was deleted. */
export const ListPane = ({ text, onText, openId, onOpen, onNew, list, field }: Props) => {
  const { t } = useTranslation();
  const { data: count } = useCallQuery('entries.count', {});
  const isSearching = text.trim() !== '';
  const isEmpty = count?.kept === 0 && !isSearching;
  const shared = { openId, onOpen, list };
  return (
    <section className={css.pane} aria-label={t('journal.listPane')}>
      <header className={css.top}>
        <PageTitle>{t('journal.title')}</PageTitle>
        {/* The empty journal has one action, and it is not this one. */}
        {!isEmpty && (
          <Button icon={Plus} onPress={onNew} aria-keyshortcuts="N">
            {t('journal.new')}
            <Kbd>{t('shortcuts.keys.newEntry')}</Kbd>
          </Button>
        )}
      </header>
      {!isEmpty && (
        <SearchField
          text={text}
          onChange={onText}
          count={count?.kept ?? 0}
          onDown={() => list.current?.focus()}
          field={field}
        />
      )}
      <UnwrittenNotice openId={openId} />
      {isSearching ? (
        <FoundEntries text={text.trim()} {...shared} />
      ) : (
        <StoredEntries label={t('journal.title')} total={count?.kept ?? null} {...shared} />
      )}
      {isEmpty && (
        <div className={css.empty}>
          <EmptyJournal deleted={count.bin} onNew={onNew} />
        </div>
      )}
      <Foot />
    </section>
  );
};
