import { Search, X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#lib/format';
import { IconButton } from '#ui/icon-button';
import { Kbd } from '#ui/kbd';
import css from './list.module.css';

type Props = {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** How many entries there are to search. */
  readonly count: number;
  /** Arrow Down goes on into the list. */
  readonly onDown: () => void;
  readonly field: RefObject<HTMLInputElement | null>;
};

/** Searches as you type; Escape clears. */
export const SearchField = ({ text, onChange, count, onDown, field }: Props) => {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    onDown();
  };
  return (
    <AriaSearchField className={css.search} aria-label={t('journal.search')} value={text} onChange={onChange}>
      <Search className={css.searchIcon} strokeWidth={1.75} aria-hidden />
      <Input
        ref={field}
        dir="auto"
        className={css.searchInput}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        placeholder={t('journal.searchPlaceholder', { count, shown: formatNumber(count, 0) })}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <Kbd>{t('shortcuts.keys.search')}</Kbd>
      ) : (
        <IconButton small slot={null} name={t('journal.clearSearch')} icon={X} onPress={() => onChange('')} />
      )}
    </AriaSearchField>
  );
};
