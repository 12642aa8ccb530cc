import { Collection } from 'react-aria-components/Collection';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxLoadMoreItem, ListBoxSection } from 'react-aria-components/ListBox';
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import type { EntrySummary } from '#core/entry';
import type { LocalDate } from '#core/local-date';
import type { RecordId } from '#core/record';
import { formatMonth } from '#lib/format';
import { useRem } from '#lib/rem';
import { EntryRow } from './entry-row';
import css from './list.module.css';
import { groupByMonth } from './month-groups';

/** In rem, so that rows grow with the text. */
const ROW = 5.5;
const HEADING = 1.875;

type Props = {
  readonly label: string;
  readonly entries: readonly EntrySummary[];
  readonly selected: RecordId | null;
  readonly onSelect: (id: RecordId) => void;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onLoadMore: () => void;
};

/** A list of any length by month: only what is in sight is drawn, and more is asked for as it is reached. */
export const EntryList = ({ label, entries, selected, onSelect, hasMore, isLoadingMore, onLoadMore }: Props) => {
  const rem = useRem();
  return (
    <Virtualizer
      layout={ListLayout}
      layoutOptions={{ rowSize: ROW * rem, headingSize: HEADING * rem, loaderSize: rem, gap: 0, padding: 0 }}
    >
      <ListBox
        aria-label={label}
        className={css.list}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys];
          if (id !== undefined) onSelect(id as RecordId);
        }}
      >
        {groupByMonth(entries).map(({ month, items }) => (
          <ListBoxSection key={month} id={month}>
            <Header className={css.month}>{formatMonth(`${month}-01` as LocalDate)}</Header>
            <Collection items={items}>{(entry) => <EntryRow entry={entry} />}</Collection>
          </ListBoxSection>
        ))}
        {hasMore && <ListBoxLoadMoreItem onLoadMore={onLoadMore} isLoading={isLoadingMore} />}
      </ListBox>
    </Virtualizer>
  );
};
