import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChipButton } from '#ui/chip-button';
import { Disclosure } from '#ui/disclosure';
import css from './finding.module.css';

const examples = [
  'word',
  'phrase',
  'tag',
  'feeling',
  'mood',
  'moods',
  'on',
  'before',
  'after',
  'pinned',
  'picture',
] as const;

type Props = { readonly onTry: (text: string) => void };

/** What can be typed into the search field, by examples that can be tried. */
export const SearchHelp = ({ onTry }: Props) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure label={t('journal.find.help.title')} isOpen={isOpen} onChange={setOpen}>
      <dl className={css.help}>
        {examples.map((key) => {
          const typed = t(`journal.find.help.${key}.typed`);
          return (
            <div key={key}>
              <dt>
                <ChipButton onPress={() => onTry(typed)}>{typed}</ChipButton>
              </dt>
              <dd>{t(`journal.find.help.${key}.finds`)}</dd>
            </div>
          );
        })}
      </dl>
      <p className={css.hint}>{t('journal.find.help.note')}</p>
    </Disclosure>
  );
};
