import { useTranslation } from 'react-i18next';
import { parseSearch, withoutFilter } from '#core/search-query';
import { Chip } from '#ui/chip';
import { useFilterWords } from './filter-words';
import css from './finding.module.css';

type Props = { readonly text: string; readonly onText: (text: string) => void };

/** What narrows the search, each part to be taken out. */
export const SearchChips = ({ text, onText }: Props) => {
  const { t } = useTranslation();
  const wordsOf = useFilterWords();
  const filters = parseSearch(text).filters.filter(({ kind }) => kind !== 'unread');
  // Nothing still takes the place, so that the button beside it stays where it is.
  if (filters.length === 0) return <span />;
  return (
    <ul className={css.chips} aria-label={t('journal.find.narrowedBy')}>
      {filters.map((filter) => (
        <li key={filter.place[0]}>
          <Chip onRemove={() => onText(withoutFilter(text, filter))}>{wordsOf(filter)}</Chip>
        </li>
      ))}
    </ul>
  );
};

/** Of the parts of a search that cannot be read, what they take. */
export const SearchHints = ({ text }: Pick<Props, 'text'>) => {
  const wordsOf = useFilterWords();
  return parseSearch(text)
    .filters.filter(({ kind }) => kind === 'unread')
    .map((filter) => (
      <p key={filter.place[0]} className={css.hint}>
        {wordsOf(filter)}
      </p>
    ));
};
