import { ArrowLeft, Plus, Trash2 } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#core/record';
import { formatNumber } from '#lib/format';
import { useCallQuery } from '#lib/query-client';
import { Button } from '#ui/button';
import { Kbd } from '#ui/kbd';
import { PageTitle } from '#ui/page';
import { EmptyJournal } from './empty-journal';
import css from './list.module.css';
import { FoundEntries, StoredEntries } from './lists';
import { SearchField } from './search-field';
import { UnwrittenNotice } from './unwritten-notice';

/** What the list pane shows: the journal, what a search finds in it, or the bin. */
export type View = { readonly bin: boolean; readonly text: string };

type Props = {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly openId: string | null;
  readonly onOpen: (id: RecordId, how: 'pointer' | 'keyboard') => void;
  readonly onNew: () => void;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly field: RefObject<HTMLInputElement | null>;
};

const Foot = ({ bin, onBin }: { readonly bin: number; readonly onBin: () => void }) => {
  const { t } = useTranslation();
  if (bin === 0) return null;
  return (
    <div className={css.foot}>
      <Button variant="quiet" icon={Trash2} onPress={onBin}>
        {t('journal.bin', { shown: formatNumber(bin, 0) })}
      </Button>
    </div>
  );
};

const BinHead = ({ isEmpty, onBack }: { readonly isEmpty: boolean; readonly onBack: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className={css.bin}>
      <Button variant="quiet" icon={ArrowLeft} onPress={onBack}>
        {t('journal.backToList')}
      </Button>
      <h2>{t('journal.binTitle')}</h2>
      <p>{isEmpty ? t('journal.binEmpty') : t('journal.binHint')}</p>
    </div>
  );
};

/** The left pane: search, the entries by month, and quietly at its foot the bin. */
export const ListPane = ({ view, onView, openId, onOpen, onNew, list, field }: Props) => {
  const { t } = useTranslation();
  const { data: count } = useCallQuery('entries.count', {});
  const isSearching = view.text.trim() !== '';
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
      {view.bin ? (
        <BinHead isEmpty={count?.bin === 0} onBack={() => onView({ bin: false, text: view.text })} />
      ) : isEmpty ? null : (
        <SearchField
          text={view.text}
          onChange={(text) => onView({ bin: false, text })}
          count={count?.kept ?? 0}
          onDown={() => list.current?.focus()}
          field={field}
        />
      )}
      <UnwrittenNotice openId={openId} />
      {view.bin && <StoredEntries key="bin" bin label={t('journal.binTitle')} total={count?.bin ?? null} {...shared} />}
      {!view.bin && isSearching && <FoundEntries text={view.text.trim()} {...shared} />}
      {!view.bin && !isSearching && (
        <StoredEntries key="kept" bin={false} label={t('journal.title')} total={count?.kept ?? null} {...shared} />
      )}
      {isEmpty && !view.bin && (
        <div className={css.empty}>
          <EmptyJournal onNew={onNew} />
        </div>
      )}
      {!view.bin && <Foot bin={count?.bin ?? 0} onBin={() => onView({ ...view, bin: true })} />}
    </section>
  );
};
