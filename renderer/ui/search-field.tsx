import { Search, X } from 'lucide-react';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button';
import css from './search-field.module.css';

type Props = {
  /** Says what is searched; stands in the empty field too. */
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
};

/** Searches as you type; Escape clears. */
export const SearchField = ({ label, text, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <AriaSearchField className={css.search} aria-label={label} value={text} onChange={onChange}>
      <Search className={css.icon} strokeWidth={1.75} aria-hidden />
      <Input
        dir="auto"
        className={css.input}
        maxLength={500}
        spellCheck={false}
        autoComplete="off"
        placeholder={label}
      />
      {text !== '' && (
        <IconButton small slot={null} name={t('ui.clear', { label })} icon={X} onPress={() => onChange('')} />
      )}
    </AriaSearchField>
  );
};
