import { Plus } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#core/local-date';
import type { RecordId } from '#core/record';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Kbd } from '#ui/kbd';
import { PageTitle } from '#ui/page';
import { Segmented } from '#ui/segmented';
import { TextLink } from '#ui/text-link';
import { CalendarView } from './calendar-view';
import { EmptyJournal } from './empty-journal';
import { FilterPanel } from './filter-panel';
import findingCss from './finding.module.css';
import css from './list.module.css';
import { FoundEntries, StoredEntries } from './lists';
import { OnThisDay } from './on-this-day';
import { SearchChips, SearchHints } from './search-chips';
import { SearchField } from './search-field';
import { UnwrittenNotice } from './unwritten-notice';

type Props = {
  /** What is searched for; nothing but blanks shows the whole journal. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly openId: string | null;
  readonly onOpen: (id: RecordId, how: 'pointer' | 'keyboard') => void;
  readonly onNew: () => void;
  /** Begins an entry of an earlier day. */
  readonly onWrite: (day: LocalDate) => void;
  readonly view: View;
  readonly onView: (view: View) => void;
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

const views = ['list', 'calendar', 'on-this-day'] as const;
/** How the journal is looked through while nothing is searched for. */
export type View = (typeof views)[number];

/** How to look through the journal, or what narrows the search; and the way to narrow it. */
const Views = ({ text, onText, view, onView }: Pick<Props, 'text' | 'onText' | 'view' | 'onView'>) => {
  const { t } = useTranslation();
  return (
    <>
      <div className={findingCss.views}>
        {text.trim() === '' ? (
          <Segmented
            label={t('journal.views.label')}
            options={views.map((id) => ({ id, label: t(`journal.views.${id}`) }))}
            value={view}
            onChange={onView}
          />
        ) : (
          <SearchChips text={text} onText={onText} />
        )}
        <FilterPanel text={text} onText={onText} />
      </div>
      <SearchHints text={text} />
    </>
  );
};

type ListedProps = Pick<Props, 'text' | 'view' | 'onWrite' | 'openId' | 'onOpen' | 'list'> & {
  readonly total: number | null;
};

const Listed = ({ text, view, onWrite, total, ...shared }: ListedProps) => {
  const { t } = useTranslation();
  if (text.trim() !== '') return <FoundEntries text={text.trim()} {...shared} />;
  if (total !== 0 && view === 'calendar') return <CalendarView {...shared} onWrite={onWrite} />;
  if (total !== 0 && view === 'on-this-day') return <OnThisDay {...shared} />;
  return <StoredEntries label={t('journal.title')} total={total} {...shared} />;
};

/** The left pane: search, the entries by month, and quietly at its foot the way to what was deleted. */
export const ListPane = ({ text, onText, openId, onOpen, onNew, onWrite, view, onView, list, field }: Props) => {
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
      {!isEmpty && <Views {...{ text, onText, view, onView }} />}
      <UnwrittenNotice openId={openId} />
      <Listed {...shared} {...{ text, view, onWrite }} total={count?.kept ?? null} />
      {isEmpty && (
        <div className={css.empty}>
          <EmptyJournal deleted={count.bin} onNew={onNew} />
        </div>
      )}
      <Foot />
    </section>
  );
};
