import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import css from './entry.module.css';

const LONGEST = 400;

type Props = {
  readonly value: string;
  readonly onChange: (title: string) => void;
  /** Enter goes on to the page. */
  readonly onLeave: () => void;
};

/** The entry's title: one paragraph that grows with its words. */
export const TitleField = ({ value, onChange, onLeave }: Props) => {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onLeave();
  };
  return (
    <textarea
      className={css.title}
      rows={1}
      maxLength={LONGEST}
      value={value}
      aria-label={t('journal.titleField')}
      placeholder={t('journal.titlePlaceholder')}
      onChange={(event) => onChange(event.target.value.replaceAll(/[\r\n]+/g, ' '))}
      onKeyDown={onKeyDown}
    />
  );
};
